import type { CheckQuery, SubmitCheckMutationVariables, Verdict } from '../api/generated';
import type { Writer } from '../texts/model';

export type Check = NonNullable<CheckQuery['check']>;
export type CheckedRecord = NonNullable<Check['municipality']>;
export type CheckedVerdict = CheckedRecord['policy']['verdicts'][number];
export type CheckedTheme = CheckedRecord['policy']['themes'][number]['theme'];

/** The secret in the fragment of a link; undefined when there is none. */
export const secretOf = (hash: string): string | undefined => /^#(dekkingskaart_[\w-]+)$/.exec(hash)?.[1];

/** Why a link cannot be used. */
export type Shut = 'missing' | 'unknown' | 'used' | 'expired' | 'gone';

/** Why a link cannot be used, at a moment (milliseconds since 1970); undefined when it can. */
export function whyShut(check: Check | null, now: number): Shut | undefined {
  if (!check) return 'unknown';
  if (!check.open) return Date.parse(check.expiresAt) <= now ? 'expired' : 'used';
  return check.municipality ? undefined : 'gone';
}

/** The day of an instant, where the reader is: ISO 8601. */
export const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE');

export interface Answer {
  readonly verdict: Verdict;
  readonly note: string;
}

/** What somebody says of a record, as it stands in the form. */
export interface CheckDraft {
  /** By block; a block that is left as it is has none. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly care: string;
  readonly text: string;
  readonly name: string;
}

export const emptyCheck: CheckDraft = { answers: {}, care: '', text: '', name: '' };

/** How long words may be: the server takes 5,000 characters, of which care coordination is a part. */
export const most = { care: 2000, text: 2900, note: 2000, name: 200 } as const;

/** A verdict or a remark for a block; the verdict that stands is no answer. */
export function answer(draft: CheckDraft, standing: CheckedVerdict, given: Partial<Answer>): CheckDraft {
  const { id } = standing.block;
  const { [id]: before = { verdict: standing.verdict, note: '' }, ...others } = draft.answers;
  const next = { ...before, ...given };
  return {
    ...draft,
    answers: next.verdict === standing.verdict ? others : { ...others, [id]: next },
  };
}

/** How many blocks would be something else. */
export const countAnswers = ({ answers }: CheckDraft): number => Object.keys(answers).length;

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
    answers: record.policy.verdicts.flatMap(({ block }) => {
      const given = draft.answers[block.id];
      return given ? [{ block: block.id, verdict: given.verdict, note: given.note.trim() || null }] : [];
    }),
  };
}

/** The verdicts under their themes, in the order of the rubric; the basic level first. */
export function themesOf({ policy }: CheckedRecord): { theme: CheckedTheme; verdicts: CheckedVerdict[] }[] {
  const level = ({ block }: CheckedVerdict): number => (block.level === 'BASIC' ? 0 : 1);
  return policy.themes.map(({ theme }) => ({
    theme,
    verdicts: policy.verdicts
      .filter(({ block }) => block.theme.id === theme.id)
      .toSorted((a, b) => level(a) - level(b)),
  }));
}

/** A mail without a recipient, for the mail program. Its lines end as mail has them. */
export const mailTo = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
