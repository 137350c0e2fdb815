import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { open, phone } from '../support/browser';
import { context, page, server, useServer, visit, visitForEach } from '../support/fixture';
import { ask } from '../support/server';

let admin: string;
let platform: string;
useServer({}, async () => {
  admin = await server.token('chef', 'ADMIN');
  platform = await server.token('platform', 'PLATFORM', 'vng-platform/RP08');
});
visitForEach({ token: () => admin });

const graphql = <Answer>(query: string, token = admin): Promise<Answer> => ask(server.url, token, query);

const record = (code: string, verdict: string, block = 'focal-point', token = admin): Promise<unknown> =>
  graphql(
    `mutation { recordVerdicts(input: { code: "${code}", validFrom: "2026-01-01", established: DOCUMENT,
      verdicts: [{ block: "${block}", verdict: ${verdict} }] }) { code } }`,
    token,
  );

async function verdictOf(code: string, block = 'focal-point'): Promise<string | undefined> {
  const { municipality } = await graphql<{
    municipality: { policy: { verdicts: { verdict: string; block: { id: string } }[] } };
  }>(`{ municipality(code: "${code}") { policy { verdicts { verdict block { id } } } } }`);
  return municipality.policy.verdicts.find((each) => each.block.id === block)?.verdict;
}

const dialog = (): Locator => page.getByRole('dialog');
const told = (): Locator => page.getByRole('complementary', { name: 'Wat er gedaan is' });

describe('the changes', () => {
  test('are listed with who made them, and are taken back after a look at the effect', async () => {
    await record('GM0718', 'PRESENT');
    await open(page, `${server.url}/beheer/wijzigingen`);
    const last = page.locator('li[data-revision]').first();
    await last.getByText('Oordelen vastgelegd').waitFor();
    expect(await last.innerText()).toContain('door chef');
    expect(await violations(page)).toEqual([]);
    await last.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await dialog().getByRole('button', { name: 'Bekijk het effect op de kaart' }).click();
    await dialog().getByText('1 gemeente verandert').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Ongedaan maken' }).click();
    await told().getByText('Ongedaan gemaakt.').waitFor();
    expect(await verdictOf('GM0718')).toBe('UNKNOWN');
    await page.getByText('ongedaan gemaakt door nummer').first().waitFor();
  });

  test('that were changed since are kept, and told', async () => {
    await graphql(`
      mutation {
        recordVerdicts(
          input: {
            code: "GM0717"
            validFrom: "2026-01-01"
            established: DOCUMENT
            verdicts: [
              { block: "focal-point", verdict: PRESENT }
              { block: "portfolio-holder", verdict: PRESENT }
            ]
          }
        ) {
          code
        }
      }
    `);
    const { changeLog } = await graphql<{ changeLog: { nodes: { revision: number }[] } }>(
      '{ changeLog(first: 1) { nodes { revision } } }',
    );
    await record('GM0717', 'ABSENT');
    await open(page, `${server.url}/beheer/wijzigingen`);
    const line = page.locator(`li[data-revision="${changeLog.nodes[0]?.revision}"]`);
    await line.getByRole('button').click();
    await dialog().getByRole('button', { name: 'Ongedaan maken' }).click();
    await told().getByText('1 gegeven is daarna gewijzigd').waitFor();
    expect(await told().locator('li').innerText()).toContain('GM0717');
    expect(await violations(page)).toEqual([]);
    expect(await verdictOf('GM0717')).toBe('ABSENT');
    expect(await verdictOf('GM0717', 'portfolio-holder')).toBe('UNKNOWN');
  });

  test('of a platform are its own', async () => {
    await record('GM0716', 'PRESENT', 'focal-point', platform);
    await context.close();
    await visit(platform);
    await open(page, `${server.url}/beheer/wijzigingen`);
    await page.getByText('1 van 1 wijzigingen').waitFor();
    expect(await page.getByRole('link', { name: 'Logboek' }).count()).toBe(0);
    await open(page, `${server.url}/beheer/logboek`);
    await page.getByText('Dit deel is niet voor uw rol').waitFor();
  });
});

