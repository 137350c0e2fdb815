import { ask } from '../../lib/api/client';
import { RegionPageDocument, type RegionPageQuery } from '../../lib/api/generated';
import { serverLanguage } from '../../lib/api/language';
import { type Scene, loadScene } from '../../lib/atlas/scene';
import type { Contacts } from '../../lib/atlas/contacts';
import type { Language } from '../../lib/texts/language';

export interface RegionQuestion {
  readonly set: string;
  readonly code: string;
  readonly language: Language;
  /** ISO 8601; undefined is today. */
  readonly date?: string | undefined;
  readonly contacts?: Contacts | undefined;
}

/** All that the page of a region shows of one date. */
export interface RegionScene {
  readonly totals: RegionPageQuery;
  /** The whole country, with borders fine enough for a map of the region. */
  readonly scene: Scene;
}

export async function loadRegion(question: RegionQuestion, signal: AbortSignal): Promise<RegionScene> {
  const { set, code, language, date, contacts } = question;
  const variables = { set, code, language: serverLanguage(language), ...(date ? { asOf: date } : {}) };
  const [totals, scene] = await Promise.all([
    ask(RegionPageDocument, variables, signal),
    loadScene({ date, block: undefined, contacts }, 'regional'),
  ]);
  return { totals, scene };
}
