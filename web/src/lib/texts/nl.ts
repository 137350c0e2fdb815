import { app } from './nl/app';
import { map } from './nl/map';
import { outreach } from './nl/outreach';
import { pages } from './nl/pages';

/** All texts in Dutch that everybody may read. Gaps are `{name}`; `{name|one|many}` is a word that depends on a number. */
export const nl = { ...app, ...map, ...outreach, ...pages } as const;
