import type { Dimension } from '../../lib/api/generated';
import type { Interval, Municipality } from '../../lib/atlas/model';
import type { ColumnId, Sort } from '../../lib/route/columns';
import { classIds, modeOf } from '../../lib/shade/model';

/** The region sets that have a column of their own. */
export const columnSets: Partial<Record<ColumnId, string>> = {
  province: 'provincie',
  platform: 'vng-platform',
};

/** The name of a region, for ordering and showing. */
export type RegionName = (set: string, code: string | undefined) => string;

/** What a column orders by; undefined is not known and comes last in either direction. */
function keyOf(
  municipality: Municipality,
  column: ColumnId,
  regionName: RegionName,
): string | number | undefined {
  const { completeness, dimensions } = municipality;
  const low = ({ low: value, high }: { low: number; high: number }): number | undefined =>
    value <= 0 && high >= 1 ? undefined : value;
  const rank = (ids: readonly string[], id: string): number | undefined =>
    id === 'UNKNOWN' || id === 'NOT_ASSESSED' ? undefined : ids.indexOf(id);
  switch (column) {
    case 'name':
      return municipality.name;
    case 'code':
      return municipality.code;
    case 'population':
      return municipality.inhabitants ?? undefined;
    case 'class':
      return rank(classIds('class'), municipality.policyClass);
    case 'status':
      return rank(classIds('status'), municipality.status);
    case 'mode':
      return rank(classIds('mode'), modeOf(municipality.modes));
    case 'completeness':
      return low(completeness);
    case 'organisation':
      return municipality.organisations.join(', ') || undefined;
    case 'assessed':
      return municipality.lastAssessed ?? undefined;
    case 'briefed':
      return municipality.lastBriefed ?? undefined;
    case 'history':
      return undefined;
    case 'province':
    case 'platform': {
      const set = columnSets[column] ?? '';
      return regionName(set, municipality.regions.get(set)) || undefined;
    }
    default:
      return low(dimensions[column.toUpperCase() as Dimension]);
  }
}

const collator = new Intl.Collator('nl', { numeric: true, ignorePunctuation: true });

/** The municipalities in the order of a column; what is unknown last, ties by name. */
export function sortBy(
  municipalities: readonly Municipality[],
  { column, descending }: Sort,
  regionName: RegionName,
): Municipality[] {
  const keyed = municipalities.map((each) => ({ each, key: keyOf(each, column, regionName) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      if (a.key !== b.key) return a.key === undefined ? 1 : -1;
    } else {
      const order =
        typeof a.key === 'number' ? a.key - Number(b.key) : collator.compare(a.key, String(b.key));
      if (order !== 0) return descending ? -order : order;
    }
    return collator.compare(a.each.name, b.each.name);
  });
  return keyed.map(({ each }) => each);
}

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

/** The interval that a column shows, if it shows one. */
export function intervalOf(
  { completeness, dimensions }: Municipality,
  column: ColumnId,
): Interval | undefined {
  if (column === 'completeness') return completeness;
  return dimensions[column.toUpperCase() as Dimension];
}

/** How much of the width of a sheet a column takes beside the others. */
export const paperShare = (column: ColumnId): number => paperShares[column] ?? 1;
const paperShares: Partial<Record<ColumnId, number>> = {
  name: 1.7,
  class: 1.6,
  status: 1.9,
  mode: 2,
  organisation: 2,
  population: 1.1,
  assessed: 1.2,
  history: 1.4,
  briefed: 1.2,
  province: 1.3,
  platform: 1.5,
  code: 1,
};

/** Whether a column counts something, so that its largest come first when it is chosen. */
export const isNumeric = (column: ColumnId): boolean =>
  ['population', 'completeness', 'awareness', 'policy', 'approach', 'assessed', 'briefed'].includes(column);

/** Whether the table can be ordered by a column: a drawing has no first and last. */
export const isOrdered = (column: ColumnId): boolean => column !== 'history';
