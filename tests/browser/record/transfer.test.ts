import { expect, test } from 'vitest';

import { areas, views, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

useServer({ demo: true });

interface Transfer {
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
}

/** Loads a view for the first time and says what came over the line, head and body as sent. */
async function transfers(address: string): Promise<Transfer[]> {
  const context = await visitor(browser);
  const page = await context.newPage();
  const found: Promise<Transfer>[] = [];
  page.on('requestfinished', (request) => {
    found.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
        url: request.url(),
        type: request.resourceType(),
        bytes: responseBodySize + responseHeadersSize,
      })),
    );
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(found);
  await context.close();
  return all;
}

const total = (all: readonly Transfer[]): number => all.reduce((sum, { bytes }) => sum + bytes, 0);

test('the first view takes at most 200 kB, of which at most 90 kB of script', async () => {
  const all = await transfers(server.url);
  const list = all
    .map(({ url, bytes }) => `${bytes} ${url.slice(server.url.length, server.url.length + 60)}`)
    .join('\n');
  expect(total(all), list).toBeLessThanOrEqual(200_000);
  expect(total(all.filter(({ type }) => type === 'script')), list).toBeLessThanOrEqual(90_000);
  expect(all.some(({ url }) => url.endsWith('.topojson'))).toBe(true);
  expect(total(all)).toBeGreaterThan(50_000);
});

test.each([...views, '/graphql'])('%s asks nothing of third parties', async (path) => {
  const hosts = new Set((await transfers(server.url + path)).map(({ url }) => new URL(url).host));
  expect([...hosts]).toEqual([new URL(server.url).host]);
});

test('what the client is, and the map of the server, is seen without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByText('Waar in Nederland slachtoffers van mensenhandel').waitFor();
  const picture = page.getByRole('img', { name: /^Kaart van Nederland/ });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await context.close();
});

test('another shade or selection asks for no other map', async () => {
  const context = await visitor(browser);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator(areas).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const data = (): string[] => asked.filter((path) => path !== '/favicon.svg');
  await page.getByLabel('Kleur de kaart naar').selectOption('status');
  await page.getByRole('heading', { level: 1, name: 'Zorgcoördinatie' }).waitFor();
  await page.waitForTimeout(200);
  expect(data()).toEqual([]);
  await context.close();
});
