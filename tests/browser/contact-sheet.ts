import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { desktop, launch, phone, views, visitor } from './support/browser';
import { type Server, startServer } from './support/server';

const folder = join(import.meta.dirname, '../../docs/screenshots');
let server: Server;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [browser, server] = await Promise.all([launch(), startServer({ demo: true })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** States that are worth a look beside the views. */
const states = [
  '/?selected=GM0200',
  '/?kies=GM0344,GM0193',
  '/?presenteren=ja',
  '/gemeente/GM0788',
  '/?shade=paars',
];

/** How all of them are looked at. */
const looks = [
  { name: 'desktop', viewport: desktop },
  { name: 'phone', viewport: phone },
  { name: 'grey', viewport: desktop, filter: 'grayscale(1)' },
  { name: 'forced-colors', viewport: desktop, media: { forcedColors: 'active' } },
  { name: 'print', viewport: { width: 794, height: 1123 }, media: { media: 'print' } },
] as const;

interface Shot {
  readonly path: string;
  readonly picture: string;
}

async function shoot(page: Page, path: string, filter = ''): Promise<Shot> {
  await page.goto(server.url + path);
  await page.waitForLoadState('networkidle');
  // The content security policy takes no style sheet of ours.
  await page.evaluate((filter) => document.documentElement.style.setProperty('filter', filter), filter);
  const picture = await page.screenshot({ type: 'jpeg', quality: 60 });
  return { path, picture: picture.toString('base64') };
}

const sheet = (shots: readonly Shot[], width: number): string => `
  <style>
    body { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin: 16px; font: 14px sans-serif; }
    figure { margin: 0; }
    img { inline-size: 100%; border: 1px solid #888; }
    figcaption { overflow-wrap: anywhere; }
  </style>
  ${shots
    .map(
      ({ path, picture }) =>
        `<figure><figcaption>${path}</figcaption><img width="${width}" src="data:image/jpeg;base64,${picture}"></figure>`,
    )
    .join('')}`;

test.each(looks)('a sheet of all views and states: $name', async (look) => {
  const { name, viewport } = look;
  const context = await visitor(browser, viewport);
  const page = await context.newPage();
  if ('media' in look) await page.emulateMedia(look.media);
  const shots: Shot[] = [];
  for (const path of [...views, ...states])
    shots.push(await shoot(page, path, 'filter' in look ? look.filter : ''));
  await context.close();
  const board = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await board.setContent(sheet(shots, viewport.width), { waitUntil: 'load' });
  await board.screenshot({
    path: join(folder, `contact-${name}.jpg`),
    type: 'jpeg',
    quality: 70,
    fullPage: true,
  });
  await board.close();
  expect(shots).toHaveLength(views.length + states.length);
});
