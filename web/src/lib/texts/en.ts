import { app } from './en/app';
import { map } from './en/map';
import { outreach } from './en/outreach';
import { pages } from './en/pages';
import type { Texts } from './model';

/** All texts in English that everybody may read; the same keys and gaps as the Dutch. */
export const en: Texts = { ...app, ...map, ...outreach, ...pages };
