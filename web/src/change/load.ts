import { ask } from '../api/client';
import { ChangesDocument, type MunicipalityFilter } from '../api/generated';
import { serverLanguage } from '../api/language';
import type { Language } from '../route/model';
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
