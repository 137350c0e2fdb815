/** The factors of a priority, as the server names and orders them. */
export const factorIds = ['gap', 'coordination', 'population', 'staleness', 'contact', 'region'] as const;
export type FactorId = (typeof factorIds)[number];

/** Those that count for a viewer: briefings are internal, so `contact` is for the staff. */
export const factorsFor = (staff: boolean): readonly FactorId[] =>
  staff ? factorIds : factorIds.filter((factor) => factor !== 'contact');

/** How much each factor counts: whole numbers from 0, which leaves it out, to `mostWeight`. */
export type Weights = Readonly<Record<FactorId, number>>;

export const mostWeight = 5;
export const standardWeights: Weights = {
  gap: 3,
  coordination: 2,
  population: 1,
  staleness: 1,
  contact: 2,
  region: 1,
};

export const isStandard = (weights: Weights): boolean =>
  factorIds.every((factor) => weights[factor] === standardWeights[factor]);

const countsAnything = (weights: Weights): boolean => factorIds.some((factor) => weights[factor] > 0);

/** The weights that count for a viewer; the standard where these leave nothing to rank by. */
export function weightsFor(weights: Weights, staff: boolean): Weights {
  if (staff) return weights;
  const open = { ...weights, contact: 0 };
  return countsAnything(open) ? open : { ...standardWeights, contact: 0 };
}

/** Whether the weights that count for a viewer are other than the standard. */
export const areOwn = (weights: Weights, staff: boolean): boolean =>
  weightsText(weightsFor(weights, staff)) !== weightsText(weightsFor(standardWeights, staff));

/** The weights with one of them changed; as they were when nothing would count any more. */
export function withWeight(weights: Weights, factor: FactorId, value: number, staff = false): Weights {
  const next = { ...weights, [factor]: value };
  return countsAnything(staff ? next : { ...next, contact: 0 }) ? next : weights;
}

/** Reads `gap:5,region:0`; the factors that are not named have their standard weight. */
export function parseWeights(text: string): Weights | undefined {
  let weights = standardWeights;
  for (const part of text.split(',')) {
    const [, name, digit] = /^([a-z]+):(\d)$/.exec(part) ?? [];
    const factor = factorIds.find((id) => id === name);
    if (!factor || Number(digit) > mostWeight) return undefined;
    weights = { ...weights, [factor]: Number(digit) };
  }
  return countsAnything(weights) ? weights : undefined;
}

/** Writes the weights that differ from the standard; undefined when none does. */
export function weightsText(weights: Weights): string | undefined {
  const different = factorIds.filter((factor) => weights[factor] !== standardWeights[factor]);
  return different.map((factor) => `${factor}:${weights[factor]}`).join(',') || undefined;
}
