import { firstEn } from './en/first';
import { viewsEn } from './en/views';
import type { Texts } from './model';

/** All texts in English that everybody may read; the same keys and gaps as the Dutch. */
export const en: Texts = { ...firstEn, ...viewsEn };
