import type { Verdict } from '../api/generated';
import type { Atlas, Municipality } from '../atlas/model';
import { type Purpose, purposeClasses } from '../route/purpose';
import { type ShadeId, classIds, shadeIds, shades } from '../shade/model';

export interface RegionRef {
  readonly set: string;
  readonly code: string;
}

export interface BlockChoice {
  readonly block: string;
  readonly verdicts: readonly Verdict[];
}

/** Which municipalities are meant. Parts that are absent leave nothing out; the parts hold together. */
export interface Filter {
  /** For each shade the classes that are let through. */
  readonly classes: Readonly<Partial<Record<ShadeId, readonly string[]>>>;
  readonly region?: RegionRef | undefined;
  readonly block?: BlockChoice | undefined;
}

export const emptyFilter: Filter = { classes: {} };

/** The municipalities that give one of the chosen verdicts, as the server answered for a date. */
export interface BlockAnswer extends BlockChoice {
  readonly codes: ReadonlySet<string>;
}

export const isEmpty = ({ classes, region, block }: Filter): boolean =>
  Object.keys(classes).length === 0 && !region && !block;

/** The filter with the classes of one shade replaced; none or all of them means no restriction. */
export function withClasses(filter: Filter, shade: ShadeId, chosen: readonly string[]): Filter {
  const ids = classIds(shade).filter((id) => chosen.includes(id));
  const rest = Object.fromEntries(Object.entries(filter.classes).filter(([each]) => each !== shade));
  const restricts = ids.length > 0 && ids.length < classIds(shade).length;
  return { ...filter, classes: restricts ? { ...rest, [shade]: ids } : rest };
}

/** A list of outreach is about its own classes, unless the filter says which. */
export const forOutreach = (filter: Filter, purpose: Purpose): Filter =>
  filter.classes.class ? filter : withClasses(filter, 'class', purposeClasses[purpose]);

/** Adds a class to those let through, or takes it away again. */
export function toggleClass(filter: Filter, shade: ShadeId, id: string): Filter {
  const now = filter.classes[shade] ?? [];
  return withClasses(filter, shade, now.includes(id) ? now.filter((each) => each !== id) : [...now, id]);
}

function matches(municipality: Municipality, filter: Filter, asOf: string, block?: BlockAnswer): boolean {
  for (const shade of shadeIds) {
    const through = filter.classes[shade];
    if (through && !through.includes(shades[shade].classOf(municipality, asOf))) return false;
  }
  const { region } = filter;
  if (region && municipality.regions.get(region.set) !== region.code) return false;
  return !filter.block || !block || block.codes.has(municipality.code);
}

/** The municipalities of an atlas that the filter means, in its order. */
export function select(atlas: Atlas, filter: Filter, block?: BlockAnswer): Municipality[] {
  return atlas.municipalities.filter((municipality) => matches(municipality, filter, atlas.asOf, block));
}

/** How many of these municipalities lie in each class of a shade; adds up to their number. */
export function countByClass(
  municipalities: readonly Municipality[],
  shade: ShadeId,
  asOf: string,
): ReadonlyMap<string, number> {
  const counts = new Map(classIds(shade).map((id) => [id, 0]));
  for (const municipality of municipalities) {
    const id = shades[shade].classOf(municipality, asOf);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
