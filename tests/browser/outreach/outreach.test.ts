import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, openMap, phone, visitor } from '../support/browser';
import { browser, context, errors, page, server, useServer, visit, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach();

const path = '/voorlichting?date=2024-06-30';

interface Target {
  municipality: { code: string; name: string };
  priority: {
    rank: number;
    listRank: number | null;
    listSize: number;
    score: number;
    explanation: string;
  };
  missing: { title: string }[];
}
interface Session {
  region: { name: string };
  municipalities: { code: string; name: string }[];
  sharedMissing: { id: string }[];
  population: number;
  spanKm: number;
}
interface Answer {
  outreachTargets: { totalCount: number; nodes: Target[] };
  sessionProposals: Session[];
}

async function graphql(query: string): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
  const { data, errors: refused } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(refused).toBeUndefined();
  return data;
}

/** What the server ranks, with weights as GraphQL has them. */
const ranked = async (
  weights = '',
  first = 1000,
  purpose: 'BRIEF' | 'ASK' = 'BRIEF',
): Promise<Answer['outreachTargets']> => {
  const query = `{ outreachTargets(purpose: ${purpose}, asOf: "2024-06-30", first: ${first} ${weights && `, weights: {${weights}}`}) {
    totalCount nodes { municipality { code name } priority { rank listRank listSize score explanation } missing { title } } } }`;
  return (await graphql(query)).outreachTargets;
};

const rows = '[data-testid="targets"] > li';
const codes = (selector = rows): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code'] ?? ''));
const codesOf = ({ nodes }: Answer['outreachTargets']): string[] =>
  nodes.map(({ municipality }) => municipality.code);

async function openList(address = path, where = page): Promise<void> {
  await openMap(where, server.url + address);
  await where.locator('.list :is(li, section)').first().waitFor();
  await where.waitForLoadState('networkidle');
}

/** The codes of the municipalities with a number on the map, the first first. */
const numbered = (): Promise<string[]> =>
  page.locator('path.ranked').evaluateAll((paths) => {
    const all = [...document.querySelectorAll<SVGPathElement>('path.area')];
    return paths.map(
      (outline) =>
        all.find((area) => area.getAttribute('d') === outline.getAttribute('d'))?.dataset['code'] ?? '',
    );
  });

