import type { Denominator, RegionPageQuery } from '../../../lib/api/generated';
import type { Atlas } from '../../../lib/atlas/model';
import type { Scene } from '../../../lib/atlas/scene';

export type Region = NonNullable<RegionPageQuery['region']>;
export type Coverage = RegionPageQuery['nation'];
export type RegionTotals = RegionPageQuery['regions'][number];
export type Dimensions = Coverage['dimensions'];

type Counts = ReadonlyMap<string, number>;
interface Tally {
  readonly count: number;
  readonly population: number;
}

const amount = ({ count, population }: Tally, per: Denominator): number =>
  per === 'INHABITANTS' ? population : count;

/** The statuses of a coverage, over the chosen denominator. */
export const statusCounts = ({ byStatus }: Pick<Coverage, 'byStatus'>, per: Denominator): Counts =>
  new Map(byStatus.map((each) => [each.status, amount(each, per)]));

/** The policy classes of a coverage, over the chosen denominator. */
export const classCounts = ({ byClass }: Pick<Coverage, 'byClass'>, per: Denominator): Counts =>
  new Map(byClass.map((each) => [each.class, amount(each, per)]));

export interface Covered {
  readonly share: number;
  readonly part: number;
  readonly whole: number;
}

/** How far care coordination reaches, over the chosen denominator. Says nothing of capacity. */
export function coveredOf(coverage: Coverage, per: Denominator): Covered {
  const statuses = statusCounts(coverage, per);
  return {
    share: per === 'INHABITANTS' ? coverage.perInhabitant : coverage.perMunicipality,
    part: (statuses.get('STRUCTURAL') ?? 0) + (statuses.get('TEMPORARY') ?? 0),
    whole: per === 'INHABITANTS' ? coverage.population : coverage.municipalityCount,
  };
}

/** The scene of a date with only these municipalities. */
export function onlyMembers(scene: Scene, codes: ReadonlySet<string>): Scene {
  const municipalities = scene.atlas.municipalities.filter(({ code }) => codes.has(code));
  const atlas: Atlas = {
    ...scene.atlas,
    municipalities,
    byCode: new Map(municipalities.map((each) => [each.code, each])),
  };
  return { ...scene, atlas };
}

export interface SharedDocument {
  readonly document: Region['documents'][number];
  /** How many of the members it covers; it can cover others too. */
  readonly covers: number;
}

/** The documents that cover several members, as the server orders them. */
export function sharedDocuments({
  municipalities,
  documents,
}: Pick<Region, 'municipalities' | 'documents'>): SharedDocument[] {
  const members = new Set(municipalities.map(({ code }) => code));
  return documents.map((document) => ({
    document,
    covers: document.municipalities.filter(({ code }) => members.has(code)).length,
  }));
}

/** What is measured as an interval: the whole of policy, and its three dimensions. */
export const measures = ['ALL', 'AWARENESS', 'POLICY', 'APPROACH'] as const;
export type Measure = (typeof measures)[number];

/** The interval of a measure in a coverage. */
export const intervalOf = (
  { completeness, dimensions }: Coverage,
  measure: Measure,
): Coverage['completeness'] =>
  dimensions.find(({ dimension }) => dimension === measure)?.completeness ?? completeness;
