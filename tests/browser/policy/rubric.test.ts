import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { areas, open, phone } from '../support/browser';
import { endVisits, page, server, useServer, visit } from '../support/fixture';
import { ask } from '../support/server';

let admin: string;
let staff: string;
useServer({ demo: true }, async () => {
  admin = await server.token('chief', 'ADMIN');
  staff = await server.token('desk', 'OUTREACH');
});
endVisits();

interface Block {
  id: string;
  level: string;
  weight: number;
  titleNl: string;
  titleEn: string;
  sourceUrl: string;
  from: string[];
  theme: { id: string };
}
interface Version {
  id: string;
  validFrom: string;
  provisional: boolean;
  titleNl: string;
  titleEn: string;
  themes: { id: string; dimension: string; titleNl: string; guidanceUrl: string }[];
  blocks: Block[];
}

const graphql = <Answer>(query: string): Promise<Answer> => ask(server.url, admin, query);

const versions = async (): Promise<Version[]> =>
  (
    await graphql<{ rubrics: Version[] }>(`
      {
        rubrics {
          id
          validFrom
          provisional
          titleNl: title(language: NL)
          titleEn: title(language: EN)
          themes {
            id
            dimension
            titleNl: title(language: NL)
            guidanceUrl
          }
          blocks {
            id
            level
            weight
            sourceUrl
            from
            theme {
              id
            }
            titleNl: title(language: NL)
            titleEn: title(language: EN)
          }
        }
      }
    `)
  ).rubrics;

/** The class of every municipality on a date. */
async function classesOn(date: string): Promise<Map<string, string>> {
  const { municipalities } = await graphql<{
    municipalities: { nodes: { code: string; policy: { class: string } }[] };
  }>(`{ municipalities(asOf: "${date}") { nodes { code policy { class } } } }`);
  return new Map(municipalities.nodes.map(({ code, policy }) => [code, policy.class]));
}

const row = (id: string) => page.locator(`li[data-block="${id}"]`);
const version = (id: string) => page.locator(`details[data-version="${id}"]`);
const save = () => page.getByRole('button', { name: 'Versie vastleggen' });
const undo = () => page.getByRole('button', { name: 'Ongedaan maken' });
const summary = (kind: string) => page.locator(`dt[data-kind="${kind}"] + dd li`);

async function openForm(): Promise<void> {
  await open(page, `${server.url}/beheer/rubriek`);
  await page.getByRole('link', { name: 'Nieuwe versie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nieuwe versie' }).waitFor();
}

/** What axe finds at the end of the page, where the bar with the buttons covers nothing. */
async function findings(): Promise<string[]> {
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  return violations(page);
}

