import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { violations } from './axe';
import { desktop, launch, phone, views, visitor } from './browser';
import { type Server, startServer } from './server';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const states: Record<string, string> = {
  map: '/',
  'map with a card and a filter':
    '/?selected=GM0200&class=NONE,PARTIAL&outlines=provincie&region=vng-platform/RP03',
  'map by mode': '/?shade=mode&date=2021-12-31',
  'map with a notice': '/?shade=paars',
  'map by coordination and policy': '/?shade=matrix&matrix=FILLED-PARTIAL',
  'list of regions': '/regio?set=provincie',
  region: '/regio/vng-platform/RP02?per=inhabitants',
  'unknown region': '/regio/vng-platform/RP99',
  'empty comparison': '/vergelijken',
  'comparison of regions': '/vergelijken?with=provincie/PV23,provincie/PV25,vng-platform/RP01',
  'comparison of municipalities': '/vergelijken?with=GM0193,GM0200,GM0344',
  time: '/tijd?date=2023-01-01&since=2021-12-31&change=WORSE,NOT_COMPARABLE',
  'list of building blocks': '/bouwsteen',
  'building block': '/bouwsteen/focal-point?block=focal-point:ABSENT',
  'unknown building block': '/bouwsteen/geluk',
  'bottlenecks while there are none': '/knelpunten',
  'bottlenecks of a selection': '/knelpunten?region=vng-platform/RP02&category=shelter&state=open',
  'good practices while there are none': '/goede-voorbeelden',
  'good practices of a selection': '/goede-voorbeelden?about=focal-point&region=provincie/PV26',
  table: '/tabel',
  municipality: '/gemeente/GM0200',
  'ended municipality': '/gemeente/GM0788',
  accountability: '/verantwoording',
  developers: '/ontwikkelaars?class=NONE',
  'sign-in': '/aanmelden',
};

/** What axe finds at an address, after a press of a button. */
async function violationsOf(address: string, viewport: typeof desktop, act?: string): Promise<string[]> {
  const context = await visitor(browser, viewport);
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    if (act) await page.getByRole('button', { name: act }).first().click();
    return await violations(page);
  } finally {
    await context.close();
  }
}

const cases = Object.entries(states).flatMap(([name, path]) =>
  (['nl', 'en'] as const).flatMap((language) =>
    [desktop, phone].map((viewport) => ({
      name,
      path,
      language,
      viewport,
      width: viewport.width,
    })),
  ),
);

describe('axe finds nothing', () => {
  test.each(cases)('on the $name in $language at $width pixels', async ({ path, language, viewport }) => {
    const address = `${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
    expect(await violationsOf(address, viewport)).toEqual([]);
  });

  test.each([
    ['a picker open', /^Beleid:/],
    ['the regions open', /^Regio:/],
    ['the building blocks open', /^Bouwsteen:/],
  ])('with %s', async (_, name) => {
    for (const viewport of [desktop, phone]) {
      expect(await violationsOf(server.url, viewport, name as unknown as string)).toEqual([]);
    }
  });
});

const touched = views.filter((path) => path !== '/verantwoording' && path !== '/ontwikkelaars');

describe('on a touch screen', () => {
  test.each(touched)('%s has targets of at least 24 pixels, controls of 44', async (path) => {
    const context = await visitor(browser, phone);
    const page = await context.newPage();
    await page.goto(server.url + path);
    await page.waitForLoadState('networkidle');
    const small = await page
      .locator('main button:visible, header button:visible, select:visible')
      .evaluateAll((controls) =>
        controls
          .map((control) => ({
            box: control.getBoundingClientRect(),
            name: control.getAttribute('aria-label') ?? control.textContent,
          }))
          .filter(({ box }) => box.width > 0 && (box.height < 40 || box.width < 24))
          .map(({ box, name }) => `${name?.trim()} ${box.width}x${box.height}`),
      );
    expect(small).toEqual([]);
    await context.close();
  });
});
