import type { PolicyClass } from '../../../lib/api/generated';
import { type Part, partsOf } from '../../../lib/chart/model';
import { shades } from '../../../lib/shade/model';

/** How many are without complete policy: certainly those of `low`, at most those of `high`. */
export interface Incomplete {
  readonly low: number;
  readonly high: number;
  readonly total: number;
}

/**
 * The classes in the order in which they make an interval: certainly not
 * complete, not known, certainly complete.
 */
export const intervalOrder: readonly PolicyClass[] = [
  'NONE',
  'PARTIAL',
  'UNCERTAIN',
  'NOT_ASSESSED',
  'COMPLETE',
  'ADVANCED',
];

type Counts = ReadonlyMap<string, number>;

/** The interval of counts by policy class, of municipalities or of inhabitants. */
export function incompleteOf(counts: Counts): Incomplete {
  const sum = (...ids: readonly PolicyClass[]): number =>
    ids.reduce((whole, id) => whole + (counts.get(id) ?? 0), 0);
  const total = sum(...intervalOrder);
  return { low: sum('NONE', 'PARTIAL'), high: total - sum('COMPLETE', 'ADVANCED'), total };
}

/** The ends of an interval as shares in 0..1; everything is possible where nothing is counted. */
export const sharesOf = ({ low, high, total }: Incomplete): { low: number; high: number } =>
  total > 0 ? { low: low / total, high: high / total } : { low: 0, high: 1 };

/** The classes as the parts of a bar whose middle, patterned, is the width of the interval. */
export const intervalParts = (counts: Counts): Part[] =>
  partsOf(
    intervalOrder.flatMap((id) => shades.class.classes.find((each) => each.id === id) ?? []),
    counts,
  );
