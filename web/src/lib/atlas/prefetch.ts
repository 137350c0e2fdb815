import { address, askEarly } from '../api/client';
import { AtlasDocument, type AtlasQuery, ReferenceDocument, ViewerDocument } from '../api/generated';
import { serverLanguage } from '../api/language';
import { remembered } from '../texts/language';

// Whoever needs the answer meets the same failure, and can tell.
const tryEarly = (url: string): Promise<unknown> => askEarly(url).catch(() => undefined);

/**
 * Asks for the municipalities of the date in an address, for their borders, for the
 * names and for who is asking, while the rest of the client is still on its way. A wrong
 * guess costs a request; what is shown is decided later, by the whole address.
 */
export async function askForFirstView(url: URL): Promise<void> {
  const date = /^20\d\d-\d\d-\d\d$/.exec(url.searchParams.get('date') ?? '')?.[0];
  const asked = url.searchParams.get('lang');
  const language = asked === 'nl' || asked === 'en' ? asked : remembered();
  const atlas = tryEarly(address(AtlasDocument, date ? { asOf: date } : {}));
  void tryEarly(address(ReferenceDocument, { language: serverLanguage(language) }));
  void tryEarly(address(ViewerDocument, {}));
  const answer = (await atlas) as { data?: AtlasQuery } | undefined;
  const asOf = answer?.data?.municipalities.nodes[0]?.asOf ?? '';
  const boundary = answer?.data?.boundaryDates
    .filter((each) => each.date <= asOf)
    .reduce((last, each) => (each.date > last.date ? each : last));
  if (boundary) await tryEarly(boundary.topologyUrl);
}
