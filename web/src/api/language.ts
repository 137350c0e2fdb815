import type { Language } from '../route/model';

/** A language as the server names it. */
export const serverLanguage = (language: Language): 'NL' | 'EN' => (language === 'en' ? 'EN' : 'NL');
