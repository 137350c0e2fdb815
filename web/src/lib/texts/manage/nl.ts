import { edit } from './nl/edit';
import { imports } from './nl/imports';
import { manage } from './nl/manage';
import { people } from './nl/people';
import { rubric } from './nl/rubric';

/** The texts in Dutch that only those who edit read; they come with the first view of theirs. */
export const manageNl = { ...imports, ...rubric, ...edit, ...people, ...manage } as const;
