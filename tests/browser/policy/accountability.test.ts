import { expect, test } from 'vitest';

import { open, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

useServer();

interface Gathered {
  readonly kind: string;
  readonly records: number;
  readonly municipalities: number;
  readonly sources: number;
  readonly sites: number;
}

async function gathered(): Promise<{ gathered: Gathered[]; untold: number }> {
  const query = `{ gathered { kind records municipalities sources sites }
    municipalities(where: { policyClass: [NOT_ASSESSED] }) { totalCount } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { gathered: Gathered[]; municipalities: { totalCount: number } };
  };
  return { gathered: data.gathered, untold: data.municipalities.totalCount };
}

test('what was gathered, and what was not found, is counted from the data', async () => {
  const { gathered: expected, untold } = await gathered();
  expect(expected.map(({ kind, records }) => [kind, records])).toEqual([
    ['ARRANGEMENT', 34],
    ['DOCUMENT', 64],
    ['VERDICT', 1057],
    ['INDICATOR', 13],
  ]);
  const context = await visitor(browser);
  const page = await context.newPage();
  await open(page, `${server.url}/verantwoording`);
  await page.locator('tr[data-kind]').first().waitFor();
  const told = await page.locator('tr[data-kind]').evaluateAll((rows) =>
    rows.map((row) => ({
      kind: (row as HTMLElement).dataset['kind'],
      numbers: [...row.querySelectorAll('td.numbers')].map(({ textContent }) => textContent),
    })),
  );
  const number = (value: number): string => value.toLocaleString('nl-NL');
  expect(told).toEqual(
    expected.map(({ kind, records, municipalities, sources, sites }) => ({
      kind,
      numbers: [
        number(records),
        kind === 'INDICATOR' ? '–' : number(municipalities),
        number(sources),
        number(sites),
      ],
    })),
  );
  const text = await page.locator('article').innerText();
  expect(text).toContain('uitgave 2, afgesloten op 28 november 2026');
  expect(text).toContain('De letterlijke lijst van bouwstenen van het Kader Aanpak Mensenhandel');
  expect(text).toContain(`Het beleid van ${untold} van de 342 gemeenten`);
  await page.getByText('Over het beleid van deze gemeenten is niets bekend').click();
  expect(await page.locator('.names a').count()).toBe(untold);
  await open(page, `${server.url}/verantwoording?lang=en`);
  await page.getByRole('heading', { name: 'What was not found' }).waitFor();
  expect(await page.locator('article').innerText()).toContain('edition 2, closed on 28 November 2026');
  await context.close();
});
