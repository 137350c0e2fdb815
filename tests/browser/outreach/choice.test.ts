import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, phone, visitor } from '../support/browser';
import { browser, context, page, server, useServer, visit, visitForEach } from '../support/fixture';
import { codes, codesOf, graphql, numbered, openList, path, ranked, rows } from './target-list';

useServer({ demo: true });
visitForEach();

describe('the weights', () => {
  const slide = async (name: string, key: string, times: number): Promise<void> => {
    const slider = page.getByRole('slider', { name });
    await slider.focus();
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };

  test('reorder list and map as the server does, and the address carries them', async () => {
    await openList();
    await slide('Aantal inwoners', 'End', 1);
    await slide('Achterstand in beleid', 'Home', 1);
    const expected = codesOf(await ranked('gap: 0, population: 5', 25));
    await expect.poll(() => codes()).toEqual(expected);
    expect(await numbered()).toEqual(expected.slice(0, 8));
    expect(new URL(page.url()).searchParams.get('weights')).toBe('gap:0,population:5');
    const said = (await ranked('gap: 0, population: 5', 3)).nodes.map(
      ({ municipality }) => municipality.name,
    );
    await expect
      .poll(() => page.getByTestId('order').textContent())
      .toBe(`Bovenaan staan nu ${said.join(', ')}.`);

    const elsewhere = await visitor(browser);
    const other = await elsewhere.newPage();
    await openList(page.url().slice(server.url.length), other);
    const seen = await other
      .locator(rows)
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code']));
    expect(seen).toEqual(expected);
    await elsewhere.close();

    await page.getByRole('button', { name: 'Standaard' }).click();
    await expect.poll(() => codes()).toEqual(codesOf(await ranked('', 25)));
    expect(new URL(page.url()).searchParams.has('weights')).toBe(false);
  });

  test.each([
    ['gap:1,coordination:5,staleness:4', 'gap: 1, coordination: 5, staleness: 4'],
    ['gap:0,coordination:0,population:0,staleness:0', 'gap: 0, coordination: 0, population: 0, staleness: 0'],
    ['gap:0,population:0,staleness:0,region:0', 'gap: 0, population: 0, staleness: 0, region: 0'],
  ])('%s in the address rank all as the server does, ties too', async (text, weights) => {
    await openList(`${path}&weights=${text}`);
    const expected = codesOf(await ranked(weights));
    for (let shown = 25; shown < expected.length; shown += 25)
      await page.getByRole('button', { name: 'Toon meer' }).click();
    await expect.poll(() => codes()).toEqual(expected);
  });

  test('do not wait for the server; what it has yet to tell is marked', async () => {
    await openList();
    const expected = codesOf(await ranked('region: 5', 25));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/TargetDetails/, async (route) => {
      await held;
      await route.continue();
    });
    await slide('Achterstand in de regio', 'End', 1);
    await expect.poll(() => codes()).toEqual(expected);
    expect(await numbered()).toEqual(expected.slice(0, 8));
    expect(await page.locator('.why.stale').count()).toBe(25);
    release();
    await expect.poll(() => page.locator('.why.stale').count()).toBe(0);
    expect(await page.locator(rows).first().innerText()).toContain(
      (await ranked('region: 5', 1)).nodes[0]?.priority.explanation,
    );
  });

  test('keep at least one that counts', async () => {
    await openList(`${path}&weights=coordination:0,population:0,staleness:0,region:0`);
    await slide('Achterstand in beleid', 'Home', 1);
    expect(await page.getByRole('slider', { name: 'Achterstand in beleid' }).inputValue()).toBe('3');
    await slide('Achterstand in beleid', 'ArrowLeft', 1);
    expect(new URL(page.url()).searchParams.get('weights')).toContain('gap:2');
  });
});

describe('the choice', () => {
  test('is ticked into the address, and leaves as CSV, as text and on paper', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openList();
    const { nodes } = await ranked('', 3);
    for (const { municipality } of nodes) await page.getByLabel(`Kies ${municipality.name}`).check();
    const kies = new URL(page.url()).searchParams.get('kies');
    expect(kies).toBe(codesOf({ nodes, totalCount: 3 }).join(','));
    await page.getByRole('link', { name: /^Gekozen/ }).click();
    await page.getByText('3 gekozen; doel 8').waitFor();
    expect(await codes('.list ol > li')).toEqual(codesOf({ nodes, totalCount: 3 }));

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const download = await file;
    expect(download.suggestedFilename()).toBe('voorlichting-2024-06-30.csv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFGemeente;Code;Lijst;Nummer;Score;Reden;Ontbreekt;Niet bekend');
    // What the list rests on stands below it.
    expect(lines[4]).toBe('');
    expect(lines.slice(5).map((line) => line.split(';')[0])).toEqual([
      'Let op',
      'Peildatum',
      'Selectie',
      'Bron',
      '',
    ]);
    expect(lines[5]).toContain('verzonnen');
    expect(lines[6]).toContain('30 juni 2024');
    for (const [at, { municipality, priority, missing }] of nodes.entries()) {
      const score = priority.score.toFixed(2).replace('.', ',');
      const line = lines[at + 1] ?? '';
      expect(
        line.startsWith(`${municipality.name};${municipality.code};voorlichten;${at + 1};${score};`),
      ).toBe(true);
      expect(line).toContain(priority.explanation);
      for (const { title } of missing) expect(line).toContain(title);
    }

    await page.getByRole('button', { name: 'Kopieer' }).click();
    await page.getByText('Gekopieerd').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`1. ${nodes[0]?.municipality.name} (${nodes[0]?.municipality.code})`);
    expect(text).toContain('Peildatum: 30 juni 2024');

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('svg.canvas').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(false);
    const paper = await page.locator('body').innerText();
    for (const { priority } of nodes) expect(paper).toContain(priority.explanation);
    expect(paper).toContain('Grenzen: CBS / Kadaster, CC BY 4.0');
    expect(paper).toContain('Peildatum 30 juni 2024');
    expect(paper).toContain('Voorbeeldgegevens');
  });

  test('comes back from its address, loses who is taken out, and names who did not exist', async () => {
    await openList('/voorlichting?date=2024-06-30&kies=GM0344,GM0363,GM0788&list=chosen');
    expect((await codes('.list ol > li')).toSorted()).toEqual(['GM0344', 'GM0363']);
    await page.getByText('Deze codes bestonden niet op 30 juni 2024: GM0788').waitFor();
    await page.getByRole('button', { name: 'Haal Utrecht weg' }).click();
    expect(new URL(page.url()).searchParams.get('kies')).toBe('GM0363,GM0788');
    await page.getByRole('button', { name: 'Wis de keuze' }).click();
    await page.getByText('U hebt nog niets gekozen').waitFor();
  });

  test('stays while looking at a municipality', async () => {
    await openList(`${path}&kies=GM0344`);
    await page.locator(rows).first().getByRole('link').first().click();
    await page.waitForURL(/\/gemeente\//);
    await page.getByRole('link', { name: 'Voorlichting', exact: true }).click();
    await page.getByRole('link', { name: 'Gekozen 1 van 8' }).waitFor();
  });
});

