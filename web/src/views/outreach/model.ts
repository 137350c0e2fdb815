import type { FactorValuesQuery, TargetDetailsQuery } from '../../lib/api/generated';
import type { Atlas, Municipality } from '../../lib/atlas/model';
import { type Purpose, purposeOf } from '../../lib/route/purpose';
import { type FactorId, type Weights, factorIds } from '../../lib/route/weights';

/** Each factor of one municipality, in 0..1; 1 asks most for outreach. */
export type Values = Readonly<Record<FactorId, number>>;

/** One factor of a score. */
export interface Part {
  readonly factor: FactorId;
  readonly value: number;
  readonly weight: number;
  /** value x weight / sum of weights: its part of the score. */
  readonly contribution: number;
}

/** Where a municipality stands by some weights. */
export interface Place {
  readonly municipality: Municipality;
  /** On the list of the purpose, from 1; undefined when it is not on it. */
  readonly rank: number | undefined;
  /** Weighted mean of the factors, in 0..1. */
  readonly score: number;
  readonly parts: readonly Part[];
}

/** All municipalities of a date by some weights, for one of the lists. */
export interface Ranking {
  readonly purpose: Purpose;
  /** All of them, the first to approach first. */
  readonly places: readonly Place[];
  /** How many are on the list of the purpose. */
  readonly size: number;
}

/** The factors of every municipality by its code, for each list. */
export type ListValues = Readonly<Record<Purpose, ReadonlyMap<string, Values>>>;

const noValues = Object.fromEntries(factorIds.map((id) => [id, 0])) as Record<FactorId, number>;

/** Reads the factors, which do not depend on the weights. Those to ask hold only what differs from those to brief. */
export function toValues({ brief, ask }: FactorValuesQuery): ListValues {
  const read = (
    { nodes }: FactorValuesQuery['brief'],
    from: (code: string) => Values,
  ): ReadonlyMap<string, Values> =>
    new Map(
      nodes.map(({ municipality: { code }, priority }) => {
        const found = priority.factors.map(({ factor, value }) => [factor, value]);
        return [code, { ...from(code), ...(Object.fromEntries(found) as Partial<Values>) }];
      }),
    );
  const toBrief = read(brief, () => noValues);
  return { BRIEF: toBrief, ASK: read(ask, (code) => toBrief.get(code) ?? noValues) };
}

/** What a score is made of, without the factors that do not count. */
export function partsOf(values: Values, weights: Weights): Part[] {
  const whole = factorIds.reduce((sum, factor) => sum + weights[factor], 0);
  return factorIds
    .filter((factor) => weights[factor] > 0)
    .map((factor) => {
      const [value, weight] = [values[factor], weights[factor]];
      return { factor, value, weight, contribution: (value * weight) / whole };
    });
}

/** A score without the noise of adding in another order, so that ties are ties. */
const comparable = (score: number): number => Math.round(score * 1e9);

/**
 * All municipalities by these weights, the first to approach first. The same
 * order as the server's, so that a slider need not wait for it. Ties go by
 * population, then by code.
 */
export function rankAll(atlas: Atlas, lists: ListValues, weights: Weights, purpose: Purpose): Ranking {
  const values = lists[purpose];
  const scored = atlas.municipalities.flatMap((municipality) => {
    const own = values.get(municipality.code);
    if (!own) return [];
    const parts = partsOf(own, weights);
    return { municipality, parts, score: parts.reduce((sum, { contribution }) => sum + contribution, 0) };
  });
  scored.sort(
    (a, b) =>
      comparable(b.score) - comparable(a.score) ||
      (b.municipality.inhabitants ?? 0) - (a.municipality.inhabitants ?? 0) ||
      (a.municipality.code < b.municipality.code ? -1 : 1),
  );
  let size = 0;
  const places = scored.map((each) => ({
    ...each,
    rank: purposeOf(each.municipality.policyClass) === purpose ? ++size : undefined,
  }));
  return { purpose, places, size };
}

/** The first on the list of those shown: the ones that are numbered on the map. */
export const firstOf = (shown: readonly Place[], most: number): Place[] =>
  shown.filter(({ rank }) => rank !== undefined).slice(0, most);

/** Those ticked that stand on one list, or on neither. */
export interface Chosen {
  /** Undefined for those on neither list. */
  readonly list: Purpose | undefined;
  readonly places: readonly Place[];
  /** How many are on the list. */
  readonly size: number;
}

/** Those ticked by the list that they are on, the first to approach first; lists without any are left out. */
export function chosenOf(codes: readonly string[], rankings: readonly Ranking[]): Chosen[] {
  const ticked = rankings.map(({ purpose, places, size }) => ({
    list: purpose,
    places: places.filter(({ rank, municipality: { code } }) => rank !== undefined && codes.includes(code)),
    size,
  }));
  const neither = (rankings[0]?.places ?? []).filter(
    ({ municipality: { code, policyClass } }) => !purposeOf(policyClass) && codes.includes(code),
  );
  return [...ticked, { list: undefined, places: neither, size: 0 }].filter(({ places }) => places.length > 0);
}

/**
 * The contributions in hundredths that add up to the score in hundredths, as
 * they are shown: rounded one by one they need not.
 */
export function inHundredths(parts: readonly Part[], score: number): number[] {
  const exact = parts.map(({ contribution }) => contribution * 100);
  const floors = exact.map((value) => Math.floor(value + 1e-9));
  const short = Math.round(score * 100) - floors.reduce((sum, value) => sum + value, 0);
  const rest = (at: number): number => (exact[at] ?? 0) - (floors[at] ?? 0);
  const up = new Set([...exact.keys()].sort((a, b) => rest(b) - rest(a) || a - b).slice(0, short));
  return floors.map((value, at) => value + (up.has(at) ? 1 : 0));
}

/** What the server tells of one target by some weights. */
export interface Detail {
  readonly explanation: string;
  /** What the value of a factor stands for, in words. */
  readonly texts: ReadonlyMap<string, string>;
  /** Titles of the building blocks that are known to be absent. */
  readonly missing: readonly string[];
  /** Titles of those of which nothing is known. */
  readonly unknown: readonly string[];
  /** Codes of municipalities nearby that have some of these. */
  readonly solvedNearby: readonly string[];
}

/** The details by municipality code. */
export const toDetails = ({ outreachTargets }: TargetDetailsQuery): ReadonlyMap<string, Detail> =>
  new Map(
    outreachTargets.nodes.map(({ municipality, priority, missing, solvedNearby }) => [
      municipality.code,
      {
        explanation: priority.explanation,
        texts: new Map(priority.factors.map(({ factor, text }) => [factor, text])),
        missing: missing.map(({ title }) => title),
        unknown: municipality.policy.verdicts.map(({ block }) => block.title),
        solvedNearby: solvedNearby.map(({ code }) => code),
      },
    ]),
  );

/** A target as it is shown: its place on a list, and what is told of it once that has arrived. */
export interface Target extends Place {
  /** The list that the rank is on. */
  readonly purpose: Purpose;
  /** How many are on it. */
  readonly size: number;
  /** Its number in the list and on the map: its rank on that list. */
  readonly number: number | undefined;
  readonly detail: Detail | undefined;
}
