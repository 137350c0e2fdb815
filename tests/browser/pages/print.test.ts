import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { open, views, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';
import { layoutFaults, noFaults } from '../support/layout';

useServer({ demo: true });

/** A4 within the margins of the sheet, in pixels of a page. */
const sheets = { upright: { width: 703, height: 1032 }, lying: { width: 1032, height: 703 } };

/** Every view, and what makes them longest. */
const printed = [
  ...views,
  '/?selected=GM0200&class=NONE&outlines=provincie',
  '/tabel?columns=name,code,population,class,completeness,awareness,policy,approach,status,mode,organisation,assessed,history,province,platform',
  '/tijd?change=WORSE&since=2021-12-31',
];

/**
 * Shows a page as it is printed from a screen. Nothing measures itself anew on paper,
 * so the sizes that the page has asked for stay those of the screen.
 */
async function onPaper(
  path: string,
  look: (page: Page, sheet: keyof typeof sheets) => Promise<void>,
): Promise<void> {
  const context = await visitor(browser);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const Measuring = globalThis.ResizeObserver;
      globalThis.ResizeObserver = class extends Measuring {
        constructor(notice: ResizeObserverCallback) {
          super((...sizes) => {
            if (!('printing' in globalThis)) notice(...sizes);
          });
        }
      };
    });
    await open(page, server.url + path);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => Object.assign(globalThis, { printing: true }));
    await page.emulateMedia({ media: 'print' });
    for (const [sheet, size] of Object.entries(sheets)) {
      await page.setViewportSize(size);
      await look(page, sheet as keyof typeof sheets);
    }
  } finally {
    await context.close();
  }
}

/** Controls of which something would be printed; the filter is a sentence on paper. */
const controls = (page: Page): Promise<string[]> =>
  page
    .locator(
      'button:not(.on-paper), .picker:not(.filter .picker) > button, input, select, textarea, nav, .utrecht-button, .utrecht-skip-link',
    )
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 0)
        .map((each) => `${each.tagName} ${each.textContent.trim().slice(0, 30)}`),
    );

/** What takes room on paper and holds nothing there. */
const emptyBoxes = (page: Page): Promise<string[]> =>
  page
    .locator('.app > *')
    .evaluateAll((all) =>
      all
        .filter(
          (each) =>
            each instanceof HTMLElement &&
            each.getBoundingClientRect().height > 0 &&
            each.innerText.trim() === '' &&
            !each.querySelector('svg'),
        )
        .map((each) => each.className),
    );

/** Headings that are a row of a grid: the end of a sheet may part these from what they are about. */
const loose = (page: Page): Promise<string[]> =>
  page
    .locator('h2, h3')
    .evaluateAll((all) =>
      all
        .filter(
          (each) =>
            each.checkVisibility() &&
            each.parentElement &&
            getComputedStyle(each.parentElement).display === 'grid' &&
            !each.parentElement.matches('li, header'),
        )
        .map((each) => each.textContent.trim()),
    );

/** The top of each heading above the lower edge of its sheet, in points, by the outline of a PDF. */
const headingTops = (pdf: Buffer): number[] =>
  [...pdf.toString('latin1').matchAll(/\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+) /g)].map(([, top]) =>
    Number(top),
  );

/** Below this, in points, a heading of one line has no line of text under it: the margin of 12 mm and two lines. */
const foot = 34 + 34;

