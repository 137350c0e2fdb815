import type { FactorValuesQuery, TargetDetailsQuery } from '../api/generated';
import type { Atlas, Municipality } from '../atlas/model';
import { type FactorId, type Weights, factorIds } from './weights';

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
  /** Among all municipalities of the date, from 1. */
  readonly rank: number;
  /** Weighted mean of the factors, in 0..1. */
  readonly score: number;
  readonly parts: readonly Part[];
}

/** The factors of every municipality by its code; they do not depend on the weights. */
export const toValues = ({ outreachTargets }: FactorValuesQuery): ReadonlyMap<string, Values> =>
  new Map(
    outreachTargets.nodes.map(({ municipality, priority }) => {
      const found = new Map(priority.factors.map(({ factor, value }) => [factor, value]));
      const values = factorIds.map((id) => [id, found.get(id) ?? 0]);
      return [municipality.code, Object.fromEntries(values) as Record<FactorId, number>];
    }),
  );

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
export function rankAll(atlas: Atlas, values: ReadonlyMap<string, Values>, weights: Weights): Place[] {
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
  return scored.map((each, at) => ({ ...each, rank: at + 1 }));
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
        solvedNearby: solvedNearby.map(({ code }) => code),
      },
    ]),
  );

/** A target as it is shown: its place, and what is told of it once that has arrived. */
export interface Target extends Place {
  /** Its number in the list and on the map; undefined when the filter leaves it out. */
  readonly number: number | undefined;
  readonly detail: Detail | undefined;
}
