import { useEffect, useState } from 'react';

import { ask } from '../../../lib/api/client';
import { Document } from '../../../lib/api/document';
import type { AtlasQuery } from '../../../lib/api/generated';

type Answer = { readonly serverInfo: Pick<AtlasQuery['serverInfo'], 'demonstration'> };

/** Not among the client's documents, which the map loads at its first view. */
export const demonstrationQuery = new Document<Answer, Record<string, never>>('{serverInfo{demonstration}}');

/** Whether the server holds invented verdicts. */
export function useDemonstration(): boolean {
  const [demonstration, setDemonstration] = useState(false);
  useEffect(() => {
    ask(demonstrationQuery, {}).then(
      ({ serverInfo }) => setDemonstration(serverInfo.demonstration),
      () => undefined, // The answer to the first query says what is wrong.
    );
  }, []);
  return demonstration;
}
