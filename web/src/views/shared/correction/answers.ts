import type { PolicyStandingFragment, ProposedAnswer, Verdict } from '../../../lib/api/generated';

/** What stands for a building block today. */
export type CurrentVerdict = PolicyStandingFragment['verdicts'][number];

/** What somebody says that a building block would be. */
export interface Answer {
  readonly verdict: Verdict;
  readonly note: string;
}

/** By building block; one that is left as it is has none. */
export type Answers = Readonly<Record<string, Answer>>;

/** How long a remark may be, in characters. */
export const longestNote = 2000;

/** A verdict or a remark for a block; the verdict that stands is no answer. */
export function say(answers: Answers, standing: CurrentVerdict, given: Partial<Answer>): Answers {
  const { id } = standing.block;
  const { [id]: before = { verdict: standing.verdict, note: '' }, ...others } = answers;
  const next = { ...before, ...given };
  return next.verdict === standing.verdict ? others : { ...others, [id]: next };
}

/** How many blocks would be something else. */
export const countAnswers = (answers: Answers): number => Object.keys(answers).length;

/** What is sent of them, in the order of the rubric. */
export const toAnswers = (verdicts: readonly CurrentVerdict[], answers: Answers): ProposedAnswer[] =>
  verdicts.flatMap(({ block }) => {
    const given = answers[block.id];
    return given ? [{ block: block.id, verdict: given.verdict, note: given.note.trim() || null }] : [];
  });