describe('the list', () => {
  test('holds who has no complete policy, in the order of the server, with the reasons', async () => {
    await openList();
    const { nodes, totalCount } = await ranked();
    expect(await codes()).toEqual(codesOf({ nodes, totalCount }).slice(0, 25));
    expect(await page.locator('.filter .count').innerText()).toMatch(
      new RegExp(`^${totalCount}\\s+van 342 gemeenten`),
    );
    expect(await numbered()).toEqual(codesOf({ nodes, totalCount }).slice(0, 8));
    const first = page.locator(rows).first();
    const text = await first.innerText();
    expect(text).toContain(nodes[0]?.priority.explanation);
    expect(text).toContain(`nummer 1 van ${totalCount} om voor te lichten`);
    expect(text).toContain(nodes[0]?.priority.score.toFixed(2).replace('.', ','));
  });

  test('grows until all are shown', async () => {
    await openList(`${path}&region=provincie/PV20`);
    const { outreachTargets } = await graphql(`
      {
        outreachTargets(
          asOf: "2024-06-30"
          where: { policyClass: [NONE, PARTIAL], region: { set: "provincie", code: "PV20" } }
        ) {
          totalCount
          nodes {
            municipality {
              code
              name
            }
            priority {
              rank
              listRank
              score
              explanation
            }
            missing {
              title
            }
          }
        }
      }
    `);
    expect(await codes()).toEqual(codesOf(outreachTargets));
    // A selection leaves everybody the place on the whole list, in the list and on the map.
    const ranks = outreachTargets.nodes.map(({ priority }) => String(priority.listRank));
    expect(await page.locator(`${rows} > .mark`).allInnerTexts()).toEqual(ranks);
    const markers = await page.locator('.labels text.rank').allTextContents();
    expect(markers.toSorted()).toEqual(ranks.slice(0, 8).toSorted());
    await openList();
    await page.getByRole('button', { name: 'Toon meer' }).click();
    await expect.poll(async () => (await codes()).length).toBe(50);
    expect(await codes()).toEqual(codesOf(await ranked('', 50)));
  });

  test('tells what a score is made of, what is missing, and who solved it', async () => {
    await openList();
    const { nodes } = await ranked('', 1);
    const row = page.locator(rows).first();
    await row.getByText('Waarom hier?').click();
    const column = async (at: number): Promise<number[]> =>
      (await row.locator(`tbody td:nth-child(${at})`).allInnerTexts()).map((text) =>
        Math.round(Number(text.replace('× ', '').replace(',', '.')) * 100),
      );
    const parts = await column(4);
    expect(parts.length).toBe(5);
    const score = Math.round(
      Number((await row.locator('tfoot td').last().innerText()).replace(',', '.')) * 100,
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
    expect(score).toBe(Math.round((nodes[0]?.priority.score ?? 0) * 100));
    expect(await row.locator('.missing li').allInnerTexts()).toEqual(
      nodes[0]?.missing.map(({ title }) => title),
    );
    expect(await row.getByRole('link').count()).toBeGreaterThan(1);
    await row.locator('.nearby a').first().click();
    await page.waitForURL(/\/gemeente\/GM\d{4}/);
  });

  test('shows what was chosen on the map', async () => {
    await openList();
    const last = codesOf(await ranked()).at(-1);
    await page.evaluate(
      (code) =>
        document
          .querySelector(`path.area[data-code="${code}"]`)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      last,
    );
    const row = page.getByRole('list', { name: 'Gekozen op de kaart' }).getByRole('listitem').first();
    await row.getByText('Zo is de score van').waitFor();
    expect(new URL(page.url()).searchParams.get('selected')).toBe(last);
  });

  test('tells the public that earlier contact does not count', async () => {
    await openList();
    expect(await page.locator('main').innerText()).toContain('dat is alleen intern bekend');
    expect(await page.getByRole('slider').count()).toBe(6);
  });
});

describe('the list of whom to ask', () => {
  test('holds those of which it cannot be told, in the order of the server, with the reasons', async () => {
    await openList();
    const { totalCount, nodes } = await ranked('', 25, 'ASK');
    const toBrief = (await ranked('', 0)).totalCount;
    await page.getByRole('radio', { name: `Wie voorlichten? ${toBrief}` }).waitFor({ state: 'attached' });
    await page.getByRole('radio', { name: `Wie navragen? ${totalCount}` }).check({ force: true });
    await page.getByRole('heading', { level: 1, name: 'Wie navragen?' }).waitFor();
    await expect.poll(() => codes()).toEqual(codesOf({ nodes, totalCount }));
    expect(await numbered()).toEqual(codesOf({ nodes, totalCount }).slice(0, 8));
    expect(new URL(page.url()).searchParams.get('doel')).toBe('navragen');
    const first = page.locator(rows).first();
    await first.getByText(nodes[0]?.priority.explanation ?? '', { exact: true }).waitFor();
    expect(await first.innerText()).toContain(`nummer 1 van ${totalCount} om na te vragen`);
    await first.getByText('Waarom hier?').click();
    await first.getByRole('heading', { name: /^Niet bekend: \d+ van \d+ bouwstenen$/ }).waitFor();
    const told = (await page.locator(rows).allInnerTexts()).join('\n');
    expect(told).not.toMatch(/achterstand|geen beleid|zonder beleid/i);
    expect(await page.getByRole('link', { name: 'Samen voorlichten' }).count()).toBe(0);
    await page.getByRole('radio', { name: /^Wie voorlichten/ }).check({ force: true });
    await expect.poll(() => codes()).toEqual(codesOf(await ranked('', 25)));
    expect(new URL(page.url()).searchParams.has('doel')).toBe(false);
  });

  test('comes back from its address, with weights of its own that the place is by', async () => {
    await openList(`${path}&doel=navragen&weights=population:5`);
    const expected = await ranked('population: 5', 25, 'ASK');
    expect(await codes()).toEqual(codesOf(expected));
    const standing = `nummer 1 van ${expected.totalCount} om na te vragen`;
    expect(await page.locator(rows).first().innerText()).toContain(`${standing}, naar uw gewichten`);
    await page.locator(rows).first().getByRole('link').first().click();
    await page.waitForURL(/\/gemeente\//);
    await page.getByRole('heading', { name: standing }).waitFor();
    await page.getByText('Naar uw eigen gewichten.').waitFor();
  });

  test('forgets the classes that were chosen for the other', async () => {
    await openList(`${path}&class=PARTIAL`);
    await page.getByRole('radio', { name: /^Wie navragen/ }).check({ force: true });
    await expect.poll(() => codes()).toEqual(codesOf(await ranked('', 25, 'ASK')));
    expect(new URL(page.url()).searchParams.has('class')).toBe(false);
  });

  test('and the other share a choice, which tells of which list each is', async () => {
    const [brief] = (await ranked('', 1)).nodes;
    const [ask] = (await ranked('', 1, 'ASK')).nodes;
    await openList(`${path}&list=chosen&kies=${ask?.municipality.code},${brief?.municipality.code}`);
    await page.getByRole('heading', { name: 'Om voor te lichten: 1' }).waitFor();
    await page.getByRole('heading', { name: 'Om na te vragen: 1' }).waitFor();
    expect(await codes('.list ol > li')).toEqual([brief?.municipality.code, ask?.municipality.code]);
    expect(await numbered()).toEqual([brief?.municipality.code, ask?.municipality.code]);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).split('\r\n');
    expect(lines[1]).toContain(`${brief?.municipality.code};voorlichten;1;`);
    expect(lines[2]).toContain(`${ask?.municipality.code};navragen;1;`);
  });
});

describe('the place of a municipality', () => {
  test.each([
    ['BRIEF', 'om voor te lichten'],
    ['ASK', 'om na te vragen'],
  ] as const)('on its page and its card is that of the list %s, and the only one', async (purpose, words) => {
    const { nodes, totalCount } = await ranked('', 5, purpose);
    const { municipality, priority } = nodes[4] ?? {};
    const place = `Nummer 5 van ${totalCount} ${words}`;
    for (const address of [`/gemeente/${municipality?.code}?`, `/?selected=${municipality?.code}&`]) {
      await open(page, `${server.url}${address}date=2024-06-30`);
      await page.getByRole('heading', { name: place }).waitFor();
      await page
        .getByText(priority?.explanation ?? '', { exact: true })
        .first()
        .waitFor();
      expect(await page.getByRole('heading', { name: /^Nummer \d+ van/ }).count()).toBe(1);
      await page.getByText('Eerdere voorlichting is intern en telt hier niet mee.').first().waitFor();
    }
  });

  test('is on neither list where the basics are complete', async () => {
    const { outreachTargets } = await graphql(
      '{ outreachTargets(asOf: "2024-06-30", where: { policyClass: [COMPLETE, ADVANCED] }, first: 1) { totalCount nodes { municipality { code name } priority { rank score explanation } missing { title } } } }',
    );
    const code = outreachTargets.nodes[0]?.municipality.code;
    await open(page, `${server.url}/gemeente/${code}?date=2024-06-30`);
    await page.getByRole('heading', { name: 'Niet om voor te lichten of na te vragen' }).waitFor();
    expect(await page.getByRole('heading', { name: /^Nummer/ }).count()).toBe(0);
  });
});

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
    expect(await codes()).toEqual(expected);
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
    await page.getByRole('link', { name: /^Keuze/ }).click();
    await page.getByText('3 gekozen; doel 8').waitFor();
    expect(await codes('.list ol > li')).toEqual(codesOf({ nodes, totalCount: 3 }));

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const download = await file;
    expect(download.suggestedFilename()).toBe('voorlichting-2024-06-30.csv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFGemeente;Code;Lijst;Rang;Score;Reden;Ontbreekt;Niet bekend');
    expect(lines.length).toBe(5);
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
    await page.getByRole('link', { name: 'Keuze 1 van 8' }).waitFor();
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

test('the overview of the map leads here', async () => {
  await openMap(page, server.url);
  await page.getByRole('link', { name: 'Hele lijst om voor te lichten, met de redenen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Wie voorlichten?' }).waitFor();
  await page.getByRole('button', { name: 'Beleid: geen of onvolledig beleid' }).waitFor();
  await page.getByRole('link', { name: 'Kaart', exact: true }).click();
  await page.getByRole('button', { name: 'Beleid: elk beleid' }).waitFor();
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
