import { describe, expect, test } from 'vitest';

import { areas, open, openMap, phone, unfold, views, visitor, withQuery } from '../support/browser';
import { browser, errors, page, server, useServer, visit, visitForEach } from '../support/fixture';

useServer();
visitForEach({ strict: false });

describe('every view', () => {
  test.each(views)('%s names the date, the boundaries and their source', async (path) => {
    await open(page, server.url + withQuery(path, 'date=2021-12-31'));
    await page.getByText('Peildatum 31 december 2021').first().waitFor();
    const written = (): Promise<string> => page.locator('body').innerText();
    // The view and its footer have answers of their own.
    await expect.poll(written).toMatch(/grenzen van 1 jan(uari)?\.? 2021/);
    const text = await written();
    expect(text).toContain('Grenzen: CBS / Kadaster, CC BY 4.0');
    expect(text).not.toContain('Voorbeeldgegevens');
  });
});

describe('searching', () => {
  test('a former municipality leads to its successors with the reason', async () => {
    await openMap(page, server.url);
    await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill('Haaren');
    const hits = page.getByRole('option').filter({ hasText: 'Haaren, tot 1 januari 2021' });
    await expect.poll(() => hits.count()).toBe(4);
    const names = await hits.locator('b').allTextContents();
    expect(names.toSorted()).toEqual(['Boxtel', 'Oisterwijk', 'Tilburg', 'Vught']);
  });

  test('works by keyboard', async () => {
    await openMap(page, server.url);
    await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill('apeldoo');
    await page.getByRole('listbox', { name: 'Zoek gemeente of regio' }).getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Apeldoorn' }).waitFor();
  });

  test('says so when nothing is found', async () => {
    await openMap(page, server.url);
    await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill('xqzwxqzw');
    await page.getByText('Geen gemeente of regio gevonden voor ‘xqzwxqzw’').waitFor();
  });
});

describe('the page of a municipality', () => {
  test('says who coordinates care, for whom, since when and on what source', async () => {
    await open(page, `${server.url}/gemeente/GM0200?date=2021-12-31`);
    await page.getByRole('heading', { level: 1, name: 'Apeldoorn' }).waitFor();
    await unfold(page);
    const coordination = page.getByRole('region', { name: /Zorgcoördinatie/ });
    await coordination.getByRole('heading', { name: /MEE/ }).waitFor();
    await coordination.getByRole('heading', { name: /Moviera/ }).waitFor();
    const text = await coordination.innerText();
    expect(text).toContain('tot en met 22 jaar');
    expect(text).toContain('vanaf 23 jaar');
    expect(text).toContain('Dekking zegt niets over fte.');
    expect(await coordination.getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
  });

  test('lists 24 building blocks under five themes', async () => {
    await open(page, `${server.url}/gemeente/GM0344`);
    const policy = page.getByRole('region', { name: 'Beleid', exact: true });
    await policy.waitFor();
    await unfold(page);
    expect(await policy.locator('.block').count()).toBe(24);
    expect(await policy.getByRole('link', { name: /^Handreiking/ }).count()).toBe(5);
  });

  test('that has ended says so and links to its successors', async () => {
    await open(page, `${server.url}/gemeente/GM0788`);
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Haaren is op 1 januari 2021 opgeheven',
      })
      .waitFor();
    const links = await page.locator('main li a').allTextContents();
    expect(links.map((name) => name.trim()).toSorted()).toEqual(['Boxtel', 'Oisterwijk', 'Tilburg', 'Vught']);
    await page
      .getByRole('link', {
        name: 'Bekijk Haaren zoals het was op 31 december 2020',
      })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Haaren', exact: true }).waitFor();
    await page.locator('main').getByText('46% van het gebied').waitFor();
  });

  test('that had yet to begin says what it was formed from', async () => {
    await open(page, `${server.url}/gemeente/GM1992?date=2022-06-01`);
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Voorne aan Zee bestaat sinds 1 januari 2023',
      })
      .waitFor();
    expect((await page.locator('main li a').allTextContents()).length).toBe(3);
  });

  test('leads to its neighbours', async () => {
    await open(page, `${server.url}/gemeente/GM0200`);
    const neighbours = page.getByRole('region', { name: 'Buurgemeenten' });
    await neighbours.getByRole('link', { name: 'Epe' }).click();
    await page.getByRole('heading', { level: 1, name: 'Epe', exact: true }).waitFor();
  });
});

