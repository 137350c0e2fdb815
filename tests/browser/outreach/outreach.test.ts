import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { open, openMap } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';
import { codes, codesOf, graphql, numbered, openList, path, ranked, rows } from './target-list';

useServer({ demo: true });
visitForEach();

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
    await page.getByRole('radio', { name: `Bij wie navragen? ${totalCount}` }).check({ force: true });
    await page.getByRole('heading', { level: 1, name: 'Bij wie navragen?' }).waitFor();
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
    await page.getByRole('radio', { name: /^Bij wie navragen/ }).check({ force: true });
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
    await page
      .getByRole('heading', { name: 'Staat niet op de lijst om voor te lichten of na te vragen' })
      .waitFor();
    expect(await page.getByRole('heading', { name: /^Nummer/ }).count()).toBe(0);
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
