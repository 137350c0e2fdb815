import type { AccountabilityQuery } from '../../lib/api/generated';

type Source = AccountabilityQuery['arrangements'][number]['source'];

/** The sources of several records, each once, by label. */
export function sourcesOf(records: readonly { readonly source: Source }[]): Pick<Source, 'label' | 'url'>[] {
  const unique = new Map(records.map(({ source: { label, url } }) => [url ?? label, { label, url }]));
  return [...unique.values()].sort((a, b) => a.label.localeCompare(b.label));
}

/** How many gaps there are in what is known. */
export interface Gaps {
  readonly total: number;
  /** Municipalities of whose policy nothing is known. */
  readonly policy: number;
  /** Municipalities of which it is not known how care coordination is arranged. */
  readonly care: number;
  /** Policy documents without a date. */
  readonly dates: number;
}

export const gapsOf = ({
  coverage,
  policyDocuments,
}: Pick<AccountabilityQuery, 'coverage' | 'policyDocuments'>): Gaps => ({
  total: coverage.municipalityCount,
  policy: coverage.byClass.find((each) => each.class === 'NOT_ASSESSED')?.count ?? 0,
  care: coverage.byStatus.find(({ status }) => status === 'UNKNOWN')?.count ?? 0,
  dates: policyDocuments.filter(({ validFrom }) => validFrom === null).length,
});
