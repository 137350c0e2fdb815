import type { FactorValuesQueryVariables } from './generated';

const evenly = { gap: 1, coordination: 1, population: 1, staleness: 1, region: 1 };
/** What a list for asking goes by that one for briefing does not. */
const toAsk = { gap: 1, coordination: 0, population: 0, staleness: 0, contact: 0, region: 1 };

/** What the factors of the two lists are asked for with: every one, `contact` only for the staff, because briefings are internal. */
export const factorVariables = (
  staff: boolean,
  on: { readonly asOf?: string },
): FactorValuesQueryVariables => ({ ...on, brief: { ...evenly, contact: staff ? 1 : 0 }, ask: toAsk });
