import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { violations } from '../support/axe';
import { complaints, desktop, phone, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

const password = 'paard batterij nietje';
let chief: Page;

useServer({}, async () => {
  await server.person('eva@a.nl', password, '--role', 'ADMIN', '--name', 'Eva');
  chief = await (await visitor(browser)).newPage();
  await enter(chief, 'eva@a.nl');
  await menu(chief, 'Eva').waitFor();
});

const menu = (page: Page, name: string) => page.getByRole('button', { name: `Aangemeld als ${name}` });
const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function enter(page: Page, email: string): Promise<void> {
  await page.goto(`${server.url}/aanmelden`);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
}

/** The code of an app at this moment, or some periods later (RFC 6238). */
function codeOf(base32: string, later = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(counter).digest();
  const place = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('who asks for access gets it by a link that opens once', async () => {
  const visit = await visitor(browser, phone);
  const page = await visit.newPage();
  await page.goto(`${server.url}/aanmelden`);
  await page.getByRole('link', { name: 'Toegang vragen' }).click();
  await page.getByLabel('Naam').fill('Jan Jansen');
  await page.getByLabel('E-mailadres').fill('jan@a.nl');
  await page.getByLabel('Organisatie').fill('Gemeente Utrecht');
  await page.getByLabel('VNG-platform').selectOption({ index: 2 });
  await page.getByLabel('Waarvoor hebt u toegang nodig?').fill('Onze eigen regio bijhouden.');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.getByRole('button', { name: 'Toegang vragen' }).click();
  await page.getByText('Uw aanvraag is verstuurd').waitFor();

  const wrong = complaints(chief);
  await chief.goto(`${server.url}/beheer/mensen`);
  await rowOf(chief, 'Jan Jansen').getByRole('button', { name: 'Toegang geven' }).click();
  await chief.getByRole('dialog').getByRole('checkbox').nth(1).waitFor();
  expect(await violations(chief)).toEqual([]);
  await chief.getByRole('dialog').getByRole('button', { name: 'Toegang geven' }).click();
  const link = await chief.locator('section code').innerText();
  expect(link).toContain(`${server.url}/uitnodiging#`);
  expect(await violations(chief)).toEqual([]);
  await rowOf(chief, 'Jan Jansen').getByText('Uitgenodigd door Eva').waitFor();
  await chief.getByRole('button', { name: 'Ik heb het overgenomen' }).click();
  expect(await chief.locator('section code').count()).toBe(0);
  expect(wrong).toEqual([]);

  await page.goto(link);
  await page.getByRole('heading', { name: 'Welkom, Jan Jansen' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Account openen' }).click();
  await menu(page, 'Jan Jansen').waitFor();
  const again = await (await visitor(browser)).newPage();
  await again.goto(link);
  await again.getByRole('alert').filter({ hasText: 'al gebruikt of verlopen' }).waitFor();
  await again.context().close();
  await visit.close();
});

test('the last administrator cannot be lowered, and is told so', async () => {
  await chief.goto(`${server.url}/beheer/mensen`);
  // Whom the first start made.
  await rowOf(chief, 'admin@localhost').getByRole('button', { name: 'Verwijderen' }).click();
  await chief.getByRole('button', { name: 'Ja, doorgaan' }).click();
  await rowOf(chief, 'admin@localhost').waitFor({ state: 'detached' });
  await rowOf(chief, 'eva@a.nl').getByRole('button', { name: 'Wijzigen' }).click();
  await chief.getByLabel('Rol').selectOption('OUTREACH');
  await chief.getByRole('dialog').getByRole('button', { name: 'Eva wijzigen' }).click();
  await chief.getByRole('dialog').getByRole('alert').waitFor();
  await chief.getByRole('button', { name: 'Annuleren' }).click();
});

test('a token is made, shown once, and revoked', async () => {
  await chief.getByRole('button', { name: 'Token maken' }).click();
  const dialog = chief.getByRole('dialog');
  await dialog.getByLabel('Naam van het programma').fill('Rapportage');
  await dialog.getByLabel('Geldig tot en met').fill('2099-12-31');
  expect(await violations(chief)).toEqual([]);
  await dialog.getByRole('button', { name: 'Token maken' }).click();
  const token = await chief.locator('section code').innerText();
  const ask = async (query: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  };
  expect(await (await ask('{ viewer { role } }')).text()).toContain('OUTREACH');
  expect(await (await ask('mutation { createRegionSet(id: "x", title: "x") { id } }')).text()).toContain(
    'may only read',
  );
  await rowOf(chief, 'Rapportage').getByRole('button', { name: 'Intrekken' }).click();
  await chief.getByRole('button', { name: 'Ja, doorgaan' }).click();
  await rowOf(chief, 'Rapportage').waitFor({ state: 'detached' });
  expect((await ask('{ viewer { role } }')).status).toBe(401);
});

test('a second factor is turned on and asked', async () => {
  const visit = await visitor(browser);
  const page = await visit.newPage();
  await enter(page, 'jan@a.nl');
  await menu(page, 'Jan Jansen').click();
  await page.getByRole('link', { name: 'Uw account' }).click();
  await page.getByLabel('Huidig wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanzetten' }).click();
  const picture = page.getByRole('img', { name: 'QR-code' });
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  const secret = await page.locator('form code').innerText();
  await page.getByLabel('Code uit uw app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await page.getByText('Bewaar deze herstelcodes').waitFor();
  await visit.close();

  const later = await visitor(browser);
  const door = await later.newPage();
  await enter(door, 'jan@a.nl');
  await door.getByLabel('Code uit uw app').fill('000000');
  await door.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
  await door.getByRole('alert').filter({ hasText: 'Deze code klopt niet' }).waitFor();
  expect(await violations(door)).toEqual([]);
  await door.getByLabel('Code uit uw app').fill(codeOf(secret, 1));
  await door.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
  await menu(door, 'Jan Jansen').waitFor();
  await later.close();
});

test('who looks as the public sees what the public sees, and the way back', async () => {
  await chief.goto(`${server.url}/`);
  await menu(chief, 'Eva').click();
  await chief.getByRole('button', { name: 'Bekijk als openbaar' }).click();
  await chief.getByText('U ziet wat iedereen ziet.').waitFor();
  await chief.locator('header').getByRole('link', { name: 'Aanmelden' }).waitFor();
  expect(await violations(chief)).toEqual([]);
  await chief.getByRole('button', { name: 'Terug naar uw eigen weergave' }).click();
  await menu(chief, 'Eva').waitFor();
});

test.each([desktop, phone])('the people fit a screen of $width pixels', async (viewport) => {
  const state = await chief.context().storageState();
  const visit = await browser.newContext({ viewport, locale: 'nl-NL', storageState: state });
  const page = await visit.newPage();
  await page.goto(`${server.url}/beheer/mensen`);
  await rowOf(page, 'eva@a.nl').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  const pictures = process.env['PEOPLE_PICTURES'];
  if (pictures) {
    for (const path of ['beheer/mensen', 'account', 'aanmelden', 'toegang']) {
      await page.goto(`${server.url}/${path}`);
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${pictures}/${path.replace('/', '-')}-${viewport.width}.png` });
    }
  }
  await visit.close();
});
