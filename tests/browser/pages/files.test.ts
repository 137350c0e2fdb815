import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

import { open, unfold } from '../support/browser';
import { context, page, server, useServer, visitForEach } from '../support/fixture';
import { ask } from '../support/server';

useServer({ demo: true });
visitForEach();

const run = promisify(execFile);
const codesIn = (csv: string): string[] => csv.match(/^GM\d{4}/gm) ?? [];
const filtered = 'class=PARTIAL&region=vng-platform/RP02&date=2024-06-01';

/** How many municipalities of platform RP02 have incomplete policy, by GraphQL. */
async function counted(): Promise<number> {
  const query = `{ municipalities(asOf: "2024-06-01", where: { policyClass: [PARTIAL]
    region: { set: "vng-platform", code: "RP02" } }) { totalCount } }`;
  const answer = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
  const { data } = (await answer.json()) as { data: { municipalities: { totalCount: number } } };
  return data.municipalities.totalCount;
}

const codeIn = (label: string): Promise<string> =>
  page.getByRole('region', { name: label, exact: true }).innerText();

describe('this view for other programs', () => {
  test('is a command that saves its municipalities', async () => {
    await open(page, `${server.url}/ontwikkelaars?${filtered}&als=curl`);
    const folder = mkdtempSync(join(tmpdir(), 'curl-'));
    try {
      await run('sh', ['-c', await codeIn('curl')], { cwd: folder });
      const csv = readFileSync(join(folder, 'municipalities.csv'), 'utf8');
      expect(codesIn(csv)).toHaveLength(await counted());
      expect(csv).toContain(';');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('is a script whose address gives what it reads', async () => {
    await open(page, `${server.url}/ontwikkelaars?${filtered}`);
    await page.getByRole('link', { name: 'Python', exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('als')).toBe('python');
    const script = await codeIn('Python');
    const given = [...script.matchAll(/^\s+("\w+"): (".*"),$/gm)].map(([, name = '', value = '']) => [
      JSON.parse(name) as string,
      JSON.parse(value) as string,
    ]);
    const address = `${server.url}/export/municipalities.csv?${new URLSearchParams(given)}`;
    expect(script).toContain(`"${server.url}/export/municipalities.csv?"`);
    const csv = await (await fetch(address)).text();
    expect(codesIn(csv)).toHaveLength(await counted());
    expect(csv).toContain(',PARTIAL,');
  });

  test('is addresses for QGIS, each of which answers', async () => {
    await open(page, `${server.url}/ontwikkelaars?${filtered}&als=qgis`);
    const items = await codeIn('Als vectorlaag (protocol HTTP, GeoJSON): de gemeenten van deze weergave');
    const { features } = (await (await fetch(items)).json()) as { features: unknown[] };
    expect(features).toHaveLength(await counted());
    const tiles = await page.getByRole('region', { name: /^Als vectortegels/ }).innerText();
    const tile = await fetch(tiles.replace('{z}', '5').replace('{x}', '16').replace('{y}', '10'));
    expect(tile.status).toBe(200);
    for (const label of [/^Als bestand/, /^Als verbinding/]) {
      const address = await page.getByRole('region', { name: label }).innerText();
      expect((await fetch(address)).status).toBe(200);
    }
  });

  test('is copied by a button', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, `${server.url}/ontwikkelaars?${filtered}&als=r`);
    const script = await codeIn('R');
    await page.getByRole('button', { name: 'Kopieer' }).first().click();
    await page.getByRole('button', { name: 'Gekopieerd' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe(script.trim());
  });
});

/** The codes in the list that a page offers, and what it says of it. */
async function download(): Promise<string[]> {
  await page.getByRole('button', { name: /^Downloaden/ }).click();
  const address = await page.getByRole('link', { name: 'CSV, ook voor Excel' }).getAttribute('href');
  const csv = await (await fetch(new URL(address ?? '', server.url))).text();
  return csv.match(/\bGM\d{4}\b/g) ?? [];
}

describe('a list to download', () => {
  test('of a region holds its members, and its map is of the region alone', async () => {
    await open(page, `${server.url}/regio/provincie/PV23?date=2024-01-01`);
    await page.getByRole('heading', { level: 1, name: 'Overijssel' }).waitFor();
    expect(await download()).toHaveLength(25);
    const picture = page.getByRole('link', { name: 'Kaart als afbeelding (PNG)' });
    const address = new URL((await picture.getAttribute('href')) ?? '', server.url);
    expect(address.searchParams.get('region')).toBe('provincie/PV23');
    expect((await fetch(address)).headers.get('content-type')).toBe('image/png');
  });

  test('of a comparison holds the municipalities that are compared', async () => {
    await open(page, `${server.url}/vergelijken?with=GM0200,GM0193`);
    await page.getByRole('link', { name: 'Apeldoorn', exact: true }).waitFor();
    expect((await download()).toSorted()).toEqual(['GM0193', 'GM0200']);
    await open(page, `${server.url}/vergelijken?with=provincie/PV23,provincie/PV25`);
    await page.getByRole('columnheader', { name: 'Overijssel' }).first().waitFor();
    expect(await page.getByRole('button', { name: /^Downloaden/ }).count()).toBe(0);
  });

  test.each(['', '?doel=navragen'])('of outreach%s holds the list, the first first', async (query) => {
    await open(page, `${server.url}/voorlichting${query}`);
    const rows = page.getByTestId('targets').locator(':scope > li');
    await rows.first().waitFor();
    const first = await rows.evaluateAll((all) => all.slice(0, 10).map((row) => row.dataset['code']));
    const codes = await download();
    expect(codes.slice(0, first.length)).toEqual(first);
    await page.getByText(`Zoals op het scherm: ${String(codes.length)} gemeenten`).waitFor();
  });

  test('has as many columns as it is said to have, and about its size', async () => {
    await open(page, `${server.url}/?date=2024-01-01`);
    await page
      .getByRole('button', { name: /^Downloaden/ })
      .locator('visible=true')
      .first()
      .click();
    const said = await page.getByText(/^Zoals op het scherm: 342 gemeenten, \d+ kolommen/).innerText();
    const link = page.getByRole('link', { name: 'CSV, ook voor Excel' });
    const csv = await (await fetch(new URL((await link.getAttribute('href')) ?? '', server.url))).text();
    const [heading = ''] = csv.split('\r\n');
    // The invented data say so in a column of their own.
    expect(Number(/(\d+) kolommen/.exec(said)?.[1])).toBe(heading.split(';').length - 1);
    const kilobytes = Number(/ongeveer (\d+) kB/.exec(await link.innerText())?.[1]);
    expect(Math.abs((kilobytes * 1000) / csv.length - 1)).toBeLessThan(0.4);
  });
});

test('the address of a view is passed on as it is, by the clipboard and by mail', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const views = ['/?shade=status', '/tabel', '/regio', '/regio/provincie/PV23', '/gemeente/GM0344'];
  views.push('/vergelijken', '/tijd', '/bouwsteen', '/bouwsteen/focal-point', '/voorlichting');
  views.push('/goede-voorbeelden', '/verantwoording');
  for (const path of views) {
    await open(page, server.url + path);
    await page.getByRole('button', { name: 'Delen' }).locator('visible=true').first().click();
    const dialog = page.getByRole('dialog', { name: 'Delen' });
    await dialog.getByRole('button', { name: 'Kopieer de link' }).click();
    await dialog.getByRole('button', { name: 'Gekopieerd' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText()), path).toBe(page.url());
    const mail = await dialog.getByRole('link', { name: 'Stuur een e-mail' }).getAttribute('href');
    expect(decodeURIComponent(mail ?? ''), path).toContain(page.url());
  }
});

test('a link that stays as it is shows what was known, after something else has been recorded', async () => {
  const address = async (): Promise<string> => {
    await page.getByRole('button', { name: 'Delen' }).locator('visible=true').first().click();
    const dialog = page.getByRole('dialog', { name: 'Delen' });
    await dialog.getByRole('radio', { name: 'Blijft zoals het nu is' }).check();
    expect(await dialog.getByText('<iframe').innerText()).toContain('knownAt=');
    return dialog
      .getByText(/^http.*knownAt=/)
      .first()
      .innerText();
  };
  await open(page, `${server.url}/gemeente/GM0344`);
  const fixed = await address();
  expect(fixed).toMatch(/\?date=\d{4}-\d\d-\d\d&knownAt=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  // An instant is told to the second: what comes next is to come after it.
  const instant = Date.parse(new URL(fixed).searchParams.get('knownAt') ?? '');
  await expect.poll(() => Date.now()).toBeGreaterThan(instant + 1000);
  const desk = await server.token('desk', 'OUTREACH');
  const title = 'Regionale aanpak die later kwam';
  await ask(
    server.url,
    desk,
    `mutation { recordPolicyDocument(input: { title: "${title}", scope: REGIONAL,
      validFrom: "2024-01-01", municipalities: ["GM0344"] }) { id } }`,
  );
  await open(page, `${server.url}/gemeente/GM0344`);
  await unfold(page);
  await page.getByText(title).first().waitFor();
  await open(page, fixed);
  await page.getByText(/U ziet wat op .* bekend was/).waitFor();
  await unfold(page);
  expect(await page.getByText(title).count()).toBe(0);
  // Everything that leads on within the site stays with it, until somebody asks for now.
  await page.getByRole('link', { name: 'Toon op de kaart' }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  expect(page.url()).toContain('knownAt=');
  await page.getByRole('link', { name: 'Toon wat nu bekend is' }).click();
  await expect.poll(() => page.url()).not.toContain('knownAt');
  expect(await page.getByText(/U ziet wat op .* bekend was/).count()).toBe(0);
});