describe('the audit trail', () => {
  test('is narrowed by who and what, which its address keeps, and saved as such', async () => {
    await record('GM0664', 'PRESENT');
    await open(page, `${server.url}/beheer/logboek`);
    await page.getByLabel('Door wie').fill('chef');
    await page.getByLabel('Waarover').fill('GM0664');
    await page.getByRole('button', { name: 'Toon', exact: true }).click();
    await page.getByText('1 van 1 regels').waitFor();
    expect(new URL(page.url()).search).toBe('?actor=chef&subject=GM0664');
    const row = page.locator('tbody tr').first();
    expect(await row.innerText()).toContain('Oordelen vastgelegd');
    await row.locator('summary').click();
    expect(await row.locator('dl').innerText()).toContain('PRESENT');
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bewaar als CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
    expect(lines.length).toBe(2);
    expect(lines[1]).toContain('GM0664');
    await page.getByRole('button', { name: 'Toon alles' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(1);
    // That it was fetched is a line of its own.
    await page.reload();
    await page.getByText('Bestand opgehaald').first().waitFor();
  });
});

describe('regions', () => {
  const members = async (set: string, code: string): Promise<string[]> => {
    const { region } = await graphql<{ region: { municipalities: { code: string }[] } | null }>(
      `{ region(set: "${set}", code: "${code}") { municipalities { code } } }`,
    );
    return region?.municipalities.map((each) => each.code) ?? [];
  };

  test('get their municipalities by picker and by map, in a set of their own', async () => {
    await open(page, `${server.url}/beheer/regios`);
    await page.getByRole('button', { name: 'Indeling toevoegen' }).click();
    await dialog().getByLabel('Titel').fill('Proef­gebieden 2026'.replace('­', ''));
    expect(await dialog().getByLabel('Kenmerk in adressen').inputValue()).toBe('proefgebieden-2026');
    await dialog().getByRole('button', { name: 'Vastleggen' }).click();
    await told().getByText('Vastgelegd: de indeling').waitFor();
    await page.getByText('Deze indeling heeft nog geen regio’s.').waitFor();

    await page.getByRole('button', { name: 'Regio toevoegen' }).click();
    await dialog().getByLabel('Naam').fill('Walcheren');
    await dialog().getByLabel('Code', { exact: true }).fill('P1');
    await dialog().getByLabel('Geldt vanaf').fill('2024-01-01');
    await dialog().getByRole('combobox').fill('Vlissingen');
    await dialog()
      .getByRole('option', { name: /Vlissingen/ })
      .first()
      .click();
    await dialog().locator('path[data-code="GM0687"]').click({ force: true });
    await dialog().getByText('Gemeenten waarvoor dit geldt: 2').waitFor();
    await dialog().getByRole('button', { name: 'Bekijk het effect op de kaart' }).click();
    await dialog().getByText('2 gemeenten veranderen').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Vastleggen' }).click();
    await told().getByText('Walcheren heeft 2 gemeenten').waitFor();
    expect((await members('proefgebieden-2026', 'P1')).toSorted()).toEqual(['GM0687', 'GM0718']);
    expect(await violations(page)).toEqual([]);
  });

  test('lose one, and two people are told of each other', async () => {
    await open(page, `${server.url}/beheer/regios?set=proefgebieden-2026`);
    await page.getByRole('button', { name: 'Wijzigen: Walcheren' }).click();
    const vlissingen = dialog().getByRole('button', { name: /Vlissingen/ });
    // The other changes it after it was read here.
    await vlissingen.waitFor();
    await graphql(`
      mutation {
        setRegion(
          set: "proefgebieden-2026"
          code: "P1"
          name: "Walcheren"
          from: "2024-01-01"
          municipalities: ["GM0687", "GM0718", "GM0717"]
        ) {
          code
        }
      }
    `);
    await vlissingen.click();
    await dialog().getByRole('button', { name: 'Vastleggen' }).click();
    const clash = dialog().getByRole('alert', { name: 'Iemand anders heeft dit intussen gewijzigd' });
    await clash.getByRole('cell', { name: 'Middelburg', exact: true }).waitFor();
    await clash.getByRole('button', { name: 'Toch opslaan' }).click();
    await told().getByText('Walcheren heeft 1 gemeente').waitFor();
    expect(await members('proefgebieden-2026', 'P1')).toEqual(['GM0687']);
  });
});

describe('what others say is not right', () => {
  const queue = (): Promise<{
    corrections: { nodes: { id: string; text: string; email: string | null }[] };
  }> => graphql('{ corrections { nodes { id text email } } }');

  test('is said on the page of a municipality, without an account', async () => {
    await context.close();
    await visit('');
    await open(page, `${server.url}/gemeente/GM0703`);
    await page.getByRole('button', { name: 'Klopt dit niet?', exact: true }).click();
    await dialog().getByRole('button', { name: 'Versturen' }).click();
    await dialog().getByText('Kies een bouwsteen, of schrijf wat er niet klopt.').waitFor();
    await dialog().getByLabel('Wat klopt er niet').fill('Er is sinds mei een aandachtsfunctionaris.');
    await dialog().getByLabel('E-mailadres').fill('bode@example.nl');
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Versturen' }).click();
    await told().getByText('Verstuurd.').waitFor();
    expect(await told().getByRole('button', { name: 'Ongedaan maken' }).count()).toBe(0);
    const { corrections } = await queue();
    expect(corrections.nodes).toMatchObject([
      { text: 'Er is sinds mei een aandachtsfunctionaris.', email: 'bode@example.nl' },
    ]);
  });

  test('is accepted with its answers, as far as they are ticked, after a look at the effect, or put aside', async () => {
    await graphql(`
      mutation {
        proposeCorrection(
          code: "GM0703"
          text: "Zie de raadsbrief."
          answers: [{ block: "focal-point", verdict: PRESENT }, { block: "staff-training", verdict: PRESENT }]
        )
      }
    `);
    await open(page, `${server.url}/beheer/voorstellen`);
    await page.getByText('2 voorstellen').waitFor();
    expect(await violations(page)).toEqual([]);
    const answered = page.locator('[data-correction]').filter({ hasText: 'Zie de raadsbrief.' });
    await answered.getByRole('button', { name: /^Aannemen/ }).click();
    const { municipality } = await graphql<{
      municipality: { policy: { completeness: { low: number; high: number; total: number } } };
    }>('{ municipality(code: "GM0703") { policy { completeness { low high total } } } }');
    const { low, high, total } = municipality.policy.completeness;
    const range = (more: number): string =>
      `${Math.round(low * total) + more}–${Math.round(high * total)} van ${total} bouwstenen`;
    const effect = dialog().getByRole('region', { name: 'Wat er op de kaart verandert' });
    await effect.getByText(range(2)).waitFor();
    await dialog().getByRole('checkbox').nth(1).uncheck();
    await effect.getByText(range(1)).waitFor();
    // What cannot be sent has no effect to look at.
    await dialog().getByLabel('Geldt vanaf').fill('');
    await effect.waitFor({ state: 'detached' });
    await dialog().getByLabel('Geldt vanaf').fill('2026-02-01');
    await effect.getByText('1 gemeente verandert').waitFor();
    expect(await verdictOf('GM0703')).toBe('UNKNOWN');
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Aannemen' }).click();
    await told().getByText('1 oordeel is vastgelegd').waitFor();
    expect(await verdictOf('GM0703')).toBe('PRESENT');
    expect(await verdictOf('GM0703', 'staff-training')).toBe('UNKNOWN');

    const other = page.locator('[data-correction]').filter({ hasText: 'sinds mei' });
    await other.getByRole('button', { name: /^Niet aannemen/ }).click();
    await dialog().getByRole('button', { name: 'Niet aannemen' }).click();
    await dialog().getByText('Dit is leeg.').waitFor();
    await dialog().getByLabel('Waarom niet?').fill('Dubbel.');
    await dialog().getByRole('button', { name: 'Niet aannemen' }).click();
    await page.getByText('Er zijn geen voorstellen die op een beslissing wachten.').waitFor();
    expect((await queue()).corrections.nodes).toEqual([]);
    await page.getByLabel('Toon ook wat is besloten').check();
    await page.getByText('2 voorstellen').waitFor();
    await page.getByText('Dubbel.').waitFor();
  });
});

test('the parts fit a phone', async () => {
  await context.close();
  await visit(admin, phone);
  for (const path of ['/beheer/wijzigingen', '/beheer/voorstellen', '/beheer/logboek', '/beheer/regios']) {
    await open(page, server.url + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(phone.width);
    expect(await violations(page), path).toEqual([]);
  }
});
