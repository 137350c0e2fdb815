import type { Municipality } from '../../../lib/atlas/model';
import type { ColumnId } from '../../../lib/route/columns';
import type { View } from '../../../lib/route/model';

/** The region sets that have a column of their own. */
export const columnSets: Partial<Record<ColumnId, string>> = {
  province: 'provincie',
  platform: 'vng-platform',
};

/** The name of a region, for ordering and showing. */
export type RegionName = (set: string, code: string | undefined) => string;

/** Letters without accents, so that what is typed on any keyboard finds them. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The municipalities with these words in their name, code or regions; all of them without words. */
export function findIn(
  municipalities: readonly Municipality[],
  words: string | undefined,
  regionName: RegionName,
): readonly Municipality[] {
  const wanted = plain(words ?? '')
    .split(/\s+/)
    .filter(Boolean);
  if (wanted.length === 0) return municipalities;
  return municipalities.filter(({ name, code, regions, organisations }) => {
    const names = Object.values(columnSets).map((set) => regionName(set, regions.get(set)));
    const text = plain([name, code, ...names, ...organisations].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** The rows of the table: of what the filter leaves, those that were chosen or are found by words. */
export function rowsOf(
  { onlyChosen, chosen, find }: Pick<View, 'onlyChosen' | 'chosen' | 'find'>,
  shown: readonly Municipality[],
  regionName: RegionName,
): readonly Municipality[] {
  const within = onlyChosen ? shown.filter(({ code }) => chosen.includes(code)) : shown;
  return findIn(within, find, regionName);
}
