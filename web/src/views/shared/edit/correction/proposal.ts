import { type Wrong, given } from '../model';
import { type Answers, type CurrentVerdict, toAnswers } from '../../correction/answers';

/** What a visitor says is not right, as it stands in the form. */
export interface ProposalDraft {
  /** The block that is picked in the list and not yet added; empty for none. */
  readonly picked: string;
  /** The blocks that were added, in that order. */
  readonly chosen: readonly string[];
  readonly answers: Answers;
  readonly text: string;
  readonly email: string;
}

export const newProposal: ProposalDraft = { picked: '', chosen: [], answers: {}, text: '', email: '' };

/** Adds the block that is picked, if any. */
export const addPicked = (draft: ProposalDraft): ProposalDraft => ({
  ...draft,
  picked: '',
  chosen: draft.picked ? [...draft.chosen.filter((id) => id !== draft.picked), draft.picked] : draft.chosen,
});

/** Takes a block out, and what was said of it. */
export const drop = (draft: ProposalDraft, block: string): ProposalDraft => ({
  ...draft,
  chosen: draft.chosen.filter((id) => id !== block),
  answers: Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== block)),
});

/** What is wrong with it; of a block under `answers.` and its id. Words are only needed beside no block. */
export function checkProposal({ chosen, answers, text, email }: ProposalDraft): Wrong {
  const same = chosen.filter((id) => !answers[id]);
  return {
    ...Object.fromEntries(same.map((id) => [`answers.${id}`, 'propose.same' as const])),
    ...(chosen.length > 0 || text.trim() ? {} : { text: 'propose.nothing' }),
    ...(email.trim() && !email.includes('@') ? { email: 'edit.email' } : {}),
  };
}

export const toProposal = (verdicts: readonly CurrentVerdict[], { answers, text, email }: ProposalDraft) => ({
  text: text.trim(),
  email: given(email),
  answers: toAnswers(verdicts, answers),
});
