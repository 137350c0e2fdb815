import type { Language } from '../route/model';
import { type Known, type Writer, writer } from './model';
import { nl } from './nl';

/** Dutch is part of the first load; English comes when it is asked for. */
const most: Record<Language, () => Promise<Known>> = {
  nl: () => Promise.resolve(nl),
  en: async () => (await import('./en')).en,
};
/** What only those who edit read comes with the first view of theirs. */
const rest: Record<Language, () => Promise<Known>> = {
  nl: async () => (await import('./manage/nl')).manageNl,
  en: async () => (await import('./manage/en')).manageEn,
};

let current = $state.raw<Writer>(writer('nl', nl));
let editing = false;

/** The writer of the language in use; reading it in a component follows the switch. */
export const texts = {
  get now(): Writer {
    return current;
  },
};

async function load(language: Language): Promise<Writer> {
  const parts = await Promise.all([most[language](), editing ? rest[language]() : {}]);
  return writer(language, Object.assign({}, ...parts) as Known);
}

/** Switches the language of all texts and of the document. */
export async function useLanguage(language: Language): Promise<void> {
  if (current.language !== language) current = await load(language);
  document.documentElement.lang = language;
}

/** A view for those who edit, once its texts are there. */
export async function withTexts<View>(view: Promise<View>): Promise<View> {
  if (!editing) {
    editing = true;
    current = await load(current.language);
  }
  return view;
}
