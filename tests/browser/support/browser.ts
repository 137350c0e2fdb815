import { existsSync } from 'node:fs';

import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 375, height: 812 };

/** Chromium from the system's packages: the one without windows where it is there, which takes less time. */
function executable(): string {
  const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  return process.env['CHROMIUM'] ?? known.find((path) => existsSync(path)) ?? 'chromium';
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A browser that starts anew: nothing stored, Dutch, on a screen of this size, signed in with a token if any. */
export const visitor = (browser: Browser, viewport = desktop, token?: string): Promise<BrowserContext> =>
  browser.newContext({
    ...(token ? { extraHTTPHeaders: { authorization: `Bearer ${token}` } } : {}),
    viewport,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    hasTouch: viewport.width < 500,
    isMobile: viewport.width < 500,
    reducedMotion: 'reduce',
  });

/** What went wrong in a page: errors, and whatever the content security policy stopped. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/** Every view, by an address that shows it with something chosen. */
export const views = [
  '/',
  '/?shade=matrix',
  '/tabel',
  '/regio',
  '/regio/vng-platform/RP02',
  '/vergelijken?with=provincie/PV23,provincie/PV25,vng-platform/RP01',
  '/vergelijken?with=GM0193,GM0200',
  '/tijd',
  '/bouwsteen',
  '/bouwsteen/focal-point',
  '/voorlichting?kies=GM0344',
  '/knelpunten',
  '/goede-voorbeelden',
  '/gemeente/GM0200',
  '/verantwoording',
  '/ontwikkelaars',
  '/aanmelden',
] as const;

/** An address with more in its query. */
export const withQuery = (path: string, query: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${query}`;

export const areas = '[role="listbox"] path[role="option"]';

/** Opens the map, or another view, and waits until its data are there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText('Grenzen: CBS / Kadaster, CC BY 4.0').first().waitFor();
  await drawn(page);
  // The parts of the header are drawn last.
  await page.locator('header .languages > *').first().waitFor({ state: 'attached' });
}

/** Comes back once nothing on the page is being fetched or drawn. */
const drawn = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);

/** The map with its areas drawn. */
export async function openMap(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.locator(areas).first().waitFor({ state: 'attached' });
  await drawn(page);
}

/** Opens the sections of a page of which only the headings are seen. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('details.fold').first().waitFor();
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLDetailsElement>('details.fold')) section.open = true;
  });
}
