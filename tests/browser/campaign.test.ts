import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { violations } from './axe';
import { complaints, desktop, launch, open, openMap, phone, visitor } from './browser';
import { type Server, ask, startServer } from './server';

let server: Server;
let browser: Browser;
let staff: string;
let context: BrowserContext;
let page: Page;
let errors: string[];
let today: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launch()]);
  staff = await server.token('desk', 'OUTREACH');
  const { municipalities } = await graphql<{ municipalities: { nodes: { asOf: string }[] } }>(
    '{ municipalities(first: 1) { nodes { asOf } } }',
  );
  today = municipalities.nodes[0]?.asOf ?? '';
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function visit(viewport = desktop, token: string | undefined = staff): Promise<void> {
  context = await visitor(browser, viewport, token);
  page = await context.newPage();
  errors = complaints(page);
}
beforeEach(() => visit());
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const graphql = <Answer>(query: string, variables: object = {}): Promise<Answer> =>
  ask(server.url, staff, query, variables);

const inDays = (days: number, from = today): string => {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

/** A campaign that began a year ago, with targets that are chosen. */
async function begin(title: string, codes: readonly string[], from = inDays(-300)): Promise<string> {
  const input = { title, goal: 50, from, to: inDays(100), partners: ['VNG'] };
  const { createCampaign } = await graphql<{ createCampaign: { id: string } }>(
    'mutation ($input: CampaignInput!) { createCampaign(input: $input) { id } }',
    { input },
  );
  if (codes.length > 0)
    await graphql(
      'mutation ($id: ID!, $codes: [MunicipalityCode!]!) { addTargets(campaign: $id, codes: $codes) { id } }',
      {
        id: createCampaign.id,
        codes,
      },
    );
  return createCampaign.id;
}

async function record(input: object): Promise<string> {
  const { recordBriefing } = await graphql<{ recordBriefing: { id: string } }>(
    'mutation ($input: BriefingInput!) { recordBriefing(input: $input) { id } }',
    { input: { stage: 'HELD', kind: 'MUNICIPALITY', ...input } },
  );
  return recordBriefing.id;
}

const card = (code: string) => page.locator(`.board li[data-code="${code}"]`);
const column = (stage: string) => page.locator(`.board section[data-stage="${stage}"]`);
const dialog = () => page.getByRole('dialog');
const save = () => dialog().getByRole('button', { name: 'Vastleggen', exact: true });

/** By hand: `dragTo` may scroll between taking hold of something and letting it go. */
async function drag(from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = await Promise.all([from.boundingBox(), to.boundingBox()]);
  if (!start || !end) throw new Error('nothing to drag, or nowhere to drag it');
  await page.mouse.move(start.x + 8, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 12, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** What the progress says: the number reached, and the number at each stage. */
async function counts(): Promise<{ reached: string; byStage: Record<string, number>; total: number }> {
  const rows = await page.locator('[data-testid="stage-counts"] li').evaluateAll((items) =>
    items.map((item) => ({
      stage: (item as HTMLElement).dataset['stage'] ?? 'total',
      count: Number(item.querySelector('b')?.textContent),
    })),
  );
  const byStage = Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
  const { total = -1, ...stages } = byStage;
  return { reached: await page.locator('.progress p').first().innerText(), byStage: stages, total };
}

const openCampaign = async (id: string, query = ''): Promise<void> => {
  await open(page, `${server.url}/voorlichting/campagnes/${id}${query}`);
  // It comes last, and moves what is below it.
  await page.getByText('Voorbeeldgegevens').waitFor();
  await page.locator('.progress').waitFor();
};

test('from no campaign to eight defended targets with their sheets takes under two minutes', async () => {
  const started = Date.now();
  await open(page, `${server.url}/voorlichting/campagnes`);
  await page.getByText('Er is nog geen campagne.').waitFor();
  await page.getByRole('button', { name: 'Campagne beginnen' }).click();
  expect(await dialog().getByLabel('Doel in gemeenten').inputValue()).toBe('50');
  expect(await dialog().getByLabel('Samen met').inputValue()).toBe('CoMensha, VNG');
  await dialog().getByRole('button', { name: 'Campagne beginnen' }).click();
  await page.getByText('Geef de campagne een titel.').waitFor();
  const isFocused = (field: Element): boolean => field === document.activeElement;
  await expect.poll(() => dialog().getByLabel('Titel').evaluate(isFocused)).toBe(true);
  await dialog().getByLabel('Titel').fill('Voorlichting op maat');
  await dialog().getByRole('button', { name: 'Campagne beginnen' }).click();

  await page.getByText('Er staan nog geen gemeenten in deze campagne.').waitFor();
  await page.getByRole('link', { name: 'Gemeenten toevoegen' }).click();
  const rows = page.locator('[data-testid="targets"] > li');
  await rows.nth(7).waitFor();
  for (let at = 0; at < 8; at++) await rows.nth(at).getByRole('checkbox').check();
  await page.getByRole('link', { name: /^Keuze/ }).click();
  await page.getByRole('button', { name: 'In campagne plaatsen' }).click();
  await page.getByRole('button', { name: 'Plaats 8 gemeenten' }).click();

  await page.locator('.board li[data-code]').nth(7).waitFor();
  const cards = page.locator('.board li[data-code]');
  expect(await cards.count()).toBe(8);
  for (const each of await cards.all()) {
    expect(await each.innerText()).toMatch(/nr\. \d+ .+\./);
    const sheet = await each.getByRole('link', { name: /^Blad/ }).getAttribute('href');
    const answer = await context.request.get(server.url + sheet);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  }
  const all = await page.getByRole('link', { name: '8 bladen (zip)' }).getAttribute('href');
  const batch = await context.request.get(server.url + all);
  expect([batch.status(), batch.headers()['x-sheet-count']]).toEqual([200, '8']);
  expect(Date.now() - started).toBeLessThan(120_000);
  expect(await counts()).toMatchObject({ byStage: { SELECTED: 8 }, total: 8 });
  expect(page.url()).not.toContain('kies=');
});

describe('the board', () => {
  test('moves a target through the form, which refuses a briefing given in the future before sending', async () => {
    const id = await begin('Vastleggen', ['GM0014', 'GM0034', 'GM0050']);
    await openCampaign(id);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
    await card('GM0034')
      .getByRole('button', { name: /^Stap van/ })
      .click();
    await page.getByRole('button', { name: 'Gegeven', exact: true }).click();
    expect(await dialog().innerText()).toContain('Almere');
    await dialog().getByLabel('Datum van de voorlichting').fill(inDays(1));
    await save().click();
    await dialog().getByText('Deze datum ligt in de toekomst').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    expect(sent).toEqual([]);

    await dialog().getByLabel('Datum van de voorlichting').fill(inDays(-1));
    await dialog().getByLabel('Wie geeft de voorlichting').fill('Anna');
    await dialog().getByLabel('Wat kwam eruit?').fill('Wil een plan maken.');
    await save().click();
    await page.getByText('Vastgelegd. De voorlichting telt voor 1 gemeente.').waitFor();
    await column('HELD').locator('[data-code="GM0034"]').waitFor();
    const after = await counts();
    expect(after.reached).toMatch(/^1\s+van 50/);
    expect(after.byStage).toMatchObject({ SELECTED: 2, HELD: 1 });
    expect(Object.values(after.byStage).reduce((sum, count) => sum + count, 0)).toBe(after.total);
    expect(await card('GM0034').innerText()).toContain('Anna');
  });

  test('moves a target by dragging and by the keyboard alone', async () => {
    const id = await begin('Verplaatsen', ['GM0014', 'GM0034']);
    await openCampaign(id);
    await drag(card('GM0014').locator('.why'), column('INVITED').locator('h2'));
    await column('INVITED').locator('[data-code="GM0014"]').waitFor();
    await page.getByText('Groningen: Uitgenodigd').waitFor();

    await card('GM0034')
      .getByRole('button', { name: /^Stap van/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Almere: Uitgenodigd').waitFor();
    await page.reload();
    await column('INVITED').locator('[data-code="GM0034"]').waitFor();
    expect((await counts()).byStage).toMatchObject({ SELECTED: 0, INVITED: 2 });
  });

  test('shows a list instead, in the order of the address, where an owner is written', async () => {
    const id = await begin('Lijst', ['GM0014', 'GM0034', 'GM0050']);
    await openCampaign(id);
    await page.getByRole('link', { name: 'Lijst', exact: true }).click();
    await page.getByRole('button', { name: /^Gemeente/ }).click();
    expect(page.url()).toContain('tab=list&order=name');
    const names = await page.locator('tbody th').allInnerTexts();
    expect(names).toEqual(['Almere', 'Groningen', 'Zeewolde']);
    await page.getByLabel('Wie Almere begeleidt').fill('Bram');
    await page.keyboard.press('Tab');
    await page.getByText('Almere: Gekozen').waitFor();
    await page.goBack();
    await card('GM0034').getByText('Bram').waitFor();
  });

  test('is a stack of sections on a phone', async () => {
    const id = await begin('Telefoon', ['GM0014', 'GM0034']);
    await context.close();
    await visit(phone);
    await openCampaign(id);
    const boxes = await page
      .locator('.board > section')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect(boxes).toHaveLength(6);
    expect(new Set(boxes).size).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

test('an ended municipality gives way to its successor, and the person is told', async () => {
  await begin('Opvolgers', []);
  await openMap(page, `${server.url}/voorlichting?date=2021-06-30&kies=GM0370&list=chosen`);
  await page.getByRole('button', { name: 'In campagne plaatsen' }).click();
  await dialog()
    .getByRole('radio', { name: /^Opvolgers/ })
    .check();
  await page.getByRole('button', { name: 'Plaats 1 gemeente' }).click();
  await page
    .getByText('Beemster is op 1 januari 2022 opgeheven; Purmerend staat er nu voor in de plaats.')
    .waitFor();
  await dialog().getByRole('button', { name: 'Naar de campagne' }).click();
  await page.getByText('In de plaats van Beemster').waitFor();
});

test('what is to be followed up is put off, and done', async () => {
  const campaign = await begin('Opvolgen', []);
  const municipalities = ['GM0014'];
  const input = { campaign, date: inDays(-20), municipalities, followUp: today, outcome: 'Belt terug.' };
  const id = await record(input);
  await open(page, `${server.url}/voorlichting/campagnes`);
  const row = page.locator(`[data-briefing="${id}"]`);
  await row.getByRole('button', { name: /^Verzetten/ }).click();
  await row.getByLabel('Opvolgen op').fill(inDays(-30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.getByText('De opvolging ligt vóór de voorlichting.').waitFor();
  await row.getByLabel('Opvolgen op').fill(inDays(30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.waitFor({ state: 'detached' });

  await record({ id, ...input });
  await page.reload();
  await row.getByRole('button', { name: /^Afgehandeld/ }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByText('Afgehandeld: Groningen.').waitFor();
  const { campaign: left } = await graphql<{ campaign: { briefings: object[] } }>(
    'query ($id: ID!) { campaign(id: $id) { briefings { id followUp outcome } } }',
    { id: campaign },
  );
  expect(left.briefings).toEqual([{ id, followUp: null, outcome: 'Belt terug.' }]);

  // What came of it stands on the page of the municipality, for those who may know.
  await open(page, `${server.url}/gemeente/GM0014`);
  await page.getByRole('heading', { name: 'Voorlichtingen' }).waitFor();
  await page.getByText('Belt terug.').waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
  await visit(desktop, '');
  await open(page, `${server.url}/gemeente/GM0014`);
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Belt terug.').count()).toBe(0);
});

test('the effect shows before and after, who was not assessed again, and the note', async () => {
  const campaign = await begin('Effect', [], '2023-01-01');
  const { outreachTargets } = await graphql<{
    outreachTargets: { nodes: { municipality: { code: string } }[] };
  }>('{ outreachTargets(asOf: "2023-03-01", first: 12) { nodes { municipality { code } } } }');
  for (const { municipality } of outreachTargets.nodes)
    await record({ campaign, date: '2023-03-01', municipalities: [municipality.code] });
  await record({ campaign, date: today, municipalities: ['GM0014'] });

  interface Effects {
    campaign: {
      effect: { municipality: { code: string }; after: object | null; gained: object[] }[];
      effectTotal: { reassessed: number; briefed: number; note: string };
    };
  }
  const { effect, effectTotal } = (
    await graphql<Effects>(
      `
        query ($id: ID!) {
          campaign(id: $id) {
            effect {
              municipality {
                code
              }
              after {
                class
              }
              gained {
                id
              }
            }
            effectTotal {
              briefed
              reassessed
              note
            }
          }
        }
      `,
      { id: campaign },
    )
  ).campaign;
  expect(effect.filter(({ after }) => after).length).toBeGreaterThan(5);
  expect(effect.some(({ after }) => !after)).toBe(true);

  await openCampaign(campaign, '?tab=effect');
  await page.getByText(effectTotal.note).waitFor();
  await page
    .getByText(
      `${effectTotal.briefed} gemeenten voorgelicht, ${effectTotal.reassessed} daarna opnieuw beoordeeld.`,
    )
    .waitFor();
  for (const { municipality, after, gained } of effect) {
    const row = await page.locator(`tr[data-code="${municipality.code}"]`).innerText();
    if (!after) expect(row).toContain('Nog niet opnieuw beoordeeld');
    else if (gained.length > 0) expect(row).toMatch(new RegExp(`\\b${gained.length} bouwste`));
  }
});

test('a proposal becomes a regional briefing that counts for each of its municipalities', async () => {
  const campaign = await begin('Regionaal', []);
  await openMap(page, `${server.url}/voorlichting?list=sessions&campaign=${campaign}`);
  const row = page.locator('.list section > ol > li').first();
  await row.locator('.members a').first().waitFor();
  const names = await row.locator('.members a').allInnerTexts();
  await row.getByRole('button', { name: /^Regionale voorlichting maken/ }).click();
  expect(await dialog().getByLabel('Soort').inputValue()).toBe('REGIONAL_PLATFORM');
  expect(await dialog().getByLabel('Regio', { exact: true }).inputValue()).not.toBe('');
  await expect.poll(() => dialog().getByLabel('Campagne').inputValue()).toBe(campaign);
  expect(await dialog().locator('fieldset li').allInnerTexts()).toEqual(
    names.map((name) => expect.stringContaining(name)),
  );
  await dialog().getByLabel('Datum van de voorlichting').fill(inDays(14));
  await save().click();
  await page.getByText(`De voorlichting telt voor ${names.length} gemeenten.`).waitFor();
  await page.getByRole('link', { name: 'Naar de campagne' }).click();
  await column('PLANNED').locator('li[data-code]').first().waitFor();
  expect((await column('PLANNED').locator('h3').allInnerTexts()).toSorted()).toEqual(names.toSorted());
});

describe('on the map', () => {
  const legend = (): Promise<{ id: string; count: number }[]> =>
    page.locator('button[data-class]').evaluateAll((buttons) =>
      buttons.map((button) => ({
        id: (button as HTMLElement).dataset['class'] ?? '',
        count: Number(button.querySelector('.count b')?.textContent?.replaceAll('.', '')),
      })),
    );

  test('outreach is a shade whose counts add up, and that filters', async () => {
    const campaign = await begin('Kaart', ['GM0014', 'GM0034', 'GM0050']);
    await record({ campaign, date: inDays(-5), municipalities: ['GM0014'] });
    await openMap(page, `${server.url}/?campaign=${campaign}`);
    await page.getByLabel('Kleur de kaart naar').selectOption('stage');
    await expect.poll(async () => (await legend()).find(({ id }) => id === 'HELD')?.count).toBe(1);
    expect((await legend()).reduce((sum, { count }) => sum + count, 0)).toBe(342);
    expect((await legend()).map(({ id }) => id)).not.toContain('UNKNOWN');
    await page.locator('button[data-class="SELECTED"]').click();
    await expect.poll(() => page.locator('.count').first().innerText()).toMatch(/^2\s+van 342/);

    await openMap(page, `${server.url}/?shade=briefed&briefed=WITHIN_1`);
    await expect
      .poll(async () => (await legend()).reduce((sum, { count }) => sum + count, 0))
      .toBeGreaterThan(0);
    const shown = (await legend()).reduce((sum, { count }) => sum + count, 0);
    expect(await page.locator('.count').first().innerText()).toMatch(new RegExp(`^${shown}\\s+van 342`));
    await page.goto(`${server.url}/tabel?briefed=WITHIN_1&columns=name,briefed`);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(shown);
  });

  test('the staff ranks by contact too, and is told so', async () => {
    await openMap(page, `${server.url}/voorlichting`);
    await page.getByLabel('Lang niet voorgelicht').waitFor();
    const first = page.locator('[data-testid="targets"] > li').first();
    await expect.poll(() => first.innerText()).toMatch(/voorlichting/);
    const { outreachTargets } = await graphql<{
      outreachTargets: { nodes: { municipality: { code: string }; priority: { score: number } }[] };
    }>('{ outreachTargets(first: 25) { nodes { municipality { code } priority { score } } } }');
    const codes = await page
      .locator('[data-testid="targets"] > li')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code']));
    expect(codes).toEqual(outreachTargets.nodes.map(({ municipality }) => municipality.code));
    const score = outreachTargets.nodes[0]?.priority.score.toFixed(2).replace('.', ',') ?? '';
    expect(await first.locator('.score').innerText()).toContain(score);
  });
});

describe('who has no part in it', () => {
  test('the public sees no campaign, no factor of contact and no shade by briefing', async () => {
    const id = await begin('Intern', ['GM0014']);
    await context.close();
    await visit(desktop, '');
    await openMap(page, `${server.url}/voorlichting?list=sessions`);
    await page.locator('.list section > ol > li').first().waitFor();
    for (const name of ['Campagnes', 'Regionale voorlichting maken', 'In campagne plaatsen'])
      expect(await page.getByText(name).count()).toBe(0);
    expect(await page.getByLabel('Lang niet voorgelicht').count()).toBe(0);
    const shades = await page.getByLabel('Kleur de kaart naar').locator('option').allInnerTexts();
    expect(shades.filter((shade) => /voor(ge)?licht/i.test(shade))).toEqual([]);

    await openMap(page, `${server.url}/?shade=stage&stage=HELD&campaign=${id}`);
    await page.getByText('Dit deel van het adres is overgeslagen').waitFor();
    expect(await page.locator('.count').first().innerText()).toMatch(/^342/);

    for (const path of ['', `/${id}`]) {
      await page.goto(`${server.url}/voorlichting/campagnes${path}`);
      await page.getByText('Dit deel is voor wie bij de voorlichting betrokken is.').waitFor();
      expect(await page.locator('main').innerText()).not.toContain('Intern');
    }
  });

  test('a platform sees and edits its own regions, and begins nothing', async () => {
    const own = await graphql<{ region: { municipalities: { code: string; name: string }[] } }>(
      '{ region(set: "vng-platform", code: "RP02") { municipalities { code name } } }',
    );
    const [mine] = own.region.municipalities;
    const other = own.region.municipalities.some(({ code }) => code === 'GM0014') ? 'GM0935' : 'GM0014';
    const id = await begin('Platform', [mine?.code ?? '', other]);
    const token = await server.token('platform', 'PLATFORM', 'vng-platform/RP02');
    await context.close();
    await visit(desktop, token);
    await openCampaign(id);
    expect(await page.locator('.board li[data-code]').count()).toBe(1);
    await page.getByText('U ziet alleen de gemeenten van uw eigen regio').waitFor();
    expect(await page.getByRole('link', { name: 'Gemeenten toevoegen' }).count()).toBe(0);
    await card(mine?.code ?? '')
      .getByRole('button', { name: /^Stap van/ })
      .click();
    await page.getByRole('button', { name: 'Uitgenodigd', exact: true }).click();
    await column('INVITED').locator('li[data-code]').waitFor();

    await openMap(page, `${server.url}/?shade=briefed`);
    const unknown = page.locator('button[data-class="UNKNOWN"] .count b');
    await expect.poll(() => unknown.innerText()).toBe(String(342 - own.region.municipalities.length));
    await page.goto(`${server.url}/voorlichting/campagnes`);
    await page.getByRole('heading', { name: 'Opvolgen deze week' }).waitFor();
    expect(await page.getByRole('button', { name: 'Campagne beginnen' }).count()).toBe(0);
    await openMap(page, `${server.url}/voorlichting?kies=GM0014&list=chosen`);
    await page.getByRole('button', { name: 'Download CSV' }).waitFor();
    expect(await page.getByRole('button', { name: 'In campagne plaatsen' }).count()).toBe(0);
  });
});
