import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, phone } from '../support/browser';
import { endVisits, errors, page, server, useServer, visit } from '../support/fixture';
import { type Cell, workbook } from '../support/workbook';

const size = 5_000;
let staff: string;

useServer({}, async () => {
  staff = await server.token('desk', 'OUTREACH');
});
endVisits();

async function openImports(viewport = desktop): Promise<void> {
  await visit(staff, viewport);
  await open(page, `${server.url}/beheer/import`);
}

async function ask<Answer>(query: string): Promise<Answer> {
  const answer = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
  return ((await answer.json()) as { data: Answer }).data;
}

/** All that the public reads of every municipality: nothing of it may stay changed. */
const everything = (): Promise<unknown> =>
  ask(`{ municipalities { totalCount nodes { code name population { inhabitants } regions { set code }
    coordination { status inherited } policy { class inherited completeness { low high }
    verdicts { block { id } verdict inherited established validFrom note source { url } } } } } }`);

interface Places {
  municipalities: { nodes: { code: string }[] };
  rubric: { blocks: { id: string }[] };
}

/** As many rows as people send, each about something else; the first few as they write them. */
async function messy(): Promise<Buffer> {
  const { municipalities, rubric } = await ask<Places>(
    '{ municipalities { nodes { code } } rubric { blocks { id } } }',
  );
  const first: Cell[][] = [
    // A lost zero, a retired code, another name.
    [344, 'focal-point', 'aanwezig', '31-12-2023', 'gesprek', 'rood'],
    ['GM0370', 'focal-point', 'PRESENT', '31-12-2023', 'SURVEY', ''],
    ['Den Haag', 'focal-point', 'ABSENT', '31-12-2023', 'SURVEY', ''],
    // Unknown answers, a row that is there already, a formula.
    ['GM0363', 'focal-point', 'aanweezig', '31-12-2023', 'SURVEY', ''],
    ['GM0363', 'staff-training', 'aanweezig', '31-12-2023', 'SURVEY', ''],
    ['GM0014', 'focal-point', 'misschien', '31-12-2023', 'SURVEY', ''],
    ['GM0344', 'focal-point', 'ABSENT', '31-12-2023', 'SURVEY', ''],
    [{ formula: '"GM"&"0034"', value: 'GM0034' }, 'focal-point', 'PRESENT', '31-12-2023', 'SURVEY', ''],
  ];
  const rest: Cell[][] = municipalities.nodes.flatMap(({ code }) =>
    rubric.blocks.map(({ id }): Cell[] => [code, id, 'PRESENT', '1-2-2024', 'SURVEY', '']),
  );
  const header = ['Gemeente', 'Bouwsteen', 'Oordeel', 'Geldig vanaf', 'Vastgesteld door', 'Kleur'];
  return workbook([header, ...first, ...rest.slice(0, size - first.length)]);
}

async function handIn(name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer,
  });
  await page.getByLabel('Wat staat erin?').selectOption('verdicts');
  await page.getByRole('button', { name: 'Bekijken' }).click();
}

const outcome = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} [\\d.]+$`) });
const counts = (): Promise<string[]> =>
  Promise.all(
    ['Fout', 'Nieuw', 'Gewijzigd', 'Hetzelfde'].map((name) =>
      outcome(name)
        .innerText()
        .then((text) => text.replace('\n', ' ')),
    ),
  );
const slow = { timeout: 60_000 };

describe('a messy workbook of thousands of rows', () => {
  test('is looked through, repaired, committed and undone, and leaves everything as it was', async () => {
    const before = await everything();
    await openImports();
    await handIn('uitvraag.xlsx', await messy());
    await page.getByRole('heading', { name: 'uitvraag.xlsx' }).waitFor(slow);
    expect(await counts()).toEqual(['Fout 4', 'Nieuw 4.996', 'Gewijzigd 0', 'Hetzelfde 0']);
    const main = page.locator('main');
    await main.getByText('kolom “Kleur”: deze kolom wordt niet gebruikt').waitFor();
    await main.getByText('Gemeente: “344” is gelezen als GM0344 (Utrecht)').waitFor();
    await main.getByText('in de cel staat een formule; gelezen is de laatste waarde “GM0034”').waitFor();
    await main.getByText('Regel 1 tot en met 100 van 5.000').waitFor();
    expect(await main.locator('li[data-line]').count()).toBe(100);
    expect(await violations(page)).toEqual([]);
    expect(await everything()).toEqual(before);

    // What is alike is repaired at once.
    await outcome('Fout').click();
    await expect.poll(() => main.locator('li[data-line]').count()).toBe(4);
    await main.getByText('Oordeel: “aanweezig” wordt Aanwezig').waitFor();
    await page.getByRole('button', { name: 'Neem over in 2 regels' }).click();
    await expect.poll(counts).toEqual(['Fout 2', 'Nieuw 4.998', 'Gewijzigd 0', 'Hetzelfde 0']);
    await page.getByRole('button', { name: 'Regel 7 herstellen' }).click();
    await page.getByLabel('Oordeel').fill('UNKNOWN');
    await page.getByRole('button', { name: 'Herstel', exact: true }).click();
    await expect.poll(counts).toEqual(['Fout 1', 'Nieuw 4.999', 'Gewijzigd 0', 'Hetzelfde 0']);
    await main.getByText('dit gaat over hetzelfde als regel 2').waitFor();
    expect(await page.getByRole('button', { name: /^Leg / }).isDisabled()).toBe(true);
    await page.getByLabel('Laat regel 8 weg').check();
    await page.getByRole('button', { name: 'Leg 4.999 regels vast' }).click();
    await main.getByText(/Vastgelegd als wijziging \d+/).waitFor(slow);
    expect(await everything()).not.toEqual(before);

    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await main.getByText('Wat daarna is gewijzigd, blijft').waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await main.getByText('Ongedaan gemaakt').waitFor(slow);
    expect(await everything()).toEqual(before);
    await page.getByRole('link', { name: 'Alle bestanden' }).click();
    await page.getByRole('link', { name: 'uitvraag.xlsx' }).waitFor();
  });
});

describe('handing in', () => {
  test('says what cannot be read, and gives files to fill in', async () => {
    await openImports();
    await page.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByText('Kies een bestand.').waitFor();
    await handIn('leeg.csv', Buffer.from('a,b\n1,2\n'));
    await page.getByRole('alert').getByText('geen kolom van de eerste regels is bekend').waitFor();
    expect(errors.splice(0)).toHaveLength(1);
    const link = await page.getByRole('link', { name: 'Excel' }).getAttribute('href');
    const file = await fetch(`${server.url}${link}`);
    expect(file.status).toBe(200);
    expect(await violations(page)).toEqual([]);
  });

  test('can be given up, on a phone too', async () => {
    await openImports(phone);
    const rows =
      'municipality_code,block,verdict,valid_from,established\nGM0344,focal-point,nee,2024-01-01,SURVEY\n';
    await handIn('klein.csv', Buffer.from(rows));
    await page.getByText('Oordeel: “nee” wordt Afwezig').waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gooi weg' }).click();
    await page.getByText('Weggegooid').waitFor();
  });
});
