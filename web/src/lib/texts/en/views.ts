import type { ViewTexts } from '../model';
import { outreach } from './outreach';
import { pages } from './pages';

/** What the other views say; it comes with the first of them. */
export const viewsEn: ViewTexts = { ...outreach, ...pages };
