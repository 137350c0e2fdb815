import type { Dimension } from '../../lib/api/generated';
import type { Interval, Municipality } from '../../lib/atlas/model';
import type { ColumnId, Sort } from '../../lib/route/columns';
import { classIds, modeOf } from '../../lib/shade/model';
import { type RegionName, columnSets } from '../shared/search/rows';

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

/** The interval that a column shows, if it shows one. */
export function intervalOf(
  { completeness, dimensions }: Municipality,
  column: ColumnId,
): Interval | undefined {
  if (column === 'completeness') return completeness;
  return dimensions[column.toUpperCase() as Dimension];
}

/** How much of the width a column takes beside the others. */
export const widthShare = (column: ColumnId): number => widthShares[column] ?? 1.2;
const widthShares: Partial<Record<ColumnId, number>> = {
  name: 1.7,
  class: 1.5,
  status: 1.8,
  mode: 2,
  organisation: 2,
  population: 1.1,
  assessed: 1.6,
  history: 1.4,
  briefed: 1.2,
  province: 1.3,
  platform: 1.5,
  code: 1,
};

/** How wide a column is at least, in rem: as its head and its values. What is longer is broken. */
export const leastWidth = (column: ColumnId): number => leastWidths[column] ?? 13;
const leastWidths: Partial<Record<ColumnId, number>> = {
  name: 10,
  class: 11.75,
  status: 15,
  mode: 17,
  organisation: 20,
  population: 7.5,
  assessed: 11.5,
  history: 11.25,
  briefed: 11.5,
  province: 8.5,
  platform: 15.5,
  code: 6,
};

/** The columns as tracks of a grid: of what is over, each takes its share. */
export const tracks = (columns: readonly ColumnId[]): string =>
  columns.map((column) => `minmax(${leastWidth(column)}rem, ${widthShare(column)}fr)`).join(' ');

/** Whether a column counts something, so that its largest come first when it is chosen. */
export const isNumeric = (column: ColumnId): boolean =>
  ['population', 'completeness', 'awareness', 'policy', 'approach', 'assessed', 'briefed'].includes(column);

/** Whether the table can be ordered by a column: a drawing has no first and last. */
export const isOrdered = (column: ColumnId): boolean => column !== 'history';
