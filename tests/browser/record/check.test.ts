import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { open, phone, visitor } from '../support/browser';
import { browser, context, page, server } from '../support/fixture';
import {
  asked,
  block,
  desk,
  graphql,
  heading,
  makeLink,
  platform,
  useDesk,
  visitAs,
  waiting,
} from './check-link';

useDesk();

describe('the link', () => {
  test('is made on the page of the municipality, told once, and ready to be mailed', async () => {
    await visitAs(desk);
    await open(page, `${server.url}/gemeente/GM0344`);
    await page.getByRole('button', { name: 'Laat de gemeente dit controleren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Laat Utrecht dit controleren' });
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Link maken' }).click();
    const field = dialog.getByLabel('De link');
    const link = await field.inputValue();
    expect(link).toMatch(new RegExp(`^${server.url}/controle#dekkingskaart_[\\w-]{40,}$`));
    expect(await violations(page)).toEqual([]);

    const mail = new URL(
      (await dialog.getByRole('link', { name: 'Mail opstellen' }).getAttribute('href')) ?? '',
    );
    expect(mail.pathname).toBe('');
    expect(mail.searchParams.get('subject')).toContain('Utrecht');
    expect(mail.searchParams.get('body')).toContain(link);
    expect(mail.searchParams.get('body')).toContain('desk');

    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    await dialog.getByRole('button', { name: 'Link kopiëren' }).click();
    await dialog.getByText('De link is gekopieerd.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

    await dialog.getByRole('button', { name: 'Sluiten' }).click();
    await page.getByRole('button', { name: 'Laat de gemeente dit controleren' }).click();
    expect(await dialog.getByRole('button', { name: 'Link maken' }).isVisible()).toBe(true);
    expect(await page.locator('body').innerText()).not.toContain(link);
    // What was told opens the record of that municipality.
    await page.goto('about:blank');
    await page.goto(link);
    await heading('Kloppen de gegevens van Utrecht?').waitFor();
  });

  test('is only for who edits the municipality', async () => {
    const button = () => page.getByRole('button', { name: 'Laat de gemeente dit controleren' });
    const outside = 'GM0344';
    const { region } = await graphql<{ region: { municipalities: { code: string }[] } }>(
      '{ region(set: "vng-platform", code: "RP05") { municipalities { code } } }',
    );
    const own = region.municipalities.map(({ code }) => code);
    expect(own).not.toContain(outside);
    for (const [token, code, count] of [
      [undefined, outside, 0],
      [platform, outside, 0],
      [platform, own[0] ?? '', 1],
    ] as const) {
      await visitAs(token);
      await open(page, `${server.url}/gemeente/${code}`);
      await page.waitForLoadState('networkidle');
      expect(await button().count(), `${code} ${token}`).toBe(count);
      if (count === 0) await context.close();
    }
  });
});

describe('who checks the record, on a phone and without an account', () => {
  test('says what should be different, which waits for a decision as it was typed', async () => {
    const path = await makeLink('GM0363');
    const secret = path.split('#')[1] ?? '';
    await visitAs(undefined, phone);
    await open(page, server.url + path);
    await heading('Kloppen de gegevens van Amsterdam?').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await violations(page)).toEqual([]);

    await block('focal-point').getByText('Aanwezig', { exact: true }).last().click();
    await block('focal-point').getByLabel('Opmerking bij deze bouwsteen').fill('Sinds mei 2026');
    await block('staff-training').getByText('Afwezig', { exact: true }).last().click();
    await page.getByText('Aangegeven: 2 wijzigingen').waitFor();
    // Back to what stands is no change, by keyboard as well.
    await block('prevention').getByText('Aanwezig', { exact: true }).last().click();
    await page.getByText('Aangegeven: 3 wijzigingen').waitFor();
    const unknown = block('prevention').getByRole('radio', { name: 'Onbekend' });
    await block('prevention').getByRole('radio', { name: 'Aanwezig' }).focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
    expect(await unknown.isChecked()).toBe(true);
    await page.getByText('Aangegeven: 2 wijzigingen').waitFor();
    await page.getByLabel('Wat moet er anders aan de zorgcoördinatie?').fill('Nu de GGD.');
    await page.getByLabel('Wat klopt er nog meer niet').fill('De nota is vervangen.\nZie de site.');
    await page.getByLabel('Uw naam en functie').fill('Ans, beleidsadviseur');
    expect(await violations(page)).toEqual([]);

    // Another language keeps the link, and what was filled in.
    await page.getByRole('link', { name: 'English' }).click();
    await heading('Is the record of Amsterdam right?').waitFor();
    expect(new URL(page.url()).hash).toBe(`#${secret}`);
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await heading('Kloppen de gegevens van Amsterdam?').waitFor();

    await page.getByRole('button', { name: 'Versturen' }).click();
    await heading('Dank u wel').waitFor();
    expect(await page.locator('main').innerText()).toContain('U hebt 2 wijzigingen doorgegeven.');
    await expect
      .poll(() => heading('Dank u wel').evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(await waiting('GM0363')).toEqual([
      {
        origin: 'LINK',
        name: 'Ans, beleidsadviseur',
        text: 'Zorgcoördinatie: Nu de GGD.\n\nDe nota is vervangen.\nZie de site.',
        municipality: { code: 'GM0363' },
        differences: [
          { block: { id: 'focal-point' }, standing: 'UNKNOWN', proposed: 'PRESENT', note: 'Sinds mei 2026' },
          { block: { id: 'staff-training' }, standing: 'UNKNOWN', proposed: 'ABSENT', note: null },
        ],
      },
    ]);
    // The secret is in no address, in no log, and in no state of the history.
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => url.split('#')[0]?.includes(secret))).toEqual([]);
    expect(server.output()).not.toContain(secret);
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('null');

    await page.reload();
    await heading('Deze link is al gebruikt').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('says that all is right, and confirms it as what it is', async () => {
    await visitAs(undefined, phone);
    await open(page, server.url + (await makeLink('GM0599')));
    await page.getByRole('button', { name: 'Alles klopt' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Klopt alles over Rotterdam?' });
    await dialog.getByRole('button', { name: 'Annuleren' }).click();
    expect(await waiting('GM0599')).toEqual([]);
    await page.getByRole('button', { name: 'Alles klopt' }).last().click();
    await dialog.getByText('niets gewijzigd').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ja, alles klopt' }).click();
    await page.getByText('U hebt doorgegeven dat alles klopt.').waitFor();
    const [only, ...others] = await waiting('GM0599');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ origin: 'LINK', text: '', name: null, differences: [] });
  });

  test('is told when the link was used in another window meanwhile', async () => {
    const path = await makeLink('GM0518');
    await visitAs(undefined);
    await open(page, server.url + path);
    await heading('Kloppen de gegevens van ’s-Gravenhage?')
      .or(heading("Kloppen de gegevens van 's-Gravenhage?"))
      .waitFor();
    await graphql(`mutation { submitCheck(secret: "${path.split('#')[1]}", text: "Eerder") }`);
    await page.getByRole('button', { name: 'Alles klopt' }).first().click();
    await page.getByRole('button', { name: 'Ja, alles klopt' }).click();
    await heading('Deze link is al gebruikt').waitFor();
    expect((await waiting('GM0518')).map(({ text }) => text)).toEqual(['Eerder']);
  });

  test.each([
    ['/controle#dekkingskaart_nonsense', 'Deze link is niet bekend'],
    ['/controle', 'Deze link is niet compleet'],
    ['/controle#content', 'Deze link is niet compleet'],
  ])('is told what is wrong with %s', async (path, title) => {
    await visitAs(undefined, phone);
    await page.goto(server.url + path);
    await heading(title).waitFor();
    await page.getByText('stuurde').or(page.getByText('bericht')).first().waitFor();
  });
});

describe('a list of whom to ask', () => {
  const toAsk = async (where = ''): Promise<{ code: string; name: string }[]> => {
    const { outreachTargets } = await graphql<{
      outreachTargets: { nodes: { municipality: { code: string; name: string } }[] };
    }>(`{ outreachTargets(purpose: ASK, first: 2 ${where}) { nodes { municipality { code name } } } }`);
    return outreachTargets.nodes.map(({ municipality }) => municipality);
  };

  test('becomes a list of requests, each with a link of its own', async () => {
    const two = await toAsk();
    await visitAs(desk);
    await open(
      page,
      `${server.url}/voorlichting?doel=navragen&list=chosen&kies=${two.map(({ code }) => code).join(',')}`,
    );
    await page.getByRole('button', { name: 'Verzoek om gegevens aan 2' }).click();
    await page.getByRole('button', { name: 'Maak 2 links' }).click();
    await page.getByText('2 links gemaakt.').waitFor();
    expect(await violations(page)).toEqual([]);
    const mail = await page
      .getByRole('link', { name: new RegExp(`^Mail opstellen ?: ${two[0]?.name}$`) })
      .getAttribute('href');
    expect(decodeURIComponent(mail ?? '')).toContain('is niets bekend');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download de lijst (CSV)' }).click();
    const [, ...lines] = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines.map((line) => line.split(';')[1])).toEqual(two.map(({ code }) => code));
    const links = lines.map((line) => line.split(';')[2] ?? '');
    expect(new Set(links).size).toBe(2);
    const there = await visitor(browser);
    const answering = await there.newPage();
    await answering.goto(links[1] ?? '');
    await answering.getByRole('heading', { name: `Kloppen de gegevens van ${two[1]?.name}?` }).waitFor();
    await there.close();
  });

  test('is for who may ask: a platform in its own region, the public nowhere', async () => {
    const [inside] = await toAsk(', where: { region: { set: "vng-platform", code: "RP05" } }');
    const [outside] = await toAsk(', where: { not: { region: { set: "vng-platform", code: "RP05" } } }');
    const address = `${server.url}/voorlichting?list=chosen&kies=${inside?.code},${outside?.code}`;
    await visitAs(platform);
    await open(page, address);
    await page.getByRole('button', { name: 'Verzoek om gegevens aan 1' }).waitFor();
    await context.close();
    await visitAs(undefined);
    await open(page, address);
    await page.getByRole('heading', { name: 'Om na te vragen: 2' }).waitFor();
    expect(await page.getByRole('button', { name: /^Verzoek om gegevens/ }).count()).toBe(0);
  });
});
