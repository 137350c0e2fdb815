import type { CheckQuery, SubmitCheckMutationVariables } from '../../../lib/api/generated';
import { isoDay } from '../../../lib/dates/day';
import { type Answers, toAnswers } from '../correction/answers';
import type { Writer } from '../../../lib/texts/model';

export type Check = NonNullable<CheckQuery['check']>;
export type CheckedRecord = NonNullable<Check['municipality']>;

/** The secret in the fragment of a link; undefined when there is none. */
export const secretOf = (hash: string): string | undefined => /^#(dekkingskaart_[\w-]+)$/.exec(hash)?.[1];

/** Why a link cannot be used. */
export type LinkProblem = 'missing' | 'unknown' | 'used' | 'expired' | 'gone';

/** Why a link cannot be used, at a moment (milliseconds since 1970); undefined when it can. */
export function linkProblem(check: Check | null, now: number): LinkProblem | undefined {
  if (!check) return 'unknown';
  if (!check.open) return Date.parse(check.expiresAt) <= now ? 'expired' : 'used';
  return check.municipality ? undefined : 'gone';
}

/** The day of an instant, where the reader is: ISO 8601. */
export const dayOf = (instant: string): string => isoDay(new Date(instant));

/** What somebody says of a record, as it stands in the form. */
export interface CheckDraft {
  readonly answers: Answers;
  readonly care: string;
  readonly text: string;
  readonly name: string;
}

export const emptyCheck: CheckDraft = { answers: {}, care: '', text: '', name: '' };

/** How long words may be: the server takes 5,000 characters, of which care coordination is a part. */
export const most = { care: 2000, text: 2900, name: 200 } as const;

export const hasWords = ({ care, text }: CheckDraft): boolean => `${care}${text}`.trim() !== '';

/** What is sent; everything is right when it holds no words and no answers. */
export function toSubmission(
  { t }: Writer,
  record: CheckedRecord,
  draft: CheckDraft,
): Omit<SubmitCheckMutationVariables, 'secret'> {
  const care = draft.care.trim();
  const words = [care && t('check.care', { text: care }), draft.text.trim()];
  return {
    text: words.filter(Boolean).join('\n\n') || null,
    name: draft.name.trim() || null,
    answers: toAnswers(record.policy.verdicts, draft.answers),
  };
}

/** A mail without a recipient, for the mail program. Its lines end as mail has them. */
export const mailTo = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