describe('joint sessions', () => {
  test('are those of the server, and stand out on the map when pointed at or focused', async () => {
    await openList(`${path}&list=sessions`);
    const { sessionProposals } = await graphql(`
      {
        sessionProposals(asOf: "2024-06-30", first: 12) {
          region {
            name
          }
          municipalities {
            code
            name
          }
          sharedMissing {
            id
          }
          population
          spanKm
        }
      }
    `);
    const found = page.locator('.list ol > li');
    await expect.poll(() => found.count()).toBe(sessionProposals.length);
    for (const [at, { region, municipalities, population, sharedMissing }] of sessionProposals
      .slice(0, 4)
      .entries()) {
      const text = await found.nth(at).innerText();
      expect(text).toContain(region.name);
      for (const { name } of municipalities) expect(text).toContain(name);
      expect(text).toContain(`${population.toLocaleString('nl-NL')} inwoners`);
      expect(text).toContain(`Missen allemaal ${sharedMissing.length} bouwste`);
    }
    const members = (at: number): string[] =>
      sessionProposals[at]?.municipalities.map(({ code }) => code) ?? [];
    expect(await numbered()).toEqual([]);
    await found.nth(0).hover();
    await expect.poll(() => numbered()).toEqual(members(0));
    await page.mouse.move(5, 5);
    await found.nth(1).getByRole('button').first().focus();
    await expect.poll(() => numbered()).toEqual(members(1));
    await found
      .nth(1)
      .getByRole('button', { name: /^Kies deze/ })
      .click();
    expect(new URL(page.url()).searchParams.get('kies')).toBe(members(1).join(','));
  });
});

describe('axe finds nothing', () => {
  const states = {
    list: `${path}&selected=GM1966`,
    'list of whom to ask': `${path}&doel=navragen`,
    sessions: `${path}&list=sessions`,
    choice: `${path}&list=chosen&kies=GM0344,GM1966&weights=gap:5`,
    'empty choice': `${path}&list=chosen`,
  };
  const cases = Object.entries(states).flatMap(([name, address]) =>
    (['nl', 'en'] as const).flatMap((language) =>
      [desktop, phone].map((viewport) => ({ name, address, language, viewport, width: viewport.width })),
    ),
  );

  test.each(cases)('in the $name in $language at $width pixels', async ({ address, language, viewport }) => {
    const visit = await visitor(browser, viewport);
    const view = await visit.newPage();
    await view.goto(`${server.url}${address}&lang=${language}`);
    await view.waitForLoadState('networkidle');
    // What lies half under the switch of lists can be scrolled from under it.
    await view.evaluate(() => scrollTo(0, 0));
    expect(await violations(view)).toEqual([]);
    await visit.close();
  });
});

describe('on a phone', () => {
  test.each(['', '&doel=navragen', '&list=sessions', '&list=chosen&kies=GM0344,GM1966', '&selected=GM1966'])(
    'with %o nothing slides sideways and every control is large enough',
    async (more) => {
      const visit = await visitor(browser, phone);
      const view = await visit.newPage();
      await openList(path + more, view);
      expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      const small = await view
        .locator('main button:visible, main summary:visible, main select:visible, main nav a:visible')
        .evaluateAll((controls) =>
          controls
            .map((control) => ({ box: control.getBoundingClientRect(), name: control.textContent }))
            .filter(({ box }) => box.width > 0 && (box.height < 40 || box.width < 24))
            .map(({ box, name }) => `${name?.trim()} ${box.width}x${box.height}`),
        );
      expect(small).toEqual([]);
      await visit.close();
    },
  );

  test('the weights open above the list and reorder it', async () => {
    const visit = await visitor(browser, phone);
    const view = await visit.newPage();
    await openList(path, view);
    expect(await view.getByRole('slider', { name: 'Aantal inwoners' }).isVisible()).toBe(false);
    await view.getByText('Wat telt hoe zwaar?').first().click();
    await view.getByRole('slider', { name: 'Aantal inwoners' }).focus();
    await view.keyboard.press('End');
    const [first] = codesOf(await ranked('population: 5', 1));
    await view.locator(`${rows}:first-child[data-code="${first}"]`).waitFor();
    await visit.close();
  });
});
