import type { QualityKind, WorkQuery } from '../../../lib/api/generated';
import type { RegionRef } from '../../../lib/filter/model';
import { qualityKinds } from '../../../lib/route/values';

type Node = WorkQuery['municipalities']['nodes'][number];
/** Something that is to be done about the data of a municipality. */
export type Notice = Node['quality'][number];

/** A municipality with what is to be done about its data. */
export interface Work {
  readonly code: string;
  readonly name: string;
  /** Region code by region set. */
  readonly regions: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
}

export const toWork = (nodes: readonly Node[]): Work[] =>
  nodes.map(({ code, name, regions, quality }) => ({
    code,
    name,
    regions: new Map(regions.map((region) => [region.set, region.code])),
    notices: quality,
  }));

export type Counts = Readonly<Record<QualityKind, number>>;

/** How many notices there are of each kind. */
export function countKinds(work: readonly Work[]): Counts {
  const counts = Object.fromEntries(qualityKinds.map((kind) => [kind, 0])) as Record<QualityKind, number>;
  for (const { notices } of work) for (const { kind } of notices) counts[kind] += 1;
  return counts;
}

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What is to be done in a region of a set; undefined for what lies in none of them. */
export interface RegionWork {
  readonly code: string | undefined;
  readonly municipalities: number;
  readonly counts: Counts;
}

/** The work by region of a set, in the order of the regions; together it is all of the work. */
export function byRegion(work: readonly Work[], set: string, codes: readonly string[]): RegionWork[] {
  const of = (code: string | undefined): RegionWork => {
    const here = work.filter(({ regions }) => {
      const lies = regions.get(set);
      return code === undefined ? !lies || !codes.includes(lies) : lies === code;
    });
    return { code, municipalities: here.length, counts: countKinds(here) };
  };
  return [...codes, undefined].map(of).filter(({ municipalities }) => municipalities > 0);
}

/** The work of these kinds in a region; without kinds or region all of it. */
export const select = (
  work: readonly Work[],
  kinds: readonly QualityKind[],
  region: RegionRef | undefined,
): Work[] =>
  work.flatMap((each) => {
    if (region && each.regions.get(region.set) !== region.code) return [];
    const notices =
      kinds.length === 0 ? each.notices : each.notices.filter(({ kind }) => kinds.includes(kind));
    return notices.length > 0 ? [{ ...each, notices }] : [];
  });
