import type { Page } from '../../lib/route/model';

/** The pages of the main menu, in its order. */
export const menuPages = [
  'map',
  'table',
  'regions',
  'compare',
  'time',
  'blocks',
  'outreach',
  'bottlenecks',
  'accountability',
  'developers',
] as const;

/** The entry of the menu under which a page falls that is not in it. */
const parents: Partial<Record<Page['name'], Page['name']>> = {
  region: 'regions',
  block: 'blocks',
  practices: 'bottlenecks',
  campaigns: 'outreach',
  campaign: 'outreach',
};

/** Whether an entry of the menu is where a page stands. */
export const holds = (entry: Page['name'], { name }: Page): boolean => (parents[name] ?? name) === entry;
