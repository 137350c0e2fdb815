import { ask } from '../../lib/api/client';
import {
  CompareMunicipalitiesDocument,
  type CompareMunicipalitiesQuery,
  CompareRegionDocument,
  type CompareRegionQuery,
} from '../../lib/api/generated';
import { serverLanguage } from '../../lib/api/language';
import type { Language } from '../../lib/texts/language';
import { parseRegion } from '../../lib/route/values';
import { isRegion } from '../shared/compare/model';

export interface CompareQuestion {
  /** Municipality codes, or regions as `set/code`. */
  readonly compared: readonly string[];
  readonly language: Language;
  /** ISO 8601; undefined is today. */
  readonly date?: string | undefined;
}

/** What the server says of all that is compared; one of the two is empty. */
export interface Compared {
  readonly municipalities: CompareMunicipalitiesQuery | undefined;
  readonly regions: readonly CompareRegionQuery[];
}

export async function loadCompared(question: CompareQuestion, signal: AbortSignal): Promise<Compared> {
  const { compared, language, date } = question;
  const common = { language: serverLanguage(language), ...(date ? { asOf: date } : {}) };
  const refs = compared.filter(isRegion).flatMap((id) => parseRegion(id) ?? []);
  if (refs.length === 0) {
    const variables = { codes: [...compared], ...common };
    return { municipalities: await ask(CompareMunicipalitiesDocument, variables, signal), regions: [] };
  }
  const asked = refs.map((ref) => ask(CompareRegionDocument, { ...ref, ...common }, signal));
  return { municipalities: undefined, regions: await Promise.all(asked) };
}
