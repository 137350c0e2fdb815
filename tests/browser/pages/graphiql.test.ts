import { describe, expect, test } from 'vitest';

import { complaints, phone } from '../support/browser';
import { context, errors, page, server, turnTo, useServer, visit, visitForEach } from '../support/fixture';

useServer();
visitForEach({ strict: false });

const editor = '.graphiql-query-editor .view-lines';
const answer = '.graphiql-response .view-lines';

/** The lines of an editor that are in sight; it writes spaces as no-break spaces. */
const linesOf = async (where: string): Promise<string> =>
  (await page.locator(where).innerText()).replaceAll('\u00a0', ' ');

const address = (query: string): string => `${server.url}/graphql?${new URLSearchParams({ query })}`;

test('opens with an example and its answer, asks nothing of third parties and breaks no policy', async () => {
  const found = complaints(page);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(`${server.url}/graphql`);
  await expect.poll(() => linesOf(editor)).toContain('query LargestWithoutCompletePolicy');
  await expect.poll(() => linesOf(answer)).toContain('"totalCount"');
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  expect(await page.title()).toBe('GraphQL proberen (GraphiQL) · Dekkingskaart');
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  expect([...hosts]).toEqual([new URL(server.url).host]);
  expect(found).toEqual([]);
});

describe('the examples', () => {
  test('run with one click', async () => {
    const found = complaints(page);
    await page.goto(`${server.url}/graphql`);
    await page.getByRole('button', { name: 'Wat was er begin 2026 bekend over eind 2021?' }).click();
    await expect.poll(() => linesOf(editor)).toContain('query KnownThenAndNow');
    await expect.poll(() => linesOf(answer)).toContain('"municipalityCount": 352');
    await page.getByRole('button', { name: 'Dekking per veiligheidsregio' }).click();
    await expect.poll(() => linesOf(answer)).toContain('"label": "Groningen"');
    expect(found).toEqual([]);
  });

  test('all get an answer without an error', async () => {
    await page.goto(`${server.url}/graphql`);
    const buttons = page.getByRole('region', { name: 'Voorbeelden' }).getByRole('button');
    await expect.poll(() => buttons.count()).toBe(9);
    for (const button of await buttons.all()) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await button.click();
      const body = (await (await answered).json()) as { data?: object; errors?: unknown };
      expect(body.errors).toBeUndefined();
      expect(body.data).toBeTruthy();
    }
  });

  test('can be undone in the editor', async () => {
    await page.goto(address('{ regionSets { id } }'));
    await expect.poll(() => linesOf(answer)).toContain('"id": "provincie"');
    await page.getByRole('button', { name: 'Wat is er heringedeeld?' }).click();
    await expect.poll(() => linesOf(editor)).toContain('query Reorganisations');
    await page.locator(editor).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => linesOf(editor)).toContain('{ regionSets { id } }');
  });

  test('bring the answer into sight on a phone', async () => {
    await context.close();
    await visit(undefined, phone);
    await page.goto(`${server.url}/graphql?lang=en`);
    await page.getByRole('button', { name: 'Coverage by safety region' }).click();
    const first = page.locator(answer).getByText('"Groningen"').first();
    await first.waitFor();
    await expect.poll(async () => (await first.boundingBox())?.y).toBeLessThan(phone.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

describe('a query in the address', () => {
  test('opens in the editor and runs', async () => {
    await page.goto(address('{ municipalities(asOf: "2026-11-01") { totalCount } }'));
    await expect.poll(() => linesOf(editor)).toContain('municipalities(asOf: "2026-11-01")');
    await expect.poll(() => linesOf(answer)).toContain('"totalCount": 342');
  });

  test('brings its variables', async () => {
    const question = { query: 'query($code: MunicipalityCode!) { municipality(code: $code) { name } }' };
    const variables = JSON.stringify({ code: 'GM0200' });
    await page.goto(`${server.url}/graphql?${new URLSearchParams({ ...question, variables })}`);
    await expect.poll(() => linesOf(answer)).toContain('"name": "Apeldoorn"');
  });

  test('opens from the developers’ page', async () => {
    await page.goto(`${server.url}/ontwikkelaars`);
    const link = page.getByRole('link', { name: 'Uitvoeren' }).last();
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    turnTo(opened);
    await expect.poll(() => linesOf(editor)).toContain('query KnownThenAndNow');
    await expect.poll(() => linesOf(answer)).toContain('"municipalityCount": 352');
  });

  test('that changes something only opens', async () => {
    let asked = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('anything')) asked += 1;
    });
    await page.goto(address('mutation { anything }'));
    await expect.poll(() => linesOf(editor)).toContain('mutation { anything }');
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    expect(asked).toBe(0);
  });
});

test('links to the map, the schema and the other language', async () => {
  await page.goto(address('{ regionSets { id } }'));
  const header = page.getByRole('banner');
  expect(await header.getByRole('link', { name: 'Kaart', exact: true }).getAttribute('href')).toBe('/');
  expect(await header.getByRole('link', { name: /schema/ }).getAttribute('href')).toBe('/schema.graphql');
  await header.getByRole('link', { name: /English/ }).click();
  await header.getByRole('link', { name: 'Map', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Examples' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => linesOf(editor)).toContain('{ regionSets { id } }');
});
