import type { FilteredScene } from '../../../lib/atlas/filtered-scene';
import { type ShadeClass, shades } from '../../../lib/shade/model';

/** One class in a legend. */
export interface LegendRow {
  readonly of: ShadeClass;
  /** Municipalities shown in this class, and all of the date. */
  readonly count: number;
  readonly total: number;
  /** Length of the two bars, as a share in 0..1 of all municipalities of the date. */
  readonly countShare: number;
  readonly totalShare: number;
  /** Whether the filter lets this class through by name. */
  readonly chosen: boolean;
}

type Counts = ReadonlyMap<string, number>;

/** The rows of any legend: for each class how many are shown, how many there are, and whether it was chosen. */
export function legendRows(
  classes: readonly ShadeClass[],
  counts: Counts,
  totals: Counts,
  chosen: readonly string[] = [],
): LegendRow[] {
  const all = Math.max(
    1,
    [...totals.values()].reduce((sum, count) => sum + count, 0),
  );
  return classes.map((of) => {
    const [count, total] = [counts.get(of.id) ?? 0, totals.get(of.id) ?? 0];
    return {
      of,
      count,
      total,
      countShare: count / all,
      totalShare: total / all,
      chosen: chosen.includes(of.id),
    };
  });
}

/** The legend of a filtered scene. Its counts add up to the number shown, its totals to all of the date. */
export const toLegend = ({ shade, counts, totals, filter }: FilteredScene): LegendRow[] =>
  legendRows(shades[shade].classes, counts, totals, filter.classes[shade]);
