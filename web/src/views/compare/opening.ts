import type { Atlas } from '../../lib/atlas/model';
import type { RegionRef } from '../../lib/filter/model';
import type { Geometry } from '../../lib/map/geometry';

const set = 'vng-platform';
/** So many stand side by side at first. */
const atFirst = 4;
const withoutOwn = 3;

/** For each VNG platform those that it borders on. */
export function neighboursOf(atlas: Atlas, geometry: Geometry): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { code, regions } of atlas.municipalities) {
    const own = regions.get(set);
    if (own === undefined) continue;
    const beside = found.get(own) ?? new Set();
    found.set(own, beside);
    for (const neighbour of geometry.byCode.get(code)?.neighbours ?? []) {
      const other = atlas.byCode.get(neighbour)?.regions.get(set);
      if (other !== undefined && other !== own) beside.add(other);
    }
  }
  return new Map([...found].map(([code, beside]) => [code, [...beside].toSorted()]));
}

/** What a comparison opens with: the own platform and its neighbours, or some of them. */
export function openingOf(
  own: readonly RegionRef[],
  platforms: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const first = own.find((region) => region.set === set && platforms.includes(region.code))?.code;
  const codes = first
    ? [first, ...(neighbours.get(first) ?? [])].slice(0, atFirst)
    : platforms.slice(0, withoutOwn);
  return codes.map((code) => `${set}/${code}`);
}
