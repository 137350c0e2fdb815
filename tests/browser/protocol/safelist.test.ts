import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { open, views } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';

useServer({ demo: true, settings: { DEKKINGSKAART_SAFELIST: mkdtempSync(join(tmpdir(), 'safelist-')) } });
visitForEach();

test('a server that holds to a list of documents answers all that its own client asks', async () => {
  const refused: string[] = [];
  let answered = 0;
  // Every answer is read before the page has it, whatever it does next.
  await page.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    answered += 1;
    if ((await response.text()).includes('NOT_ON_SAFELIST')) refused.push(route.request().url());
    await route.fulfill({ response });
  });
  for (const view of views) await open(page, server.url + view);
  await page.unrouteAll({ behavior: 'wait' });
  expect(answered).toBeGreaterThan(views.length);
  expect(refused).toEqual([]);
  const query = new URLSearchParams({ query: '{ __typename }' });
  const other = await (await fetch(`${server.url}/graphql?${query}`)).text();
  expect(other).toContain('NOT_ON_SAFELIST');
});
