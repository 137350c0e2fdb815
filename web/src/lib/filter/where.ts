import type { Dimension, MunicipalityFilter } from '../api/generated';
import type { Municipality } from '../atlas/model';
import { cellParts } from '../shade/matrix';
import {
  type ShadeId,
  anything,
  classIds,
  isInternal,
  modeGroups,
  shadeIds,
  shades,
  steps,
} from '../shade/model';
import type { Filter } from './model';

/** An ISO 8601 date so many whole years earlier; 29 February becomes 1 March. */
function yearsBefore(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year - years, month - 1, day)).toISOString().slice(0, 10);
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

type Range = { gte?: number; lt?: number; lte?: number };

/** The municipalities of a class of completeness: by its low end, and by both where too little is known. */
function stepWhere(id: string, dimension?: Dimension): MunicipalityFilter {
  const within = ({ low, high }: { low: Range; high?: Range }): MunicipalityFilter =>
    dimension
      ? { dimension: { dimension, low, ...(high ? { high } : {}) } }
      : { completenessLow: low, ...(high ? { completenessHigh: high } : {}) };
  const nothing = within({ low: { lte: 0 }, high: { gte: 1 } });
  const wide = within({ low: { lt: anything.low }, high: { gte: anything.high } });
  if (id === 'UNKNOWN') return nothing;
  if (id === 'UNCERTAIN') return { and: [wide, { not: nothing }] };
  const at = classIds('completeness').indexOf(id);
  const [from, end] = [steps[at - 1] ?? 0, steps[at] ?? 1];
  const range = within({ low: end < 1 ? { gte: from, lt: end } : { gte: from } });
  // The other steps begin where a completeness can no longer be anything.
  return from < anything.low ? { and: [range, { not: wide }] } : range;
}

function modeWhere(id: string): MunicipalityFilter {
  const only = (group: string): MunicipalityFilter => {
    const others = Object.keys(modeGroups).filter((each) => each !== group);
    return {
      arrangementMode: [...(modeGroups[group] ?? [])],
      not: { arrangementMode: others.flatMap((each) => modeGroups[each] ?? []) },
    };
  };
  const known = Object.values(modeGroups).flat();
  if (id === 'UNKNOWN') return { not: { arrangementMode: known } };
  if (id !== 'SEVERAL') return only(id);
  return { arrangementMode: known, not: { or: Object.keys(modeGroups).map(only) } };
}

function assessedWhere(id: string, asOf: string): MunicipalityFilter {
  if (id === 'UNKNOWN') return { neverAssessed: true };
  const years = { WITHIN_1: 1, WITHIN_2: 2, WITHIN_3: 3, OLDER: 0 }[id] ?? 0;
  if (years === 0) return { assessed: { to: yearsBefore(asOf, 3) } };
  const from = dayAfter(yearsBefore(asOf, years));
  return { assessed: years === 1 ? { from } : { from, to: yearsBefore(asOf, years - 1) } };
}

function matrixWhere(id: string): MunicipalityFilter {
  const parts = cellParts(id);
  if (parts) return { coordinationStatus: parts.statuses, policyClass: parts.classes };
  return { coordinationStatus: ['UNKNOWN'] };
}

function classWhere(shade: ShadeId, ids: readonly string[], asOf: string): MunicipalityFilter {
  const any = (each: (id: string) => MunicipalityFilter): MunicipalityFilter => ({ or: ids.map(each) });
  switch (shade) {
    case 'class':
      return { policyClass: ids as NonNullable<MunicipalityFilter['policyClass']> };
    case 'status':
      return { coordinationStatus: ids as NonNullable<MunicipalityFilter['coordinationStatus']> };
    case 'completeness':
      return any((id) => stepWhere(id));
    case 'mode':
      return any(modeWhere);
    case 'assessed':
      return any((id) => assessedWhere(id, asOf));
    case 'matrix':
      return any(matrixWhere);
    default:
      return any((id) => stepWhere(id, shade.toUpperCase() as Dimension));
  }
}

/** By outreach it is by code: the server has no filter by stage, and nobody else could repeat it. */
const codesWhere = (
  shade: ShadeId,
  ids: readonly string[],
  asOf: string,
  all: readonly Municipality[],
): MunicipalityFilter => ({
  code: all.filter((each) => ids.includes(shades[shade].classOf(each, asOf))).map(({ code }) => code),
});

/**
 * The same filter as the server's `where`, for queries that others can repeat; undefined without one.
 * `all` are the municipalities of the date, of which those are named that a filter by outreach selects.
 */
export function toWhere(
  filter: Filter,
  asOf: string,
  all: readonly Municipality[] = [],
): MunicipalityFilter | undefined {
  const parts: MunicipalityFilter[] = shadeIds.flatMap((shade) => {
    const ids = filter.classes[shade];
    if (!ids) return [];
    return [isInternal(shade) ? codesWhere(shade, ids, asOf, all) : classWhere(shade, ids, asOf)];
  });
  if (filter.region) parts.push({ region: filter.region });
  if (filter.block) parts.push({ block: { block: filter.block.block, verdict: [...filter.block.verdicts] } });
  return parts.length > 1 ? { and: parts } : parts[0];
}
