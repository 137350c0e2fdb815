import { send } from '../../lib/api/client';
import { CheckDocument } from '../../lib/api/generated';
import { serverLanguage } from '../../lib/api/language';
import type { Language } from '../../lib/texts/language';
import type { Check } from '../shared/check/model';

export interface CheckQuestion {
  readonly secret: string;
  readonly language: Language;
  /** So that it is asked again. */
  readonly attempt: number;
}

/** What a link is about. By POST: an address, and the secret in it, would come into logs. */
export async function loadCheck({ secret, language }: CheckQuestion): Promise<Check | null> {
  const { answer } = await send(CheckDocument, { secret, language: serverLanguage(language) });
  return answer.check;
}