describe('the versions', () => {
  test('are read by the staff, block by block, and changed by an administrator only', async () => {
    await visit(staff);
    await open(page, `${server.url}/beheer`);
    await page.getByRole('link', { name: 'Kader' }).click();
    const [first] = await versions();
    const shown = version(first?.id ?? '');
    await shown.waitFor();
    const titles = await shown.locator('tbody th a').allInnerTexts();
    expect(titles.toSorted()).toEqual(first?.blocks.map(({ titleNl }) => titleNl).toSorted());
    expect(await page.getByText('Geldt nu').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Nieuwe versie' }).count()).toBe(0);
    await page.goto(`${server.url}/beheer/rubriek/nieuw`);
    await page.getByRole('heading', { level: 1, name: 'Kader' }).waitFor();
    expect(await save().count()).toBe(0);
  });
});

describe('a new version', () => {
  test('is written, seen on the map, recorded as it was typed, and taken back', async () => {
    await visit(admin);
    const before = await versions();
    const [last] = before;
    const blocks = last?.blocks ?? [];
    await openForm();

    // One block goes, two are joined into one with another name, one counts otherwise.
    await page.getByRole('button', { name: 'Weghalen: Aandacht voor mensenhandel bij' }).click();
    await page.getByText('is weggehaald.').waitFor();
    await page.getByRole('button', { name: 'Terugzetten' }).click();
    expect(await row('inspections').count()).toBe(1);
    await page.getByRole('button', { name: 'Weghalen: Aandacht voor mensenhandel bij' }).click();
    await page.getByRole('button', { name: 'Weghalen: Training van medewerkers' }).click();
    await row('focal-point')
      .getByRole('button', { name: /^Bewerken/ })
      .click();
    await row('focal-point').getByLabel('Titel in het Nederlands').fill('Mensen die het herkennen');
    await row('focal-point').getByLabel('Titel in het Engels').fill('People who recognise it');
    await row('focal-point').getByLabel('Training van medewerkers in het herkennen').check();
    await row('focal-point').getByLabel('Kenmerk').fill('people');
    await row('regional-plan')
      .getByRole('button', { name: /^Bewerken/ })
      .click();
    await row('regional-plan').getByLabel('Gewicht', { exact: true }).fill('2.5');
    await row('regional-plan').getByLabel('Niveau', { exact: true }).selectOption('ADVANCED');
    // One is new, its id made from its title.
    await page.getByRole('button', { name: 'Bouwsteen toevoegen: Opvang en hulpverlening' }).click();
    const fresh = page.locator('li[data-block=""]');
    await fresh.getByLabel('Titel in het Nederlands').fill('Nazorg na een jaar');
    await fresh.getByLabel('Bron (adres)').fill('geen adres');
    await fresh.getByLabel('Titel in het Engels').fill('Care after a year');
    await row('care-after-a-year').waitFor();
    // And the order changes, by keyboard, which keeps the focus.
    const up = page.getByRole('button', { name: 'Omhoog: Lokale regels' });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.getByText('staat nu op plaats 1 van 6').waitFor({ state: 'attached' });
    // At the top it cannot go on: the way down takes the focus.
    const down = page.getByRole('button', { name: 'Omlaag: Lokale regels' });
    await expect.poll(() => down.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await findings()).toEqual([]);

    expect(await summary('gone').allInnerTexts()).toEqual([
      'Aandacht voor mensenhandel bij (integrale) controles',
    ]);
    expect(await summary('fresh').allInnerTexts()).toEqual(['Nazorg na een jaar']);
    expect(await summary('joined').allInnerTexts()).toEqual([
      'Aandachtsfunctionaris mensenhandel + Training van medewerkers in het herkennen van signalen → Mensen die het herkennen',
    ]);
    expect(await summary('weighed').allInnerTexts()).toEqual([
      'Regionale tafel of regionaal plan: Basis, gewicht 1 → Verdieping, gewicht 2,5',
    ]);

    // What is wrong is told where it stands, and nothing is recorded.
    await page.getByLabel('Geldt vanaf').fill('2019-06-01');
    await save().click();
    await page.getByText('Kies een datum na die van de vorige versie').waitFor();
    await row('care-after-a-year').getByText('Schrijf een adres dat begint met https://.').waitFor();
    await expect
      .poll(() => page.getByLabel('Geldt vanaf').evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await findings()).toEqual([]);
    expect(await versions()).toEqual(before);
    await page.getByLabel('Geldt vanaf').fill('2027-07-01');
    await row('care-after-a-year').getByLabel('Bron (adres)').fill('https://example.org/nazorg');
    await page
      .getByRole('region', { name: 'De versie' })
      .getByLabel('Titel in het Nederlands')
      .fill('Kader 2027');
    await page
      .getByRole('region', { name: 'De versie' })
      .getByLabel('Titel in het Engels')
      .fill('Framework 2027');
    await page.getByRole('region', { name: 'De versie' }).getByLabel('Kenmerk').fill('kader-2027');
    await page.getByLabel('Deze versie is voorlopig').uncheck();

    // The map before it is recorded.
    await page.getByRole('button', { name: 'Bekijk het op de kaart' }).click();
    const preview = page.getByRole('region', { name: 'Wat u op de kaart ziet' });
    await preview.locator(areas).first().waitFor({ state: 'attached' });
    const count = async (effect: string): Promise<number> =>
      Number(await preview.locator(`button[data-class="${effect}"] b`).innerText());
    const seen = { up: await count('UP'), down: await count('DOWN'), other: await count('OTHER') };
    expect(await findings()).toEqual([]);
    expect(await versions()).toEqual(before);

    const classes = await classesOn('2027-07-01');
    await save().click();
    await page.getByText('‘Kader 2027’ is vastgelegd.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/beheer/rubriek');
    const [, made] = await versions();
    expect(made).toMatchObject({
      id: 'kader-2027',
      validFrom: '2027-07-01',
      provisional: false,
      titleNl: 'Kader 2027',
      titleEn: 'Framework 2027',
      themes: last?.themes,
    });
    const found = (id: string): Block | undefined => made?.blocks.find((each) => each.id === id);
    expect(made?.blocks.map(({ id }) => id)).toEqual([
      'local-rules',
      'adopted-policy',
      ...blocks
        .map(({ id }) => (id === 'focal-point' ? 'people' : id))
        .filter((id) => !['local-rules', 'adopted-policy', 'inspections', 'staff-training'].includes(id)),
      'care-after-a-year',
    ]);
    expect(found('people')).toMatchObject({
      titleNl: 'Mensen die het herkennen',
      titleEn: 'People who recognise it',
      from: ['focal-point', 'staff-training'],
    });
    expect(found('regional-plan')).toMatchObject({ level: 'ADVANCED', weight: 2.5, from: ['regional-plan'] });
    expect(found('care-after-a-year')).toEqual({
      id: 'care-after-a-year',
      level: 'BASIC',
      weight: 1,
      titleNl: 'Nazorg na een jaar',
      titleEn: 'Care after a year',
      sourceUrl: 'https://example.org/nazorg',
      from: [],
      theme: { id: 'support' },
    });

    // What the map showed before is what it shows now.
    const ranks = ['NONE', 'PARTIAL', 'COMPLETE', 'ADVANCED'];
    const after = await classesOn('2027-07-01');
    const told = { up: 0, down: 0, other: 0 };
    for (const [code, is] of after) {
      const [low, high] = [ranks.indexOf(classes.get(code) ?? ''), ranks.indexOf(is)];
      if (is === classes.get(code)) continue;
      if (low < 0 || high < 0) told.other++;
      else if (high > low) told.up++;
      else told.down++;
    }
    expect(told.up + told.down + told.other).toBeGreaterThan(0);
    expect(seen).toEqual(told);

    // The list tells both, and what each goes by.
    await version('kader-2027').locator('summary').click();
    expect(await version('kader-2027').locator('summary').innerText()).toContain('Geldt later');
    const [origin] = await version('kader-2027')
      .getByRole('row')
      .filter({ hasText: 'Mensen die het herkennen' })
      .locator('td:last-child')
      .allInnerTexts();
    expect(origin).toContain(
      'Aandachtsfunctionaris mensenhandel + Training van medewerkers in het herkennen van signalen',
    );
    expect(await findings()).toEqual([]);

    await undo().click();
    await page.getByText('De versie is ongedaan gemaakt.').waitFor();
    await version('kader-2027').waitFor({ state: 'detached' });
    expect(await versions()).toEqual(before);
    expect(await classesOn('2027-07-01')).toEqual(classes);
  });

  test('that the server refuses tells why at the field; an id that was taken back is spent', async () => {
    const { serverInfo } = await graphql<{ serverInfo: { revision: number } }>('{ serverInfo { revision } }');
    await graphql(`
      mutation {
        recordRubric(
          input: {
            id: "spent"
            titleNl: "a"
            titleEn: "a"
            validFrom: "2090-01-01"
            themes: [
              { id: "t", dimension: POLICY, titleNl: "t", titleEn: "t", guidanceUrl: "https://example.org" }
            ]
            blocks: [
              {
                id: "b"
                theme: "t"
                level: BASIC
                titleNl: "b"
                titleEn: "b"
                sourceUrl: "https://example.org"
              }
            ]
          }
        ) {
          id
        }
      }
    `);
    await graphql(`mutation { undoChange(revision: ${serverInfo.revision + 1}) { withdrawn } }`);
    await visit(admin);
    await openForm();
    const field = page.getByRole('region', { name: 'De versie' }).getByLabel('Kenmerk');
    await field.fill('spent');
    await save().click();
    await page.getByText('Dit kenmerk is al gebruikt').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await findings()).toEqual([]);
    expect(await versions()).toHaveLength(1);
  });

  test('by which verdicts were recorded stays when it is to be undone, and says why', async () => {
    await visit(admin);
    await openForm();
    const box = page.getByRole('region', { name: 'De versie' });
    await box.getByLabel('Kenmerk').fill('kader-kort');
    await box.getByLabel('Geldt vanaf').fill('2026-01-01');
    await save().click();
    await page.getByText('is vastgelegd.').waitFor();
    await undo().waitFor();
    await graphql(`
      mutation {
        recordVerdicts(
          input: {
            code: "GM0344"
            validFrom: "2026-02-01"
            established: SURVEY
            verdicts: [{ block: "focal-point", verdict: ABSENT }]
          }
        ) {
          code
        }
      }
    `);
    await undo().click();
    await page.getByRole('alert').filter({ hasText: 'zijn al oordelen vastgelegd' }).waitFor();
    expect((await versions()).map(({ id }) => id)).toContain('kader-kort');
  });

  test('fits a phone', async () => {
    await visit(admin, phone);
    await openForm();
    await row('focal-point')
      .getByRole('button', { name: /^Bewerken/ })
      .click();
    await row('focal-point').getByLabel('Gewicht', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kader' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});
