import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { areas, desktop, launch, openMap, phone, visitor } from './support/browser';
import { type Server, startServer } from './support/server';

const folder = join(import.meta.dirname, '../../docs/screenshots');
let servers: Record<'public' | 'demo', Server>;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launch();
  const [all, demo] = await Promise.all([startServer(), startServer({ demo: true })]);
  servers = { public: all, demo };
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(servers ?? {}).map((server) => server.stop()));
});

const pictures = (['public', 'demo'] as const).flatMap((data) =>
  (['nl', 'en'] as const).flatMap((language) =>
    [desktop, phone].map((viewport) => ({
      data,
      language,
      viewport,
      width: viewport.width,
    })),
  ),
);

test.each(pictures)(
  'the map with $data data in $language at $width pixels',
  async ({ data, language, viewport, width }) => {
    const context = await visitor(browser, viewport);
    const page = await context.newPage();
    await openMap(page, `${servers[data].url}/?lang=${language}`);
    await page.waitForLoadState('networkidle');
    expect(await page.locator(areas).count()).toBe(342);
    await page.screenshot({
      path: join(folder, `map-${data}-${language}-${width}.png`),
    });
    await context.close();
  },
);
