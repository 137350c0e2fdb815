import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { open, withQuery } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';
import { ask } from '../support/server';

let admin: string;
let campaign: string;
useServer({ demo: true }, async () => {
  admin = await server.token('chef', 'ADMIN');
});
visitForEach({ token: () => admin });

beforeAll(async () => {
  const made = await ask<{ createCampaign: { id: string } }>(
    server.url,
    admin,
    `mutation { createCampaign(input: { title: "Op maat", goal: 50, from: "2026-01-01", to: "2026-12-31",
      partners: [] }) { id } }`,
  );
  campaign = made.createCampaign.id;
  await ask(
    server.url,
    admin,
    `mutation { addTargets(campaign: "${campaign}", codes: ["GM0344", "GM0200"]) { id } }`,
  );
});

const routes = join(import.meta.dirname, '../../../web/src/lib/route/pages.txt');
/** Forms and signing in, which show no data, and the page that writes the others. */
const withoutData = /^\/(?:aanmelden|wachtwoord|uitnodiging|toegang|account|controle|ontwikkelaars)$/;

/** An address of every page of the client that shows data. */
const addresses = readFileSync(routes, 'utf8')
  .trim()
  .split('\n')
  .filter((path) => !withoutData.test(path))
  .map((path) =>
    path
      .replace('{municipality}', 'GM0344')
      .replace('{word}/{id}', 'provincie/PV23')
      .replace('{word}', 'focal-point'),
  );

const pathOf = (address: string): string =>
  address.replace('campagnes/{id}', `campagnes/${campaign}`).replace('{id}', '1');

/** The link of a page to itself as code: on the page, or among its downloads. */
async function codeAddress(): Promise<string> {
  const link = page.locator('main a[href^="/ontwikkelaars"][href*="weergave="]').locator('visible=true');
  const downloads = page
    .locator('main')
    .getByRole('button', { name: /^Downloaden/ })
    .locator('visible=true');
  await link.or(downloads).first().waitFor();
  if ((await link.count()) === 0) await downloads.first().click();
  return new URL((await link.first().getAttribute('href')) ?? '', server.url).href;
}

const codeIn = (label: string): Promise<string> =>
  page.getByRole('region', { name: label, exact: true }).innerText();

/** The query and its variables that the developers' page shows, and what the server answers. */
async function answered(): Promise<{ query: string; variables: object; data: object }> {
  const query = await codeIn('Query: Deze weergave als …');
  const variables = JSON.parse(await codeIn('Variabelen')) as object;
  return { query, variables, data: await ask(server.url, admin, query, variables) };
}

describe('every view that shows data leads to itself as code', () => {
  test.each(addresses)('%s', async (address) => {
    const path = pathOf(address);
    await open(page, server.url + path);
    const code = await codeAddress();
    expect(new URL(code).searchParams.get('weergave')).toBe(path);
    await open(page, code);
    const { query, data } = await answered();
    expect(Object.keys(data)).not.toEqual([]);
    // Only the map and the table are the plain list of municipalities.
    const isList = query.startsWith('query Municipalities(');
    expect(isList).toBe(path === '/' || path === '/tabel');
    const back = page.getByRole('link', { name: `${server.url}${path}` });
    expect(new URL((await back.getAttribute('href')) ?? '', server.url).pathname).toBe(path);
  });
});

describe('with what is chosen on it', () => {
  test.each([
    ['/vergelijken?with=provincie/PV23,vng-platform/RP01', /region2: region\(set: "vng-platform"/, {}],
    [
      '/vergelijken?with=GM0200,GM0193',
      /^query CompareMunicipalities/,
      { where: { code: ['GM0200', 'GM0193'] } },
    ],
    ['/tijd?since=2022-06-30&region=provincie/PV23', /changes\(/, { from: '2022-06-30' }],
    ['/bouwsteen?region=provincie/PV23', /distribution\(/, { where: { region: { code: 'PV23' } } }],
    ['/voorlichting?doel=navragen', /outreachTargets\(/, { purpose: 'ASK' }],
    ['/voorlichting?list=sessions', /sessionProposals\(/, { set: 'vng-platform' }],
    ['/voorlichting?list=chosen&kies=GM0344', /outreachTargets\(/, { where: { code: ['GM0344'] } }],
    ['/tabel?sort=-population', /^query Municipalities/, { orderBy: [{ by: 'POPULATION' }] }],
  ])('%s', async (address, part, given) => {
    await open(page, server.url + address);
    await open(page, await codeAddress());
    const { query, variables } = await answered();
    expect(query).toMatch(part);
    expect(variables).toMatchObject(given);
  });

  test('a comparison that was not chosen is the one that the page opens with', async () => {
    await open(page, `${server.url}/vergelijken`);
    const columns = await page.getByRole('columnheader').count();
    expect(columns).toBeGreaterThan(2);
    await open(page, await codeAddress());
    expect((await answered()).query).toContain('region3: region(set: "vng-platform"');
  });
});

test('a view of regions is regions as features for QGIS, each address of which answers', async () => {
  await open(page, withQuery(`${server.url}/ontwikkelaars`, 'weergave=/regio&set=provincie&als=qgis'));
  const address = await codeIn(
    'Als vectorlaag (protocol HTTP, GeoJSON): de regio’s van deze weergave (provincie)',
  );
  const { features } = (await (await fetch(address)).json()) as { features: unknown[] };
  expect(features).toHaveLength(12);
});
