import { ask } from '../../../lib/api/client';
import { WorkDocument } from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { RegionRef } from '../../../lib/filter/model';
import type { Language } from '../../../lib/texts/language';
import { type Work, toWork } from './model';

export interface WorkQuestion {
  readonly language: Language;
  /** Only what lies in one of these; everything when undefined. */
  readonly regions: readonly RegionRef[] | undefined;
  /** So that it is asked again after a change. */
  readonly count: number;
}

/** What is to be done about the data of today. */
export async function loadWork({ language, regions }: WorkQuestion, signal: AbortSignal): Promise<Work[]> {
  const where = regions && { anyRegion: regions.map(({ set, code }) => ({ set, code })) };
  const variables = { language: serverLanguage(language), ...(where ? { where } : {}) };
  return toWork((await ask(WorkDocument, variables, signal)).municipalities.nodes);
}
