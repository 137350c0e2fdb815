import type { Topology } from 'topojson-specification';

import { address, askEarly } from '../api/client';
import { AtlasDocument, type AtlasQuery } from '../api/generated';

/**
 * Asks for the municipalities of the date in an address, and for their borders,
 * while the rest of the client is still on its way. A wrong guess costs a
 * request; what is shown is decided later, by the whole address.
 */
export async function askForFirstView(url: URL): Promise<void> {
  const date = /^20\d\d-\d\d-\d\d$/.exec(url.searchParams.get('date') ?? '')?.[0];
  try {
    const { data } = await askEarly<{ data?: AtlasQuery }>(
      address(AtlasDocument, date ? { asOf: date } : {}),
    );
    const asOf = data?.municipalities.nodes[0]?.asOf ?? '';
    const boundary = data?.boundaryDates
      .filter((each) => each.date <= asOf)
      .reduce((last, each) => (each.date > last.date ? each : last));
    if (boundary) await askEarly<Topology>(boundary.topologyUrl);
  } catch {
    // Whoever needs the answer meets the same failure, and can tell.
  }
}
