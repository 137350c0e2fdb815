export type Language = 'nl' | 'en';

const storageKey = 'language';

/** The language of the last visit; Dutch at first. */
export function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'nl';
  } catch {
    return 'nl'; // Storage can be forbidden in an office browser.
  }
}

export function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The address still carries the language.
  }
}
