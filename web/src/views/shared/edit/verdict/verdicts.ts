import type { EditVerdictsQuery, Established, Verdict, VerdictsInput } from '../../../../lib/api/generated';
import type { Writer } from '../../../../lib/texts/model';
import { type Pair, type Wrong, checkRecord, given } from '../model';

export type Read = NonNullable<EditVerdictsQuery['municipality']>;
/** What stands for a building block. */
export type Standing = Read['policy']['verdicts'][number];

export const verdictIds: readonly Verdict[] = ['PRESENT', 'IN_PREPARATION', 'ABSENT', 'UNKNOWN'];
/** How a person can know it. */
export const ways: readonly Established[] = ['DOCUMENT', 'CONVERSATION', 'SURVEY'];

/** What somebody writes about one building block; what is undefined stays as it is. */
export interface Answer {
  readonly verdict?: Verdict | undefined;
  readonly note?: string | undefined;
  /** That what stands was looked at again and still holds. */
  readonly again?: boolean | undefined;
}

/** Verdicts as they stand in a form. */
export interface VerdictsDraft {
  validFrom: string;
  /** Empty while none is chosen. */
  established: Established | '';
  sourceUrl: string;
  /** By building block. */
  answers: Readonly<Record<string, Answer>>;
}

export const newVerdicts = (validFrom: string): VerdictsDraft => ({
  validFrom,
  established: '',
  sourceUrl: '',
  answers: {},
});

/** Whether somebody once recorded it, so that it can be looked at again. */
export const isRecorded = ({ verdict, established }: Standing): boolean =>
  verdict !== 'UNKNOWN' && !established.startsWith('DERIVED');

/** Whether an answer says something that does not stand yet. */
export const isChanged = ({ verdict, note }: Standing, answer: Answer | undefined): boolean =>
  answer !== undefined &&
  (answer.again === true ||
    (answer.verdict !== undefined && answer.verdict !== verdict) ||
    (answer.note !== undefined && (given(answer.note) ?? '') !== (note ?? '')));

/** What stands under a theme, the basic level first. */
export const ofTheme = ({ policy }: Read, theme: string): Standing[] =>
  policy.verdicts
    .filter(({ block }) => block.theme.id === theme)
    .sort((a, b) => Number(a.block.level !== 'BASIC') - Number(b.block.level !== 'BASIC'));

/** Only what changes; a verdict keeps the note that it had unless another is written. */
export const toVerdicts = (
  code: string,
  draft: VerdictsDraft,
  { policy }: Read,
  basedOn?: number,
): VerdictsInput => ({
  code,
  ...(basedOn === undefined ? {} : { basedOn }),
  rubric: policy.rubric.id,
  validFrom: draft.validFrom,
  established: draft.established || 'CONVERSATION',
  sourceUrl: given(draft.sourceUrl),
  verdicts: policy.verdicts
    .filter((standing) => isChanged(standing, draft.answers[standing.block.id]))
    .map(({ block, verdict, note }) => {
      const answer = draft.answers[block.id] ?? {};
      return {
        block: block.id,
        verdict: answer.verdict ?? verdict,
        note: answer.note === undefined ? note : given(answer.note),
      };
    }),
});

export const checkVerdicts = (draft: VerdictsDraft, changed: number): Wrong => ({
  ...checkRecord(draft),
  ...(draft.established ? {} : { established: 'edit.how' }),
  ...(changed === 0 ? { verdicts: 'edit.nothing' } : {}),
});

/** What is written here of each building block beside what somebody else made of it meanwhile. */
export function compareVerdicts(
  { t }: Writer,
  draft: VerdictsDraft,
  before: Read,
  now: Read | undefined,
): Pair[] {
  const told = (verdict: Verdict, note: string | null): string =>
    [t(`verdict.${verdict}`), note].filter(Boolean).join(': ');
  return before.policy.verdicts.flatMap((was) => {
    const answer = draft.answers[was.block.id];
    const theirs = now?.policy.verdicts.find(({ block }) => block.id === was.block.id);
    if (!theirs || !isChanged(was, answer)) return [];
    const mine = told(answer?.verdict ?? was.verdict, given(answer?.note ?? was.note ?? ''));
    const other = told(theirs.verdict, theirs.note);
    return mine === other || other === told(was.verdict, was.note)
      ? []
      : [{ label: was.block.title, mine, theirs: other }];
  });
}
