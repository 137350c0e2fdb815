import { describe, expect, test } from 'vitest';

import { openMap, phone } from '../support/browser';
import { endVisits, page, server, useServer, visit } from '../support/fixture';

interface Node {
  code: string;
  name: string;
  regions: { set: string; code: string }[];
  quality: { kind: string; text: string }[];
}

let staff: string;
let platform: string;
let nodes: Node[];

useServer({}, async () => {
  [staff, platform] = await Promise.all([
    server.token('desk', 'OUTREACH'),
    server.token('platform', 'PLATFORM', 'vng-platform/RP05'),
  ]);
  const query = '{ municipalities { nodes { code name regions { set code } quality { kind text } } } }';
  const answer = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
  ({ nodes } = (
    (await answer.json()) as { data: { municipalities: { nodes: Node[] } } }
  ).data.municipalities);
});
endVisits();

const inRegion = (set: string, code: string): Node[] =>
  nodes.filter(({ regions }) => regions.some((region) => region.set === set && region.code === code));
const count = (of: readonly Node[], kind?: string): number =>
  of.flatMap(({ quality }) => quality).filter((notice) => !kind || notice.kind === kind).length;
const status = () => page.locator('main').getByRole('status').first();

const provinces = [
  ['PV27', 'Noord-Holland'],
  ['PV28', 'Zuid-Holland'],
  ['PV30', 'Noord-Brabant'],
  ['PV25', 'Gelderland'],
  ['PV26', 'Utrecht'],
  ['PV31', 'Limburg'],
  ['PV23', 'Overijssel'],
] as const;

describe('the work list', () => {
  test('counts by region and kind what the server says of each municipality', async () => {
    await visit(staff);
    await openMap(page, server.url);
    await page.getByRole('button', { name: 'Aangemeld als desk' }).click();
    await page.getByRole('link', { name: 'Beheer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Werklijst' }).waitFor();
    await page.locator('main').getByLabel('Indeling').selectOption('provincie');
    const row = page.getByRole('row').filter({ hasText: 'Zeeland' });
    await row.waitFor();
    const here = inRegion('provincie', 'PV29');
    expect(here.length).toBeGreaterThan(0);
    const kinds = ['MISSING', 'STALE', 'CONTRADICTORY', 'INHERITED', 'DOCUMENT_EXPIRES'];
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.map(Number)).toEqual([...kinds.map((kind) => count(here, kind)), count(here)]);
    expect(await status().innerText()).toContain(`${count(nodes)} meldingen`);
    const totals = await page.locator('tbody td:last-child').allInnerTexts();
    expect(totals.map(Number).reduce((sum, each) => sum + each)).toBe(count(nodes));
  });

  test('is narrowed by region and kind, which its address keeps', async () => {
    await visit(staff);
    await page.goto(`${server.url}/beheer?set=provincie`);
    const contradictory = (code: string) =>
      inRegion('provincie', code).filter((each) => count([each], 'CONTRADICTORY') > 0);
    const [code, province] = provinces.find(([each]) => contradictory(each).length > 0) ?? provinces[0];
    await page.getByRole('button', { name: province, exact: true }).click();
    await page.getByRole('button', { name: /^Tegenstrijdig/ }).click();
    const wanted = contradictory(code);
    expect(wanted.length).toBeGreaterThan(0);
    const names = () => page.locator('main h3 a').allInnerTexts();
    await expect.poll(names).toEqual(wanted.map(({ name }) => name));
    expect(new URL(page.url()).search).toBe(`?region=provincie/${code}&set=provincie&quality=CONTRADICTORY`);
    await page.reload();
    await expect.poll(names).toEqual(wanted.map(({ name }) => name));
    const pressed = page.getByRole('button', { name: province, exact: true });
    expect(await pressed.getAttribute('aria-pressed')).toBe('true');
  });

  test('of a platform holds its own region only', async () => {
    await visit(platform);
    await page.goto(`${server.url}/beheer`);
    const own = inRegion('vng-platform', 'RP05');
    await expect.poll(() => status().innerText()).toContain(`${count(own)} melding`);
    expect(await page.locator('tbody tr').count()).toBe(1);
  });

  test('fits a phone, where its entry is in the menu of the person and the region is a choice', async () => {
    await visit(staff, phone);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Aangemeld als desk' }).click();
    await page.getByRole('link', { name: 'Beheer' }).click();
    await page.locator('main').getByLabel('Regio', { exact: true }).selectOption('RP05');
    await expect
      .poll(() => status().innerText())
      .toContain(`${count(inRegion('vng-platform', 'RP05'))} melding`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

test('the public is led to the sign-in', async () => {
  await visit(undefined);
  await page.goto(`${server.url}/beheer`);
  await page.getByText('Meld u aan om het te zien').waitFor();
  await page.locator('main').getByRole('link', { name: 'Aanmelden' }).click();
  await page.getByLabel('E-mailadres').waitFor();
});
