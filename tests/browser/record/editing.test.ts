import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { open, phone } from '../support/browser';
import { context, page, server, visit } from '../support/fixture';
import {
  add,
  arrangementsOf,
  desk,
  dialog,
  graphql,
  municipality,
  save,
  told,
  useEditors,
  verdictsOf,
} from './editors';

useEditors();

describe('care coordination', () => {
  let first: { code: string; name: string };
  let second: { code: string; name: string };

  test('is recorded from the work list, after a look at its effect, and taken back', async () => {
    const { municipalities } = await graphql<{
      municipalities: { nodes: { code: string; name: string }[] };
    }>('{ municipalities(where: { coordinationStatus: [UNKNOWN] }) { nodes { code name } } }');
    [first, second] = municipalities.nodes as [typeof first, typeof second];
    await open(page, `${server.url}/beheer`);
    await page.getByRole('button', { name: `Vastleggen: ${first.name}:` }).click();
    await dialog().getByLabel('Organisatie').fill('GGD Proef');
    await add(second.name, new RegExp(second.name));
    await dialog().getByLabel('Geldt vanaf').fill('2024-02-01');
    await dialog().getByLabel('Bron op internet').fill('https://example.nl/besluit');
    await dialog().getByLabel('Vanaf leeftijd').fill('18');
    await dialog().getByLabel('Omvang in fte').fill('0,6');
    await dialog().getByLabel('arbeidsuitbuiting').check();
    await dialog().getByLabel('Toelichting').fill('Gestart na het raadsbesluit.');
    await dialog().getByLabel('E-mailadres').fill('zc@example.nl');
    await save('Bekijk het effect op de kaart');
    await dialog().getByText('2 gemeenten veranderen').waitFor();
    const effect = dialog().getByRole('region', { name: 'Wat er op de kaart verandert' });
    await effect.getByText('structureel ingevuld').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await arrangementsOf(first.code)).toEqual([]);

    await save('Vastleggen');
    await told().getByText('Vastgelegd: zorgcoördinatie voor 2 gemeenten.').waitFor();
    const [made, ...others] = await arrangementsOf(first.code);
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      status: 'STRUCTURAL',
      organisation: 'GGD Proef',
      fte: 0.6,
      ageFrom: 18,
      forms: ['LABOUR'],
      validFrom: '2024-02-01',
      validTo: null,
      note: 'Gestart na het raadsbesluit.',
      source: { url: 'https://example.nl/besluit' },
      contact: { email: 'zc@example.nl' },
    });
    expect(made?.municipalities.map(({ code }) => code).toSorted()).toEqual(
      [first.code, second.code].toSorted(),
    );
    // What is settled leaves the list.
    await expect.poll(() => page.getByRole('button', { name: `Vastleggen: ${first.name}:` }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await told().getByRole('button', { name: 'Ongedaan maken' }).click();
    await told().getByText('Ongedaan gemaakt.').waitFor();
    expect(await arrangementsOf(first.code)).toEqual([]);
    await page.getByRole('button', { name: `Vastleggen: ${first.name}:` }).waitFor();
  });

  test('that is filled in wrongly is told at its fields, and nothing is sent', async () => {
    await municipality(first.code);
    await page.getByRole('button', { name: 'Toevoegen: Zorgcoördinatie' }).click();
    await dialog().getByLabel('Omvang in fte').fill('veel');
    await dialog().getByLabel('Bron op internet').fill('example.nl');
    await save('Vastleggen');
    await dialog().getByText('Schrijf een getal van 0 tot en met 1.000').waitFor();
    const source = dialog().getByLabel('Bron op internet');
    expect(await source.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => source.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    // What only the server can see is told at its field too.
    await dialog().getByLabel('Omvang in fte').fill('');
    await source.fill(`https://example.nl/${'a'.repeat(2000)}`);
    await save('Vastleggen');
    await expect.poll(() => source.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    expect(await arrangementsOf(first.code)).toEqual([]);
  });

  test('is corrected, and then ended, from the page of a municipality', async () => {
    await municipality('GM0200');
    const before = (await arrangementsOf('GM0200')).find(({ organisation }) => organisation === 'Moviera');
    await page.getByRole('button', { name: 'Wijzigen: Moviera' }).click();
    expect(await dialog().getByLabel('Vanaf leeftijd').inputValue()).toBe('23');
    await dialog().getByLabel('Omvang in fte').fill('1,5');
    await save('Vastleggen');
    await told().getByText('Vastgelegd').waitFor();
    const after = (await arrangementsOf('GM0200')).find(({ organisation }) => organisation === 'Moviera');
    expect(after).toEqual({ ...before, fte: 1.5 });
    await page.getByText('1,5 fte').waitFor();

    await page.getByRole('button', { name: 'Beëindigen: Moviera' }).click();
    await dialog().getByLabel('Eerste dag waarop het niet meer geldt').fill('2026-02-01');
    await save('Beëindigen');
    await told().getByText('Moviera stopt op 1 februari 2026').waitFor();
    expect((await arrangementsOf('GM0200')).map(({ organisation }) => organisation)).toEqual(['MEE-Veluwe']);
    await told().getByRole('button', { name: 'Ongedaan maken' }).click();
    await told().getByText('Ongedaan gemaakt.').waitFor();
    expect((await arrangementsOf('GM0200')).length).toBe(2);
  });
});

describe('verdicts', () => {
  test('of a theme are given by keyboard, and only what changes is recorded', async () => {
    await municipality('GM0150');
    const before = await verdictsOf('GM0150');
    await page.getByRole('button', { name: 'Beoordelen: Signalerend vermogen' }).click();
    await dialog().getByLabel('Geldt vanaf').fill('2026-03-01');
    await dialog().getByLabel('Hoe weet u dit?').selectOption('CONVERSATION');
    const groups = dialog().getByRole('radiogroup');
    await groups.first().getByLabel('Onbekend').focus();
    await page.keyboard.press('ArrowUp');
    expect(await groups.first().getByLabel('Afwezig').isChecked()).toBe(true);
    await groups.nth(1).getByLabel('Aanwezig').check();
    await dialog().locator('li').nth(1).getByRole('button', { name: 'Toelichting' }).click();
    await page.keyboard.type('Genoemd in het gesprek.');
    expect(await violations(page)).toEqual([]);
    await save('2 oordelen vastleggen');
    await told().getByText('Vastgelegd: 2 oordelen over').waitFor();
    const after = await verdictsOf('GM0150');
    const changed = after.filter((each, at) => JSON.stringify(each) !== JSON.stringify(before[at]));
    expect(changed).toMatchObject([
      { verdict: 'ABSENT', established: 'CONVERSATION', validFrom: '2026-03-01', note: null },
      { verdict: 'PRESENT', established: 'CONVERSATION', note: 'Genoemd in het gesprek.' },
    ]);
  });

  test('that still hold are said again, from a later date', async () => {
    await municipality('GM0150');
    const before = (await verdictsOf('GM0150')).filter(({ established }) => established === 'CONVERSATION');
    expect(before.length).toBe(2);
    await page.getByRole('button', { name: 'Beoordelen: Signalerend vermogen' }).click();
    await dialog().getByLabel('Geldt vanaf').fill('2026-06-01');
    await dialog().getByLabel('Hoe weet u dit?').selectOption('SURVEY');
    await dialog().getByRole('button', { name: 'Alles klopt nog (2)' }).click();
    await save('2 oordelen vastleggen');
    await told().getByText('Vastgelegd: 2 oordelen over').waitFor();
    const after = (await verdictsOf('GM0150')).filter(({ established }) => established === 'SURVEY');
    expect(after).toEqual(
      before.map((each) => ({ ...each, established: 'SURVEY', validFrom: '2026-06-01' })),
    );
  });

  test('are refused without a way of knowing them, or without any', async () => {
    await municipality('GM0150');
    await page.getByRole('button', { name: 'Beoordelen: Beleidsmatige basis' }).click();
    await save('0 oordelen vastleggen');
    await dialog().getByText('Er is nog niets veranderd.').waitFor();
    await dialog().getByText('Kies hoe u dit weet.').waitFor();
  });
});

describe('a policy document', () => {
  test('is recorded for a whole region at once', async () => {
    await municipality('GM0718');
    await page.getByRole('button', { name: 'Toevoegen: Beleidsdocumenten' }).click();
    await dialog().getByLabel('Titel').fill('Zeeuws plan tegen mensenhandel');
    await dialog().getByLabel('Bereik').selectOption('REGIONAL');
    await dialog().getByLabel('Kenmerk').fill('gmb-2024-1');
    await add('Zeeland', /Zeeland.*Provincie/);
    await dialog().getByLabel('Geldt vanaf').fill('2024-01-01');
    await dialog().getByLabel('Geldt tot').fill('2028-01-01');
    const { region } = await graphql<{ region: { municipalities: { code: string }[] } }>(
      '{ region(set: "provincie", code: "PV29") { municipalities { code } } }',
    );
    await save('Vastleggen');
    await told().getByText(`telt voor ${region.municipalities.length} gemeenten`).waitFor();
    const { municipality: found } = await graphql<{ municipality: { documents: object[] } }>(`
      {
        municipality(code: "GM0718") {
          documents {
            title
            scope
            identifier
            validFrom
            validTo
            municipalities {
              code
            }
          }
        }
      }
    `);
    expect(found.documents).toContainEqual({
      title: 'Zeeuws plan tegen mensenhandel',
      scope: 'REGIONAL',
      identifier: 'gmb-2024-1',
      validFrom: '2024-01-01',
      validTo: '2028-01-01',
      municipalities: region.municipalities,
    });
  });
});

describe('what was carried over', () => {
  test('is shown one by one with from whom, and confirmed from the work list', async () => {
    const { municipalities } = await graphql<{
      municipalities: { nodes: { code: string; name: string }[] };
    }>('{ municipalities(where: { inherited: true }) { nodes { code name } } }');
    const { code, name } = municipalities.nodes[0] ?? { code: '', name: '' };
    await open(page, `${server.url}/beheer?quality=INHERITED`);
    await page
      .getByRole('button', { name: `Bevestigen: ${name}:` })
      .first()
      .click();
    const inherited = (await verdictsOf(code)).filter((each) => each.inherited);
    expect(inherited.length).toBeGreaterThan(0);
    await expect.poll(() => dialog().getByRole('checkbox').count()).toBe(inherited.length);
    expect(await dialog().locator('li').first().innerText()).toMatch(/van \p{L}+/u);
    expect(await violations(page)).toEqual([]);
    await save('Alles bevestigen');
    await told().getByText(`De overgenomen gegevens van ${name} zijn bevestigd.`).waitFor();
    expect((await verdictsOf(code)).filter((each) => each.inherited)).toEqual([]);
  });
});

test('the forms fit a phone', async () => {
  await context.close();
  await visit(desk, phone);
  await municipality('GM0200');
  for (const name of [
    'Toevoegen: Zorgcoördinatie',
    'Beoordelen: Beleidsmatige basis',
    'Toevoegen: Beleidsdocumenten',
  ]) {
    await page.getByRole('button', { name }).click();
    await dialog().locator('form').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await dialog().evaluate((form) => form.scrollWidth)).toBe(phone.width);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
