import { firstNl } from './nl/first';
import { viewsNl } from './nl/views';

/** All texts in Dutch that everybody may read. Gaps are `{name}`; `{name|one|many}` is a word that depends on a number. */
export const nl = { ...firstNl, ...viewsNl } as const;
