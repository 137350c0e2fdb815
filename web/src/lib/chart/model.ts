import type { ShadeClass } from '../shade/model';

/** A class with how many there are of it. */
export interface Part {
  readonly of: ShadeClass;
  readonly count: number;
}

/** A stretch of a bar, as shares in 0..1 of its length. */
export interface Stretch extends Part {
  readonly from: number;
  readonly share: number;
}

/** The parts of a whole one after the other; parts of nothing are left out. */
export function stretches(parts: readonly Part[]): Stretch[] {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return parts
    .filter(({ count }) => count > 0)
    .map((part) => {
      const share = part.count / whole;
      const stretch = { ...part, from, share };
      from += share;
      return stretch;
    });
}

/** The classes with their counts, as parts of a bar. */
export const partsOf = (classes: readonly ShadeClass[], counts: ReadonlyMap<string, number>): Part[] =>
  classes.map((of) => ({ of, count: counts.get(of.id) ?? 0 }));
