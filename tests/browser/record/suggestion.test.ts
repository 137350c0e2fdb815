import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, phone, unfold, visitor } from '../support/browser';
import { context, page, server } from '../support/fixture';
import { block, desk, graphql, useDesk, visitAs, waiting } from './check-link';

useDesk();

describe('a visitor without an account', () => {
  const dialog = () => page.getByRole('dialog');
  const choice = () => dialog().getByRole('combobox');
  const add = () => dialog().getByRole('button', { name: 'Toevoegen' });
  const send = () => dialog().getByRole('button', { name: 'Versturen' });
  const focused = () => page.evaluate(() => document.activeElement?.tagName);

  async function begin(code: string, viewport = desktop): Promise<void> {
    await visitAs(undefined, viewport);
    await open(page, `${server.url}/gemeente/${code}`);
    await page.getByRole('button', { name: 'Klopt dit niet?', exact: true }).click();
    await choice().waitFor();
  }

  async function choose(id: string): Promise<void> {
    await choice().selectOption(id);
    await add().click();
  }

  test('says from a theme, by keyboard and on a phone, what one block would be', async () => {
    await visitAs(undefined, phone);
    await open(page, `${server.url}/gemeente/GM0034`);
    await unfold(page);
    await page.getByRole('button', { name: 'Klopt dit niet?: Signalerend vermogen' }).focus();
    await page.keyboard.press('Enter');
    await choice().waitFor();
    await expect.poll(focused).toBe('SELECT');
    expect(await choice().locator('optgroup').first().getAttribute('label')).toBe('Signalerend vermogen');
    expect(await violations(page)).toEqual([]);
    // The first block of that theme.
    await page.keyboard.press('A');
    expect(await choice().inputValue()).toBe('focal-point');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const radio = (name: string) => block('focal-point').getByRole('radio', { name });
    await expect
      .poll(() => radio('Onbekend').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await radio('Aanwezig').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sinds mei 2026');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await dialog().evaluate((form) => form.scrollWidth)).toBe(phone.width);
    expect(await violations(page)).toEqual([]);
    await send().click();
    await page.getByText('Verstuurd.').waitFor();
    expect(await waiting('GM0034')).toMatchObject([
      {
        origin: 'PUBLIC',
        text: '',
        differences: [
          { block: { id: 'focal-point' }, standing: 'UNKNOWN', proposed: 'PRESENT', note: 'Sinds mei 2026' },
        ],
      },
    ]);
  });

  test('says of each block that was chosen what it would be, or takes it out', async () => {
    await begin('GM0034');
    await choose('focal-point');
    // Picked and not added is meant all the same.
    await choice().selectOption('prevention');
    await send().click();
    const wrong = dialog().getByText('Kies wat het moet zijn, of haal deze bouwsteen weg.');
    await wrong.nth(1).waitFor();
    await expect
      .poll(() =>
        block('focal-point')
          .getByRole('radio', { name: 'Onbekend' })
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    expect(await violations(page)).toEqual([]);
    await block('focal-point').getByRole('radio', { name: 'Afwezig' }).check();
    expect(await wrong.count()).toBe(1);
    expect(await choice().locator('option[value="prevention"]').count()).toBe(0);
    await block('prevention')
      .getByRole('button', { name: /^Haal weg/ })
      .click();
    await expect.poll(focused).toBe('SELECT');
    expect(await choice().locator('option[value="prevention"]').count()).toBe(1);
    await block('focal-point')
      .getByRole('button', { name: /^Haal weg/ })
      .click();
    await send().click();
    await dialog().getByText('Kies een bouwsteen, of schrijf wat er niet klopt.').waitFor();
    expect((await waiting('GM0034')).length).toBe(1);
  });

  test('is told at the very block what the server refuses of it', async () => {
    await begin('GM0034');
    await choose('prevention');
    await block('prevention').getByRole('radio', { name: 'Aanwezig' }).check();
    await choose('focal-point');
    await block('focal-point').getByRole('radio', { name: 'Aanwezig' }).check();
    await block('prevention').getByLabel('Opmerking bij deze bouwsteen').fill('kort');
    // What the field itself does not let through.
    await page.route('**/graphql', (route) =>
      route.continue({ postData: (route.request().postData() ?? '').replace('kort', 'k'.repeat(5001)) }),
    );
    await send().click();
    const note = (id: string) => block(id).getByLabel('Opmerking bij deze bouwsteen');
    await block('prevention')
      .getByText(/langer dan 5\.?000 tekens/)
      .waitFor();
    expect(await note('prevention').getAttribute('aria-invalid')).toBe('true');
    expect(await note('focal-point').getAttribute('aria-invalid')).toBeNull();
    await expect
      .poll(() => note('prevention').evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await dialog().getByRole('alert').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  test('is told when it was a lot', async () => {
    const propose = 'mutation { proposeCorrection(code: "GM0034", text: "Nog iets") }';
    await expect(
      (async () => {
        for (let time = 0; time < 6; time++) await graphql(propose);
      })(),
    ).rejects.toThrow('TOO_OFTEN');
    await begin('GM0034');
    await dialog().getByLabel('Wat klopt er niet').fill('En nog iets.');
    await send().click();
    await dialog().getByText('Dat was veel in korte tijd').waitFor();
  });

  test('finds it beside each theme, where who edits finds the form to assess it', async () => {
    const beside = () => page.getByRole('button', { name: 'Klopt dit niet?: Signalerend vermogen' });
    await visitAs(undefined);
    await open(page, `${server.url}/gemeente/GM0034`);
    await unfold(page);
    await beside().waitFor();
    await context.close();
    await visitAs(desk);
    await open(page, `${server.url}/gemeente/GM0034`);
    await page.getByRole('button', { name: 'Beoordelen: Signalerend vermogen' }).waitFor();
    expect(await beside().count()).toBe(0);
  });
});