describe('the language', () => {
  test('switches to English, in the address and for the next visit', async () => {
    await openMap(page, server.url);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anti-trafficking policy' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1, name: 'Anti-trafficking policy' }).waitFor();
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await page.getByRole('heading', { level: 1, name: 'Beleid tegen mensenhandel' }).waitFor();
  });
});

describe('the address', () => {
  test('brings back date, shade, filter, selection and outlines', async () => {
    const query =
      '?date=2021-12-31&shade=status&status=STRUCTURAL&region=provincie/PV25&selected=GM0200&outlines=provincie';
    await openMap(page, server.url + '/' + query);
    expect(await page.locator(areas).count()).toBe(352);
    await page.getByRole('heading', { level: 1, name: 'Zorgcoördinatie' }).waitFor();
    await page.getByRole('article', { name: 'Apeldoorn' }).waitFor();
    await page.getByRole('button', { name: 'Regio: Gelderland' }).waitFor();
    expect(await page.locator('path.outlines').count()).toBe(1);
    const shown = await page.locator(`${areas}:not(.dimmed)`).count();
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThanOrEqual(51);
    await page.getByRole('link', { name: 'Tabel', exact: true }).click();
    await page.locator('tbody tr').first().waitFor();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(shown);
    expect(new URL(page.url()).searchParams.get('region')).toBe('provincie/PV25');
  });

  test.each([
    ['/?date=2021-02-30', 'date = 2021-02-30'],
    ['/?shade=paars', 'shade = paars'],
    ['/?region=provincie/PV99', 'De regio provincie/PV99 is niet bekend'],
    ['/?block=geluk:ABSENT', 'De bouwsteen geluk is niet bekend'],
    ['/bestaat/niet', 'De pagina /bestaat/niet bestaat niet'],
  ])('%s falls back to the map and says so', async (address, notice) => {
    await openMap(page, server.url + address);
    expect(await page.locator(areas).count()).toBe(342);
    const bar = page.locator('[role="alert"]');
    expect(await bar.innerText()).toContain(notice);
    // As high as its text, with the button beside it.
    expect((await bar.boundingBox())?.height).toBeLessThan(100);
  });

  test('a code that no municipality bears leads to what became of it', async () => {
    await openMap(page, `${server.url}/?selected=GM0788`);
    await page.getByRole('link', { name: 'Bekijk wat er met deze gemeente is gebeurd' }).click();
    await page.getByRole('heading', { level: 1, name: /Haaren is op/ }).waitFor();
  });
});

describe('when the server is away', () => {
  const isQuery = (url: URL): boolean => url.pathname === '/graphql';

  test('the first visit says so and can be tried again', async () => {
    await page.route(isQuery, (route) => route.abort());
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'De gegevens zijn niet geladen' }).waitFor();
    // All that was asked has failed, before anything is answered.
    await page.waitForLoadState('networkidle');
    await page.unroute(isQuery);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await expect.poll(() => page.locator(areas).count()).toBe(342);
    expect(await page.locator('[role="alert"]').count()).toBe(0);
  });

  test('names that did not come are asked for again, beside a map that did', async () => {
    let isAway = true;
    await page.route(isQuery, (route) =>
      isAway && route.request().url().includes('Reference') ? route.abort() : route.continue(),
    );
    await openMap(page, `${server.url}/?region=provincie/PV25`);
    const region = page.getByRole('button', { name: 'Regio: Gelderland' });
    const bar = page.locator('[role="alert"]');
    await bar.waitFor();
    expect(await region.count()).toBe(0);
    isAway = false;
    await bar.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await region.waitFor();
    expect(await bar.count()).toBe(0);
  });

  test('the old map stays, says so, and can be tried again', async () => {
    await openMap(page, server.url);
    await page.route(isQuery, (route) => route.fulfill({ status: 503, body: 'away' }));
    await page.getByRole('button', { name: /355 gemeenten/ }).click();
    await page.getByText(/Bijwerken is niet gelukt/).waitFor();
    expect(await page.locator(areas).count()).toBe(342);
    await page.unroute(isQuery);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await expect.poll(() => page.locator(areas).count()).toBe(355);
    expect(await page.locator('[role="alert"]').count()).toBe(0);
  });

  test('an error of the server is shown in its words', async () => {
    const errors = [{ message: 'The date is out of range', extensions: { code: 'BAD_DATE' } }];
    await page.route(isQuery, (route) => route.fulfill({ json: { data: null, errors } }));
    await page.goto(server.url);
    await page.getByText('De server gaf een fout: The date is out of range').waitFor();
  });
});

