import type { Language } from '../texts/language';

/** A language as the server names it. */
export const serverLanguage = (language: Language): 'NL' | 'EN' => (language === 'en' ? 'EN' : 'NL');
