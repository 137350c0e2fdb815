import { outreach } from './outreach';
import { pages } from './pages';

/** What the other views say; it comes with the first of them. */
export const viewsNl = { ...outreach, ...pages } as const;
