import { edit } from './en/edit';
import { imports } from './en/imports';
import { manage } from './en/manage';
import { people } from './en/people';
import { rubric } from './en/rubric';
import type { ManageTexts } from '../model';

/** The texts in English that only those who edit read; the same keys and gaps as the Dutch. */
export const manageEn: ManageTexts = { ...imports, ...rubric, ...edit, ...people, ...manage };
