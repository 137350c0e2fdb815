import { ask } from '../../api/client';
import { WorkDocument } from '../../api/generated';
import { serverLanguage } from '../../api/language';
import type { RegionRef } from '../../filter/model';
import type { Language } from '../../route/model';
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
