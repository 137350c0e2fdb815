import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { desktop, open, phone, views, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

let desk: string;
useServer({}, async () => {
  desk = await server.token('desk', 'ADMIN');
});

/** Above it a page is held to be unsteady (web.dev/cls). */
const most = 0.1;
const managing = [
  '/beheer',
  '/beheer/import',
  '/beheer/wijzigingen',
  '/beheer/voorstellen',
  '/beheer/regios',
  '/beheer/rubriek',
  '/beheer/mensen',
  '/beheer/logboek',
  '/voorlichting/campagnes',
];

/** Lets the answers come one after another, so that each part of a view can come later than the others. */
async function slow(page: Page): Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  await page.route(
    (url) => url.pathname === '/graphql',
    async (route) => {
      last = last.then(() => new Promise((resolve) => setTimeout(resolve, 200)));
      const [response] = await Promise.all([route.fetch(), last]);
      await route.fulfill({ response });
    },
  );
}

/** How far what is seen has moved, unasked, and what moved. */
interface Moved {
  readonly by: number;
  readonly what: readonly string[];
}

/** Keeps every move from the start of the page on; they are read by `moved`. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const nameOf = (node: Node | null): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.nodeName.toLowerCase()} ${element?.textContent?.trim().slice(0, 40)}`;
    };
    const kept = { by: 0, what: [] as string[] };
    Object.assign(window, { moved: kept });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as Shift[]) {
        if (shift.hadRecentInput) continue;
        kept.by += shift.value;
        kept.what.push(...shift.sources.map(({ node }) => `${shift.value.toFixed(3)} ${nameOf(node)}`));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const moved = (page: Page): Promise<Moved> =>
  page.evaluate(() => (window as unknown as { moved: Moved }).moved);

async function visit(path: string, viewport: typeof desktop, token?: string): Promise<Moved> {
  const context = await visitor(browser, viewport, token);
  const page = await context.newPage();
  await watch(page);
  await slow(page);
  await open(page, server.url + path);
  await page.waitForLoadState('networkidle');
  const found = await moved(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
  return found;
}

describe('on a slow line', () => {
  test.each(views)('%s stands still', async (path) => {
    const { by, what } = await visit(path, desktop);
    expect(by, what.join('\n')).toBeLessThan(most);
  });

  test.each(views)('%s stands still on a phone', async (path) => {
    const { by, what } = await visit(path, phone);
    expect(by, what.join('\n')).toBeLessThan(most);
  });

  test.each([...views, ...managing])('%s stands still for who is signed in', async (path) => {
    const { by, what } = await visit(path, desktop, desk);
    expect(by, what.join('\n')).toBeLessThan(most);
  });

  test('what is last on the page of a municipality is where it will stay', async () => {
    const context = await visitor(browser, desktop, desk);
    const page = await context.newPage();
    await slow(page);
    await page.goto(`${server.url}/gemeente/GM0200`);
    const neighbours = page.getByRole('region', { name: 'Buurgemeenten' });
    await neighbours.waitFor();
    const first = await neighbours.boundingBox();
    await page.waitForLoadState('networkidle');
    expect(await neighbours.boundingBox()).toEqual(first);
    expect(first?.y).toBeGreaterThan(desktop.height);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });
});

test('a part that moves what stands below it is found', async () => {
  const context = await visitor(browser);
  const page = await context.newPage();
  await watch(page);
  await open(page, `${server.url}/gemeente/GM0200`);
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.style.blockSize = '400px';
    document.querySelector('main')?.prepend(late);
  });
  await expect.poll(async () => (await moved(page)).by).toBeGreaterThan(most);
  await context.close();
});

test.each(views)('%s asks the server nothing twice', async (path) => {
  const context = await visitor(browser);
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, href } = new URL(request.url());
      if (pathname === '/graphql' || pathname.startsWith('/map/')) asked.push(decodeURIComponent(href));
    });
    await open(page, server.url + path);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((each, at) => asked.indexOf(each) !== at)).toEqual([]);
  } finally {
    await context.close();
  }
});
