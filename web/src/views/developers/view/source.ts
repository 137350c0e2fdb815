import { serverLanguage } from '../../../lib/api/language';
import type { View } from '../../../lib/route/model';
import type { Page } from '../../../lib/route/page';
import { campaignsQuery } from './internal-queries';
import { manage } from './manage';
import type { Context, ViewSource } from './model';
import { campaign, outreach } from './outreach';
import { block, blocks, bottlenecks, practices, time } from './policy';
import { compare, list, municipality, region, regions, table } from './places';
import { accountabilityQuery } from './queries';

/** How each view that shows data is asked for; undefined for those that show none. */
const sources: {
  readonly [Name in Page['name']]:
    ((context: Context, page: Page & { readonly name: Name }) => ViewSource) | undefined;
} = {
  map: (context) => list(context),
  table,
  municipality: (context, { code }) => municipality(context, code),
  regions,
  region: (context, { set, code }) => region(context, { set, code }),
  compare,
  time,
  blocks,
  block: (context, { id }) => block(context, id),
  outreach,
  bottlenecks,
  practices,
  campaigns: () => ({ query: campaignsQuery, variables: {}, internal: true }),
  campaign: (context, { id }) => campaign(context, id),
  accountability: ({ view, today }) => ({
    query: accountabilityQuery,
    variables: { asOf: today, language: serverLanguage(view.language) },
  }),
  manage,
  // Forms, and the page that tells all this.
  check: undefined,
  signIn: undefined,
  password: undefined,
  invitation: undefined,
  request: undefined,
  account: undefined,
  developers: undefined,
};

/** The page of which the developers' page tells: the map where the address names none that shows data. */
export const shownPage = ({ ofPage }: View): Page =>
  ofPage && sources[ofPage.name] ? ofPage : { name: 'map' };

/** Whether a page shows data, which then can be asked for. */
export const hasSource = ({ name }: Page): boolean => sources[name] !== undefined;

/** How the view is asked for of which the developers' page tells. */
export function sourceOf(context: Context): ViewSource {
  const page = shownPage(context.view);
  const source = sources[page.name] as ((context: Context, page: Page) => ViewSource) | undefined;
  return source ? source(context, page) : list(context);
}
