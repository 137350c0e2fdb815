import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { areas, open } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';

let staff: string;
useServer({ demo: true }, async () => {
  staff = await server.token('desk', 'OUTREACH');
});
visitForEach({ token: () => staff });

const menus = () =>
  page
    .locator('main')
    .getByRole('button', { name: /^Downloaden/ })
    .locator('visible=true');

/** The addresses of the pictures in the menu that is open, by kind. */
async function pictures(): Promise<Record<string, URL>> {
  const shown = page.locator('main a[href^="/picture/map."]').locator('visible=true');
  await shown.first().waitFor();
  const links = await shown.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
  return Object.fromEntries(
    links.map((href) => [new URL(href).pathname.split('.').at(-1) ?? '', new URL(href)]),
  );
}

describe('a picture of every map', () => {
  test.each([
    ['/?shade=status&class=NONE', { shade: 'status', where: '{"policyClass":["NONE"]}' }],
    ['/regio/provincie/PV23?date=2024-01-01', { region: 'provincie/PV23', asOf: '2024-01-01' }],
    ['/voorlichting?shade=completeness', { shade: 'completeness' }],
    ['/voorlichting?list=sessions', { shade: 'class' }],
    ['/voorlichting?list=chosen&kies=GM0344', { shade: 'class' }],
    ['/gemeente/GM0344', { where: '{"code":["GM0344"]}', shade: 'class' }],
  ])('%s is drawn by the server as it is shown', async (address, given) => {
    await open(page, server.url + address);
    await menus().first().click();
    const found = await pictures();
    expect(Object.keys(found)).toEqual(['png', 'svg', 'pdf']);
    for (const url of Object.values(found)) {
      expect(Object.fromEntries(url.searchParams)).toMatchObject(given);
      expect((await fetch(url)).status).toBe(200);
    }
  });

  test('then and now are a picture each, of their own date', async () => {
    await open(page, `${server.url}/tijd?since=2021-12-31&date=2024-06-01&shade=status`);
    const both = page.getByTestId('then-and-now');
    for (const date of ['31 december 2021', '1 juni 2024']) {
      await both.getByRole('button', { name: `Downloaden, ${date}: Downloaden` }).click();
      const { png } = await pictures();
      expect(png?.searchParams.get('asOf')).toBe(date.includes('2021') ? '2021-12-31' : '2024-06-01');
      expect(png?.searchParams.get('shade')).toBe('status');
      expect((await fetch(png ?? '')).headers.get('content-type')).toBe('image/png');
      await page.keyboard.press('Escape');
    }
  });

  /** Saves a picture that the browser draws, and reads it. */
  async function saved(kind: RegExp): Promise<{ file: Download; bytes: Buffer }> {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: kind }).locator('visible=true').click();
    const file = await coming;
    return { file, bytes: readFileSync(await file.path()) };
  }

  test.each([
    [
      '/tijd?since=2021-12-31&date=2024-06-01',
      'Verandering van 31 december 2021 tot 1 juni 2024',
      'Verbeterd',
    ],
    ['/bouwsteen/focal-point?date=2024-06-01', 'Aandachtsfunctionaris mensenhandel', 'Afwezig'],
  ])('%s is drawn by the browser, where the server draws none', async (address, title, name) => {
    await open(page, server.url + address);
    await page.locator(areas).first().waitFor({ state: 'attached' });
    await menus().first().click();
    const svg = await saved(/^Kaart om te bewerken/);
    expect(svg.file.suggestedFilename()).toBe('map-2024-06-01.svg');
    const text = svg.bytes.toString('utf8');
    const shown = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        fault: read.querySelector('parsererror')?.textContent,
        words: [...read.querySelectorAll('text')].map((each) => each.textContent).join(' '),
        areas: read.querySelectorAll('path[fill]:not([fill="none"])').length,
      };
    }, text);
    expect(shown.fault).toBeUndefined();
    expect(shown.areas).toBeGreaterThanOrEqual(342);
    for (const part of [title, name, '1 juni 2024']) expect(shown.words).toContain(part);
    // What is invented says so wherever it goes.
    expect(shown.words).toContain('Let op');
    const png = await saved(/^Kaart als afbeelding/);
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(50_000);
  });
});
