import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { areas, complaints, desktop, openMap, phone, visitor } from '../support/browser';
import { browser, context, page, server, useServer, visit } from '../support/fixture';
import { startServer } from '../support/server';

const own = 'paard batterij nietje';

// One visit for all tests: each goes on where the one before it ended.
useServer({}, () => visit());

/** The one-time password that the first start printed. */
const printed = (): string => /as admin@localhost, password (\S+)/.exec(server.output())?.[1] ?? '';

async function enter(on: Page, password: string): Promise<void> {
  await on.getByLabel('E-mailadres').fill('admin@localhost');
  await on.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await on.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
}

const menu = (on: Page) => on.getByRole('button', { name: 'Aangemeld als Beheerder' });

/** A browser that drops every cookie that it gets, as Safari does with those of http://localhost. */
async function cookieless(): Promise<Page> {
  const visit = await visitor(browser);
  await visit.route('**/auth/**', async (route) => {
    const response = await route.fetch();
    await visit.clearCookies();
    const { 'set-cookie': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  return visit.newPage();
}

describe('a browser that keeps no cookie', () => {
  test('is told so at the form, with what to do', async () => {
    const { output, ...other } = await startServer({});
    const once = /as admin@localhost, password (\S+)/.exec(output())?.[1] ?? '';
    const on = await cookieless();
    await on.goto(`${other.url}/aanmelden`);
    await enter(on, once);
    await on.getByRole('heading', { level: 1, name: 'Kies een eigen wachtwoord' }).waitFor();
    await on.getByLabel('Nieuw wachtwoord').fill(own);
    await on.getByRole('button', { name: 'Wachtwoord opslaan' }).click();
    const told = on.getByRole('alert').filter({ hasText: 'heeft de aanmelding niet bewaard' });
    await told.waitFor();
    expect(await told.innerText()).toContain('Safari');

    await other.person('els@example.nl', own, '--name', 'Els', '--role', 'OUTREACH');
    await on.goto(`${other.url}/aanmelden`);
    await on.getByLabel('E-mailadres').fill('els@example.nl');
    await on.getByLabel('Wachtwoord', { exact: true }).fill(own);
    await on.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
    await told.waitFor();
    expect(await on.getByLabel('E-mailadres').inputValue()).toBe('els@example.nl');
    await on.context().close();
    await other.stop();
  });
});

describe('the first administrator', () => {
  test('comes in with the printed password and has to choose another', async () => {
    const wrong = complaints(page);
    await openMap(page, `${server.url}/?selected=GM0344`);
    await page.getByRole('link', { name: 'Aanmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor();
    await enter(page, printed());
    await page.getByRole('heading', { level: 1, name: 'Kies een eigen wachtwoord' }).waitFor();
    expect(await menu(page).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    const field = page.getByLabel('Nieuw wachtwoord');
    const save = page.getByRole('button', { name: 'Wachtwoord opslaan' });
    await field.fill('te kort');
    await save.click();
    await page.getByRole('alert').filter({ hasText: 'te kort' }).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel('Toon het wachtwoord').check();
    expect(await field.getAttribute('type')).toBe('text');
    await field.fill(own);
    await save.click();
    await menu(page).waitFor();
    // Back where they were, with what they had selected.
    expect(page.url()).toBe(`${server.url}/?selected=GM0344`);
    expect(wrong).toEqual([]);
  });

  test('is known after a reload, by a cookie that no script can read', async () => {
    await page.reload();
    await menu(page).click();
    const panel = page.getByRole('group', { name: 'Uw account' });
    expect(await panel.innerText()).toContain('Beheer');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(desktop.width);
    const [cookie] = await context.cookies(server.url);
    expect(cookie).toMatchObject({
      name: '__Host-dekkingskaart',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      expires: -1,
    });
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await menu(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('changes the password, which signs out other browsers', async () => {
    const elsewhere = await (await visitor(browser)).newPage();
    await elsewhere.goto(`${server.url}/aanmelden`);
    await enter(elsewhere, own);
    await menu(elsewhere).waitFor();

    await menu(page).click();
    await page.getByRole('link', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByLabel('Huidig wachtwoord').fill('iets anders dan het was');
    await page.getByLabel('Nieuw wachtwoord').fill(`${own} twee`);
    const save = page.getByRole('button', { name: 'Wachtwoord opslaan' });
    await save.click();
    await page.getByRole('alert').filter({ hasText: 'Het huidige wachtwoord klopt niet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Huidig wachtwoord').fill(own);
    await save.click();
    await page.getByText('Uw wachtwoord is gewijzigd.').waitFor();
    expect(await violations(page)).toEqual([]);
    await menu(page).waitFor();

    await elsewhere.reload();
    await elsewhere.getByRole('link', { name: 'Aanmelden' }).waitFor();
    await elsewhere.context().close();
  });

  test('signs out, and leaves no cookie but that of a known browser', async () => {
    await menu(page).click();
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByRole('link', { name: 'Aanmelden' }).waitFor();
    const left = (await context.cookies(server.url)).map(({ name }) => name);
    expect(left).toEqual(['__Host-dekkingskaart-apparaat']);
    await page.goto(`${server.url}/wachtwoord`);
    await page.getByLabel('E-mailadres').waitFor();
  });

  test('is told when it was wrong, and how long to wait', async () => {
    await page.goto(`${server.url}/aanmelden`);
    await enter(page, 'verkeerd wachtwoord');
    const refused = page.getByRole('alert').filter({ hasText: 'klopt niet' });
    await refused.waitFor();
    expect(await violations(page)).toEqual([]);
    // Nothing tells whether the address is known.
    const text = await refused.innerText();
    await page.getByLabel('E-mailadres').fill('niemand@example.nl');
    await page.getByLabel('Wachtwoord', { exact: true }).press('Enter');
    await page.waitForFunction(() => document.querySelector('form')?.ariaBusy === 'false');
    expect(await refused.innerText()).toBe(text);
    const wait = page.getByRole('alert').filter({ hasText: 'Te veel pogingen' });
    for (let attempt = 0; attempt < 12 && (await wait.count()) === 0; attempt++) {
      await page.getByLabel('Wachtwoord', { exact: true }).press('Enter');
      await page.waitForFunction(() => document.querySelector('form')?.ariaBusy === 'false');
    }
    expect(await wait.innerText()).toMatch(/over \d+ seconden? opnieuw/);
  });
});

const screens = (['nl', 'en'] as const).flatMap((language) =>
  // From 1425 pixels on the header stands in one line.
  [phone, { width: 1425, height: 900 }, desktop].map((viewport) => ({
    language,
    viewport,
    width: viewport.width,
  })),
);

test.each(screens)('the form fits a screen of $width pixels in $language', async ({ language, viewport }) => {
  const visit = await visitor(browser, viewport);
  const form = await visit.newPage();
  await form.goto(`${server.url}/aanmelden?lang=${language}`);
  await form.locator('form').waitFor();
  await form
    .locator('header')
    .getByRole('link', { name: /Aanmelden|Sign in/ })
    .waitFor();
  expect(await form.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  const inputs = form.locator('form input');
  const attributes = (input: HTMLInputElement): string[] => [input.type, input.autocomplete];
  expect(await inputs.nth(0).evaluate(attributes)).toEqual(['email', 'username']);
  expect(await inputs.nth(1).evaluate(attributes)).toEqual(['password', 'current-password']);
  await visit.close();
});

test('a server that is closed to the public leads to the form, and opens', async () => {
  const closed = await startServer({ closed: true });
  try {
    const visit = await visitor(browser);
    const door = await visit.newPage();
    await door.goto(closed.url);
    await door.locator('main').getByRole('link', { name: 'Aanmelden' }).click();
    await door.getByLabel('E-mailadres').fill('admin@localhost');
    const password = /password (\S+)/.exec(closed.output())?.[1] ?? '';
    await door.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await door.locator('main').getByRole('button', { name: 'Aanmelden' }).click();
    await door.getByLabel('Nieuw wachtwoord').fill(own);
    await door.getByRole('button', { name: 'Wachtwoord opslaan' }).click();
    await door.locator(areas).first().waitFor({ state: 'attached' });
    await visit.close();
  } finally {
    await closed.stop();
  }
});
