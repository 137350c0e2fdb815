import type {
  ArrangementMode,
  AtlasQuery,
  CoordinationStatus,
  Dimension,
  OutreachStage,
  PolicyClass,
} from '../api/generated';
import { compareDays } from '../dates/day';

/** From `low` (unknown counts as absent) to `high` (unknown counts as present), both shares in 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly total: number;
}

export interface Completeness extends Interval {
  readonly present: number;
  readonly inPreparation: number;
  readonly absent: number;
  readonly unknown: number;
}

/** One municipality on one date, as the map, the table and the card need it. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number | null;
  readonly areaKm2: number;
  /** Region code by region set. */
  readonly regions: ReadonlyMap<string, string>;
  readonly status: CoordinationStatus;
  /** How the function is filled; more than one where it is split, by age for instance. */
  readonly modes: readonly ArrangementMode[];
  readonly organisations: readonly string[];
  /** The public telephone numbers of these, where there is one. */
  readonly phones: ReadonlyMap<string, string>;
  readonly policyClass: PolicyClass;
  readonly completeness: Completeness;
  readonly dimensions: Readonly<Record<Dimension, Interval>>;
  readonly lastAssessed: string | null;
  /** How many building blocks were answered on that date. */
  readonly assessedBlocks: number;
  /** True when any of this was carried over from a predecessor and is not yet confirmed. */
  readonly inherited: boolean;
  /** The date of the last briefing, null when there was none; absent when that is not for who asks. */
  readonly lastBriefed?: string | null | undefined;
  /** Its stage in the campaign that is looked at, null outside it; absent when that is not for who asks. */
  readonly stage?: OutreachStage | null | undefined;
}

/** A date from which other borders hold. */
export interface Boundary {
  readonly date: string;
  readonly count: number;
  readonly topologyUrl: string;
  /** The same borders, drawn more finely. */
  readonly regionalUrl: string;
}

/** Everything known of all municipalities on one date, with the date that it answers. */
export interface Atlas {
  readonly asOf: string;
  readonly boundary: Boundary;
  readonly boundaries: readonly Boundary[];
  readonly municipalities: readonly Municipality[];
  readonly byCode: ReadonlyMap<string, Municipality>;
  readonly demonstration: boolean;
  readonly dataDate: string;
  /** The last date of which the boundaries are known. */
  readonly boundariesKnownUntil: string;
  readonly version: string;
}

type Node = AtlasQuery['municipalities']['nodes'][number];

const unknownInterval: Interval = { low: 0, high: 1, total: 0 };

/** The public numbers of those who coordinate care, by organisation. */
export const phonesOf = (
  arrangements: readonly { readonly organisation: string | null; readonly phone: string | null }[],
): ReadonlyMap<string, string> =>
  new Map(
    arrangements.flatMap(({ organisation, phone }) =>
      organisation && phone ? [[organisation, phone] as const] : [],
    ),
  );

function municipality(node: Node): Municipality {
  const { arrangements } = node.coordination;
  const dimension = (name: Dimension): Interval =>
    node.policy.dimensions.find((score) => score.dimension === name)?.completeness ?? unknownInterval;
  return {
    code: node.code,
    name: node.name,
    inhabitants: node.population?.inhabitants ?? null,
    areaKm2: node.areaKm2,
    regions: new Map(node.regions.map(({ set, code }) => [set, code])),
    status: node.coordination.status,
    modes: [...new Set(arrangements.map(({ mode }) => mode))],
    organisations: [...new Set(arrangements.flatMap(({ organisation }) => organisation ?? []))],
    phones: phonesOf(arrangements),
    policyClass: node.policy.class,
    completeness: node.policy.completeness,
    dimensions: {
      AWARENESS: dimension('AWARENESS'),
      POLICY: dimension('POLICY'),
      APPROACH: dimension('APPROACH'),
    },
    lastAssessed: node.policy.lastAssessed,
    assessedBlocks: node.policy.assessedBlocks,
    inherited: node.coordination.inherited || node.policy.inherited,
  };
}

/** The boundaries that hold on a date: the last that began on or before it. */
export function boundaryOn(boundaries: readonly Boundary[], date: string): Boundary | undefined {
  return boundaries.findLast((boundary) => boundary.date <= date);
}

/** The answer of the server as an atlas; undefined when it holds no municipality or no boundaries. */
export function toAtlas(answer: AtlasQuery): Atlas | undefined {
  const asOf = answer.municipalities.nodes[0]?.asOf;
  const boundaries = answer.boundaryDates
    .map(({ municipalityCount, ...boundary }) => ({ ...boundary, count: municipalityCount }))
    .sort((a, b) => compareDays(a.date, b.date));
  const boundary = asOf && boundaryOn(boundaries, asOf);
  if (!asOf || !boundary) return undefined;
  const municipalities = answer.municipalities.nodes.map(municipality);
  return {
    asOf,
    boundary,
    boundaries,
    municipalities,
    byCode: new Map(municipalities.map((each) => [each.code, each])),
    demonstration: answer.serverInfo.demonstration,
    dataDate: answer.serverInfo.dataDate,
    boundariesKnownUntil: answer.serverInfo.boundariesKnownUntil,
    version: answer.serverInfo.version,
  };
}

/** How far care coordination reaches. Says nothing of capacity. */
export interface Coverage {
  readonly municipalities: number;
  readonly coveredMunicipalities: number;
  readonly inhabitants: number;
  readonly coveredInhabitants: number;
}

/** A municipality is covered by a TEMPORARY or STRUCTURAL arrangement. */
export function coverage(municipalities: readonly Municipality[]): Coverage {
  const covered = municipalities.filter(({ status }) => status === 'STRUCTURAL' || status === 'TEMPORARY');
  const people = (of: readonly Municipality[]): number =>
    of.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);
  return {
    municipalities: municipalities.length,
    coveredMunicipalities: covered.length,
    inhabitants: people(municipalities),
    coveredInhabitants: people(covered),
  };
}
