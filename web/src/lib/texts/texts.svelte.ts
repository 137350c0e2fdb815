import type { Language } from './language';
import type { MessageTexts } from './messages/model';
import { type Known, type Writer, writer } from './model';
import { firstNl } from './nl/first';

/** Dutch is part of the first load; English comes when it is asked for. */
const most: Record<Language, () => Promise<Known>> = {
  nl: () => Promise.resolve(firstNl),
  en: async () => (await import('./en/first')).firstEn,
};
/** A part of the texts that comes with the first view that needs it. */
export type TextPart = 'views' | 'manage' | 'check' | 'accountability';
const rest: Record<TextPart, Record<Language, () => Promise<Known>>> = {
  views: {
    nl: async () => (await import('./nl/views')).viewsNl,
    en: async () => (await import('./en/views')).viewsEn,
  },
  manage: {
    nl: async () => (await import('./manage/nl')).manageNl,
    en: async () => (await import('./manage/en')).manageEn,
  },
  check: {
    nl: async () => (await import('./check/nl')).checkNl,
    en: async () => (await import('./check/en')).checkEn,
  },
  accountability: {
    nl: async () => (await import('./accountability/nl')).accountabilityNl,
    en: async () => (await import('./accountability/en')).accountabilityEn,
  },
};

/** What the server says; it comes with the first view that has more than the public reads, or when it says something. */
const messages: Record<Language, () => Promise<MessageTexts>> = {
  nl: async () => (await import('./messages/nl')).messagesNl,
  en: async () => (await import('./messages/en')).messagesEn,
};

let current = $state.raw<Writer>(writer('nl', firstNl));
const needed: TextPart[] = [];
let needsMessages = false;

/** The writer of the language in use; reading it in a component follows the switch. */
export const texts = {
  get now(): Writer {
    return current;
  },
};

async function load(language: Language): Promise<Writer> {
  const wanted = [...needed];
  const withSaid = needsMessages;
  const [said, ...parts] = await Promise.all([
    withSaid ? messages[language]() : {},
    most[language](),
    ...wanted.map((part) => rest[part][language]()),
  ]);
  // Another view may have come meanwhile, with texts of its own.
  if (needed.length > wanted.length || needsMessages !== withSaid) return load(language);
  return writer(language, Object.assign({}, ...parts) as Known, said);
}

/** Switches the language of all texts and of the document. */
export async function useLanguage(language: Language): Promise<void> {
  if (current.language !== language) current = await load(language);
  document.documentElement.lang = language;
}

/**
 * A view, once the texts that come after the first ones are there: those of views, and those
 * for who edits or another part, with what the server says to these.
 */
export async function withTexts<View>(view: Promise<View>, part: TextPart = 'manage'): Promise<View> {
  const wanted: readonly TextPart[] = part === 'views' ? [part] : ['views', part];
  const missing = wanted.filter((each) => !needed.includes(each));
  if (missing.length > 0) {
    needed.push(...missing);
    needsMessages ||= part !== 'views';
    current = await load(current.language);
  }
  return view;
}

/**
 * Comes back once there are texts for what the server says. Where they cannot be had, its
 * own words are shown, which are English.
 */
export async function withMessages(): Promise<void> {
  if (needsMessages) return;
  needsMessages = true;
  try {
    current = await load(current.language);
  } catch {
    needsMessages = false;
  }
}