describe('on paper, upright and lying', () => {
  test.each(printed)('%s is whole, without controls, and nothing lies over anything', async (path) => {
    await onPaper(path, async (page, sheet) => {
      expect(await controls(page), sheet).toEqual([]);
      expect(await emptyBoxes(page), sheet).toEqual([]);
      expect(await loose(page), sheet).toEqual([]);
      expect(await layoutFaults(page, true), sheet).toEqual(noFaults);
    });
  });

  test('a chart in a closed fold is drawn', async () => {
    const context = await visitor(browser);
    const page = await context.newPage();
    // What the page waits for comes last: the charts are answered before it is shown and has a size.
    const charted = page.waitForResponse(/query\+Timeline/);
    await page.route(/query\+RegionNotes/, async (route) => {
      await charted;
      await page.waitForTimeout(500);
      await route.continue();
    });
    await open(page, `${server.url}/regio/provincie/PV26`);
    await page.waitForLoadState('networkidle');
    const charts = page.locator('figure > .frame');
    await page.pdf();
    expect(await charts.count()).toBe(2);
    expect(await charts.locator('svg path.layer').count()).toBeGreaterThan(2);
    await context.close();
  });

  test('a map is whole, with its title, its date and its legend', async () => {
    await onPaper('/', async (page, sheet) => {
      const box = async (selector: string) => {
        const found = await page.locator(selector).first().boundingBox();
        return { x: 0, y: 0, width: 0, height: 0, ...found };
      };
      const [coast, frame] = [await box('path.coast'), await box('.frame')];
      expect(coast.height, sheet).toBeGreaterThan(300);
      expect(coast.x, sheet).toBeGreaterThanOrEqual(frame.x);
      expect(coast.y, sheet).toBeGreaterThanOrEqual(frame.y);
      expect(coast.x + coast.width, sheet).toBeLessThanOrEqual(frame.x + frame.width);
      expect(coast.y + coast.height, sheet).toBeLessThanOrEqual(frame.y + frame.height);
      // All of it on the first sheet.
      for (const part of ['h1', '[data-testid="as-of"]', '.frame', '[data-testid="legend-sum"]']) {
        const { y, height } = await box(part);
        expect(height, part).toBeGreaterThan(0);
        expect(y + height, `${part}, ${sheet}`).toBeLessThanOrEqual(sheets[sheet].height);
      }
    });
  });

  test.each([
    ['/tabel', 6],
    [printed.find((path) => path.startsWith('/tabel?')) ?? '', 15],
  ])('the table of %s has all rows and columns', async (path, columns) => {
    await onPaper(path, async (page, sheet) => {
      const rows = page.locator('tbody tr');
      expect(await rows.count()).toBe(342);
      const ends = await page.evaluate(() => {
        const last = document.querySelector('tbody tr:last-child')?.getBoundingClientRect().bottom ?? 0;
        return { last, page: document.documentElement.scrollHeight };
      });
      // The last row is on a sheet, and not in a frame that ends before it.
      expect(ends.page, sheet).toBeGreaterThanOrEqual(ends.last);
      expect(await page.locator('thead th:visible').count()).toBe(columns);
      expect(await page.locator('tbody tr').first().locator(':is(th, td):visible').count()).toBe(columns);
    });
  });

  test('the sheets of the table are as many as its rows need', async () => {
    const context = await visitor(browser);
    const page = await context.newPage();
    await open(page, `${server.url}/tabel`);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.length).toBeLessThan(14);
    await context.close();
  });

  test.each(printed)('no heading of %s stands at the foot of a sheet', async (path) => {
    const context = await visitor(browser);
    const page = await context.newPage();
    await open(page, server.url + path);
    await page.waitForLoadState('networkidle');
    const sides = [false, true] as const;
    const files = sides.map((landscape) =>
      page.pdf({ format: 'A4', landscape, outline: true, tagged: true }),
    );
    for (const file of await Promise.all(files)) {
      const tops = headingTops(file);
      expect(tops.length).toBeGreaterThan(0);
      expect(Math.min(...tops)).toBeGreaterThan(foot);
    }
    await context.close();
  });

  test('the signs of verdicts are dark lines on white', async () => {
    await onPaper('/gemeente/GM0200', async (page, sheet) => {
      const signs = await page.locator('.sign').evaluateAll((all) =>
        all.map((sign) => {
          const { color, backgroundColor } = getComputedStyle(sign);
          return { color, backgroundColor };
        }),
      );
      expect(signs.length, sheet).toBeGreaterThan(20);
      for (const { color, backgroundColor } of signs) {
        expect(backgroundColor, sheet).toBe('rgba(0, 0, 0, 0)');
        const parts = [...color.matchAll(/\d+/g)].slice(0, 3).map(Number);
        expect(Math.min(...parts), color).toBeLessThan(120);
      }
    });
  });
});
