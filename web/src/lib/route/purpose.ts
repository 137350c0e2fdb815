import type { PolicyClass } from '../api/generated';

/** The two lists of outreach: whom to brief, and whom to ask first. */
export const purposes = ['BRIEF', 'ASK'] as const;
export type Purpose = (typeof purposes)[number];

/** The classes that a list is about, unless the filter says which. */
export const purposeClasses = {
  BRIEF: ['NONE', 'PARTIAL'],
  ASK: ['UNCERTAIN', 'NOT_ASSESSED'],
} as const satisfies Readonly<Record<Purpose, readonly PolicyClass[]>>;

/** The list that municipalities of a class stand on; undefined where policy is complete. */
export const purposeOf = (policyClass: PolicyClass): Purpose | undefined =>
  purposes.find((purpose) => (purposeClasses[purpose] as readonly string[]).includes(policyClass));

/** How many municipalities stand on each list. */
export function countByPurpose(
  municipalities: readonly { readonly policyClass: PolicyClass }[],
): Readonly<Record<Purpose, number>> {
  const counts = { BRIEF: 0, ASK: 0 };
  for (const { policyClass } of municipalities) {
    const purpose = purposeOf(policyClass);
    if (purpose) counts[purpose]++;
  }
  return counts;
}

/** The word of a list in the address, `doel=navragen`. */
const words: Readonly<Record<Purpose, string>> = { BRIEF: 'voorlichten', ASK: 'navragen' };

/** Reads the word of a list. */
export const parsePurpose = (text: string): Purpose | undefined =>
  purposes.find((purpose) => words[purpose] === text);

/** The word of a list; undefined for the default. */
export const purposeText = (purpose: Purpose): string | undefined =>
  purpose === 'BRIEF' ? undefined : words[purpose];
