import type { Page, PlainPage } from './page';

/** The four places of the header, each with its pages; the first opens it. */
export const places = {
  map: ['map', 'table'],
  compare: ['regions', 'compare', 'time', 'blocks'],
  outreach: ['outreach', 'bottlenecks', 'campaigns'],
  about: ['accountability', 'developers'],
} as const satisfies Readonly<Record<string, readonly PlainPage[]>>;
export type Place = keyof typeof places;
export type PlacePage = (typeof places)[Place][number];

export const placeIds = Object.keys(places) as Place[];

/** The page of a place under which a page falls that is none itself. */
const parents: Partial<Record<Page['name'], PlacePage>> = {
  region: 'regions',
  block: 'blocks',
  practices: 'bottlenecks',
  campaign: 'campaigns',
};

/** The page of a place that an address is at or below. */
export const entryOf = ({ name }: Page): Page['name'] => parents[name] ?? name;

/** The place that holds a page; undefined for a municipality, signing in and managing. */
export const placeOf = (page: Page): Place | undefined =>
  placeIds.find((id) => (places[id] as readonly string[]).includes(entryOf(page)));
