import type { Writer } from '../../../lib/texts/model';

/** What is known of a municipality, as far as it tells when it was assessed. */
export interface Assessed {
  /** ISO 8601. */
  readonly lastAssessed: string | null;
  /** How many building blocks were answered on that date. */
  readonly assessedBlocks: number;
  /** Of so many building blocks. */
  readonly completeness: { readonly total: number };
}

/** Whether the date is of some building blocks only: a few do not date the whole. */
const isPartly = ({ assessedBlocks, completeness: { total } }: Assessed): boolean =>
  assessedBlocks > 0 && assessedBlocks < total;

/** When a municipality was last assessed, and of how many building blocks, as a sentence. */
export function assessedText({ t, shortDate }: Writer, policy: Assessed): string {
  if (policy.lastAssessed === null) return t('card.never');
  const date = shortDate(policy.lastAssessed);
  const { assessedBlocks: count, completeness } = policy;
  return isPartly(policy)
    ? t('card.assessedBlocks', { date, count, total: completeness.total })
    : t('card.assessed', { date });
}

/** The same in a list. */
export function assessedCell({ t, shortDate }: Writer, policy: Assessed): string {
  if (policy.lastAssessed === null) return t('assessed.UNKNOWN');
  const date = shortDate(policy.lastAssessed);
  const { assessedBlocks: count, completeness } = policy;
  return isPartly(policy) ? t('table.assessedBlocks', { date, count, total: completeness.total }) : date;
}
