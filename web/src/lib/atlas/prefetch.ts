import { address, askEarly } from '../api/client';
import {
  AtlasDocument,
  type AtlasQuery,
  FactorValuesDocument,
  MunicipalityContextDocument,
  MunicipalityPageDocument,
  PriorityOfDocument,
  ReferenceDocument,
  RegionPageDocument,
  ViewerDocument,
} from '../api/generated';
import { factorVariables } from '../api/factor-values';
import { serverLanguage } from '../api/language';
import type { Page } from '../route/page';
import { remembered } from '../texts/language';

// Whoever needs the answer meets the same failure, and can tell.
const tryEarly = (url: string): Promise<unknown> => askEarly(url).catch(() => undefined);

/** The addresses of what a view itself asks first, with the variables in the order of the view. */
function addressesOf(
  page: Page | undefined,
  language: ReturnType<typeof serverLanguage>,
  on: { readonly asOf?: string },
): readonly string[] {
  if (page?.name === 'region')
    return [address(RegionPageDocument, { set: page.set, code: page.code, language, ...on })];
  // As for the public: most are, and who asks is not known yet.
  if (page?.name === 'outreach') return [address(FactorValuesDocument, factorVariables(false, on))];
  if (page?.name !== 'municipality') return [];
  const variables = { code: page.code, language, ...on };
  return [
    address(MunicipalityPageDocument, variables),
    address(MunicipalityContextDocument, variables),
    address(PriorityOfDocument, variables),
  ];
}

/**
 * Asks for the municipalities of the date in an address, for their borders, for the
 * names, for who is asking and for what its view asks first, while the rest of the client
 * is still on its way. A wrong guess costs a request; what is shown is decided later, by
 * the whole address.
 */
export async function askForFirstView(url: URL, page: Page | undefined): Promise<void> {
  const date = /^20\d\d-\d\d-\d\d$/.exec(url.searchParams.get('date') ?? '')?.[0];
  const on = date ? { asOf: date } : {};
  const asked = url.searchParams.get('lang');
  const language = serverLanguage(asked === 'nl' || asked === 'en' ? asked : remembered());
  const atlas = tryEarly(address(AtlasDocument, on));
  for (const early of addressesOf(page, language, on)) void tryEarly(early);
  void tryEarly(address(ReferenceDocument, { language }));
  void tryEarly(address(ViewerDocument, {}));
  const answer = (await atlas) as { data?: AtlasQuery } | undefined;
  const asOf = answer?.data?.municipalities.nodes[0]?.asOf ?? '';
  const boundary = answer?.data?.boundaryDates
    .filter((each) => each.date <= asOf)
    .reduce((last, each) => (each.date > last.date ? each : last));
  if (!boundary) return;
  // The map of a region has borders of its own detail.
  if (page?.name === 'region') void tryEarly(boundary.regionalUrl);
  await tryEarly(boundary.topologyUrl);
}