describe('a view whose file does not come', () => {
  const isTable = (url: URL): boolean => /\/assets\/TableView-/.test(url.pathname);

  test('says so, and comes when it is tried again', async () => {
    await page.route(isTable, (route) => route.abort());
    await page.goto(`${server.url}/tabel`);
    await page.getByRole('heading', { name: 'De gegevens zijn niet geladen' }).waitFor();
    await page.unroute(isTable);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gemeenten in een tabel' }).waitFor();
  });

  test('loads the page anew, once, when the program was replaced', async () => {
    let loads = 0;
    page.on('load', () => loads++);
    await page.route(isTable, (route) => route.abort());
    await openMap(page, server.url);
    await page.route(
      (url) => url.pathname === '/',
      (route) =>
        route.fulfill({ body: '<script type="module" crossorigin src="/assets/newer.js"></script>' }),
    );
    await page.getByRole('link', { name: 'Tabel', exact: true }).click();
    await page.getByRole('heading', { name: 'De gegevens zijn niet geladen' }).waitFor();
    expect(loads).toBe(2);
  });
});

describe('the table', () => {
  test('sorts by a column and lets columns be chosen, in the address', async () => {
    await open(page, `${server.url}/tabel`);
    await page.getByRole('button', { name: 'Inwoners' }).click();
    await expect.poll(() => page.locator('tbody th').first().innerText()).toBe('Amsterdam');
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain('Inwoners');
    await page.getByRole('button', { name: 'Kolommen' }).click();
    await page.getByLabel('Provincie').check();
    await page.getByRole('columnheader', { name: 'Provincie' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Provincie' }).waitFor();
    expect(await page.locator('tbody th').first().innerText()).toBe('Amsterdam');
  });

  test('draws the history of a municipality, and of the years before it an empty cell', async () => {
    // Dijk en Waard began on 1 January 2022.
    await open(page, `${server.url}/tabel?date=2023-06-30&zoek=GM1980&columns=name,class,history`);
    const strip = page.locator('tbody').getByRole('img', { name: /^1 jan/ });
    const fills = await strip
      .locator('rect')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('fill')));
    expect(fills).toHaveLength(5);
    expect(fills.slice(0, 2)).toEqual(['none', 'none']);
    expect(fills.slice(2)).not.toContain('none');
    const now = await page.locator('tbody .badge').innerText();
    expect(await strip.getAttribute('aria-label')).toMatch(
      new RegExp(`^1 jan 2020: bestond nog niet; 1 jan 2022: .*${now.trim().toLowerCase()}$`),
    );
  });
});

describe('on a phone', () => {
  test.each(views)('%s does not slide sideways', async (path) => {
    const small = await visitor(browser, phone);
    const view = await small.newPage();
    await open(view, server.url + path);
    // What is asked for after the view is shown is part of it.
    await view.waitForLoadState('networkidle');
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await small.close();
  });

  test('the whole country is visible before scrolling', async () => {
    const small = await visitor(browser, phone);
    const view = await small.newPage();
    await openMap(view, server.url);
    const coast = await view.locator('path.coast').boundingBox();
    expect(coast?.y).toBeGreaterThan(54);
    expect((coast?.y ?? 0) + (coast?.height ?? 0)).toBeLessThanOrEqual(phone.height);
    expect(coast?.height).toBeGreaterThan(350);
    await small.close();
  });

  test('a tap gives the card of a municipality', async () => {
    const small = await visitor(browser, phone);
    const view = await small.newPage();
    await openMap(view, server.url);
    await view.locator(`${areas}[data-code="GM0200"]`).tap();
    await view.getByRole('article', { name: 'Apeldoorn' }).waitFor();
    expect(await view.locator('.peek').innerText()).toContain('Apeldoorn');
    await small.close();
  });
});
