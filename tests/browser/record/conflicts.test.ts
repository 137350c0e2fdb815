import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { open } from '../support/browser';
import { context, page, visit } from '../support/fixture';
import {
  arrangementsOf,
  colleague,
  dialog,
  graphql,
  municipality,
  platform,
  save,
  told,
  useEditors,
  verdictsOf,
} from './editors';

useEditors();

describe('two people who change the same', () => {
  const [code] = ['GM0344'];
  let id: string;

  /** Somebody else corrects the arrangement that is open in a form. */
  async function meanwhile(organisation: string): Promise<void> {
    await graphql(
      `mutation { recordArrangement(input: { id: "${id}", status: TEMPORARY, mode: OWN_STAFF,
        organisation: "${organisation}", validFrom: "2024-01-01", municipalities: ["${code}"] }) { id } }`,
      colleague,
    );
  }

  async function openForm(organisation: string): Promise<void> {
    await municipality(code);
    await page.getByRole('button', { name: `Wijzigen: ${organisation}` }).click();
    await dialog().getByLabel('Organisatie').waitFor();
  }

  beforeAll(async () => {
    const made = await graphql<{ recordArrangement: { id: string } }>(
      `mutation { recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, organisation: "Eerste",
        validFrom: "2024-01-01", municipalities: ["${code}"] }) { id } }`,
    );
    id = made.recordArrangement.id;
  });
  const organisation = async (): Promise<string | null | undefined> =>
    (await arrangementsOf(code)).find((each) => each.id === id)?.organisation;

  test('are told, see both versions, and can save theirs anyway', async () => {
    await openForm('Eerste');
    await meanwhile('Tweede');
    await dialog().getByLabel('Organisatie').fill('Derde');
    await save('Vastleggen');
    const clash = dialog().getByRole('alert', { name: 'Iemand anders heeft dit intussen gewijzigd' });
    await clash.getByText('Gewijzigd door colleague').waitFor();
    const row = clash.getByRole('row').filter({ hasText: 'Organisatie' });
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['Derde', 'Tweede']);
    expect(await violations(page)).toEqual([]);
    expect(await organisation()).toBe('Tweede');
    await save('Toch opslaan');
    await told().getByText('Vastgelegd').waitFor();
    expect(await organisation()).toBe('Derde');
  });

  test('can take what the other wrote, and go on from there', async () => {
    await openForm('Derde');
    await meanwhile('Vierde');
    await dialog().getByLabel('Toelichting').fill('Mijn toelichting');
    await save('Vastleggen');
    await save('Neem over wat er staat');
    expect(await dialog().getByLabel('Organisatie').inputValue()).toBe('Vierde');
    expect(await dialog().getByLabel('Toelichting').inputValue()).toBe('');
    await dialog().getByLabel('Toelichting').fill('Samen');
    await save('Vastleggen');
    await told().getByText('Vastgelegd').waitFor();
    const record = (await arrangementsOf(code)).find((each) => each.id === id);
    expect(record).toMatchObject({ organisation: 'Vierde', note: 'Samen' });
  });

  test('are told of a verdict on the same building block', async () => {
    await municipality(code);
    await page.getByRole('button', { name: 'Beoordelen: Signalerend vermogen' }).click();
    await dialog().getByLabel('Hoe weet u dit?').selectOption('SURVEY');
    await dialog().getByLabel('Geldt vanaf').fill('2026-05-01');
    await dialog().getByText('‘Nu’ is wat er op 1 mei 2026 geldt.').waitFor();
    const item = dialog().locator('li').first();
    await item.getByLabel('Aanwezig').check();
    const block = await item.getAttribute('data-block');
    await graphql(
      `mutation { recordVerdicts(input: { code: "${code}", validFrom: "2026-05-01", established: DOCUMENT,
        verdicts: [{ block: "${block}", verdict: ABSENT }] }) { code } }`,
      colleague,
    );
    await save('1 oordeel vastleggen');
    const clash = dialog().getByRole('alert', { name: 'Iemand anders heeft dit intussen gewijzigd' });
    await clash.getByRole('cell', { name: 'Afwezig' }).waitFor();
    expect(await clash.getByRole('cell').allInnerTexts()).toEqual(['', 'Aanwezig', 'Afwezig']);
    await save('Toch opslaan');
    await told().getByText('Vastgelegd').waitFor();
    const stands = (await verdictsOf(code)).find((each) => each.block.id === block);
    expect(stands).toMatchObject({ verdict: 'PRESENT', established: 'SURVEY' });
  });
});

describe('who may not edit', () => {
  const buttons = (): Locator => page.getByRole('button', { name: /^(Toevoegen|Wijzigen|Beoordelen)/ });

  test('the public finds no way in', async () => {
    await context.close();
    await visit('');
    await municipality('GM0200');
    await page.getByRole('heading', { name: 'Beleidsdocumenten' }).waitFor();
    expect(await buttons().count()).toBe(0);
  });

  test('a platform finds one in its own region only', async () => {
    await context.close();
    await visit(platform);
    await municipality('GM0716');
    await buttons().first().waitFor();
    await municipality('GM0200');
    await page.getByRole('heading', { name: 'Beleidsdocumenten' }).waitFor();
    expect(await buttons().count()).toBe(0);
  });
});
