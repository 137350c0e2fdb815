import { ask } from '../../../lib/api/client';
import { ChangesDocument, type MunicipalityFilter } from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { Language } from '../../../lib/texts/language';
import type { Report } from './model';

export interface ChangeQuestion {
  readonly from: string;
  readonly to: string;
  readonly language: Language;
  readonly where?: MunicipalityFilter | undefined;
}

export async function loadChanges(question: ChangeQuestion, signal?: AbortSignal): Promise<Report> {
  const { from, to, language, where } = question;
  const variables = { from, to, language: serverLanguage(language), ...(where ? { where } : {}) };
  return (await ask(ChangesDocument, variables, signal)).changes;
}
