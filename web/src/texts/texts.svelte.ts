import type { Language } from '../route/model';
import { type Writer, writer } from './model';
import { nl } from './nl';

/** Dutch is part of the first load; English comes when it is asked for. */
const load: Record<Language, () => Promise<Writer>> = {
  nl: () => Promise.resolve(writer('nl', nl)),
  en: async () => writer('en', (await import('./en')).en),
};

let current = $state.raw<Writer>(writer('nl', nl));

/** The writer of the language in use; reading it in a component follows the switch. */
export const texts = {
  get now(): Writer {
    return current;
  },
};

/** Switches the language of all texts and of the document. */
export async function useLanguage(language: Language): Promise<void> {
  if (current.language !== language) current = await load[language]();
  document.documentElement.lang = language;
}
