import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';
import { type TestProvider, claimsOf, startProvider } from '../support/provider';
import { freePort } from '../support/server';

const secret = 'een geheim van de server zelf';
let provider: TestProvider;
let port: number;

async function settings(): Promise<Record<string, string>> {
  port = await freePort();
  return {
    DEKKINGSKAART_OIDC_ISSUER: `http://127.0.0.1:${port}`,
    DEKKINGSKAART_OIDC_CLIENT_ID: 'kaart',
    DEKKINGSKAART_OIDC_CLIENT_SECRET: secret,
    DEKKINGSKAART_OIDC_NAME: 'Testdienst',
  };
}

// Registered first, so that it is stopped last.
afterAll(() => provider?.stop());
useServer(
  async () => ({ settings: await settings() }),
  async () => {
    provider = await startProvider(port, server.url, secret);
    await server.person('piet@a.nl', 'paard batterij nietje', '--role', 'OUTREACH', '--name', 'Piet');
    await server.person('jan@a.nl', 'paard batterij nietje', '--role', 'OUTREACH', '--name', 'Jan');
    await server.person('eva@a.nl', 'paard batterij nietje', '--role', 'ADMIN', '--name', 'Eva');
    provider.people.set('1001', { email: 'Jan@a.nl', email_verified: true, name: 'Jan Jansen' });
  },
);

/** Leaves for the provider from the page of signing in, as somebody does. */
async function leave(page: Page, from = '/aanmelden'): Promise<void> {
  await page.goto(`${server.url}${from}`);
  if (from !== '/aanmelden') await page.locator('header').getByRole('link', { name: 'Aanmelden' }).click();
  await page.getByRole('link', { name: 'Aanmelden met Testdienst' }).click();
}

/** Signs in on the pages of the provider itself. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('x');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const menu = (page: Page, name: string) => page.getByRole('button', { name: `Aangemeld als ${name}` });

/** What the server says of who holds the cookies of a page. */
async function role(page: Page): Promise<string> {
  const answer = await page.request.post(`${server.url}/graphql`, {
    data: { query: '{ viewer { role } }' },
  });
  const { data } = (await answer.json()) as { data: { viewer: { role: string } } };
  return data.viewer.role;
}

describe('somebody with an account', () => {
  test('comes in by the provider, where they were, and is linked', async () => {
    const visit = await visitor(browser);
    const page = await visit.newPage();
    await leave(page, '/gemeente/GM0344');
    await signIn(page, '1001');
    await menu(page, 'Jan').waitFor();
    expect(page.url()).toBe(`${server.url}/gemeente/GM0344`);
    expect((await visit.cookies(server.url)).map(({ name }) => name)).toContain('__Host-dekkingskaart');
    expect((await visit.cookies(server.url)).map(({ name }) => name)).not.toContain(
      '__Host-dekkingskaart-oidc',
    );
    expect(await role(page)).toBe('OUTREACH');
    await visit.close();
  });

  test('comes in by a provider that says in words that the address is theirs', async () => {
    provider.people.set('1003', { email: 'piet@a.nl', email_verified: 'true', name: 'Piet' });
    const visit = await visitor(browser);
    const page = await visit.newPage();
    await leave(page);
    await signIn(page, '1003');
    await menu(page, 'Piet').waitFor();
    await visit.close();
  });

  test('stays the same when their address changes at the provider', async () => {
    provider.people.set('1001', { email: 'jan.jansen@b.nl', email_verified: true });
    const visit = await visitor(browser);
    const page = await visit.newPage();
    await leave(page);
    await signIn(page, '1001');
    await menu(page, 'Jan').waitFor();
    await visit.close();
  });

  test('is not taken over by who gets their address at the provider later', async () => {
    provider.people.set('1002', { email: 'jan@a.nl', email_verified: true });
    const visit = await visitor(browser);
    const page = await visit.newPage();
    await leave(page);
    await signIn(page, '1002');
    await page.getByText('U hebt hier nog geen account').waitFor();
    expect(await role(page)).toBe('PUBLIC');
    await visit.close();
  });
});

test.each([
  ['nobody knows', '2001', { email: 'nieuw@a.nl', email_verified: true, name: 'Nieuw' }],
  ['only says to have the address of an account', '2002', { email: 'eva@a.nl', email_verified: false }],
  ['says so in words', '2003', { email: 'eva@a.nl', email_verified: 'false' as const }],
])('who %s is told to wait', async (_, login, claims) => {
  provider.people.set(login, claims);
  const visit = await visitor(browser);
  const page = await visit.newPage();
  await leave(page);
  await signIn(page, login);
  await page.getByRole('status').filter({ hasText: 'Uw aanvraag is genoteerd' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await role(page)).toBe('PUBLIC');
  await visit.close();
});

describe('what is not right', () => {
  let page: Page;
  /** The address with which the provider sent the browser back, and the cookies of that moment. */
  let back: string;
  let held: string;
  let sent: Promise<Record<string, string>>;

  beforeAll(async () => {
    const visit = await visitor(browser);
    page = await visit.newPage();
    page.on('request', (request) => {
      if (request.url().includes('/auth/oidc/callback')) {
        back = request.url();
        sent = request.allHeaders();
      }
    });
    await leave(page);
    await signIn(page, '1001');
    await menu(page, 'Jan').waitFor();
    held = (await sent)['cookie'] ?? '';
  });

  const go = async (url: string, headers: Record<string, string>): Promise<string[]> => {
    const answer = await fetch(url, { headers, redirect: 'manual' });
    return [answer.headers.get('location') ?? '', ...answer.headers.getSetCookie()];
  };
  const noSession = (cookies: string[]): boolean =>
    cookies.every((cookie) => !/^__Host-dekkingskaart=[^;]/.test(cookie));

  test('a callback that was used is refused', async () => {
    const [to, ...cookies] = await go(back, { cookie: held });
    expect(to).toMatch(/aanmelden=(untrusted|expired)$/);
    expect(noSession(cookies)).toBe(true);
  });

  test.each([
    ['another state', (url: string) => url.replace(/state=[^&]+/, 'state=x'), true],
    ['no state', (url: string) => url.replace(/state=[^&]+/, ''), true],
    ['another browser', (url: string) => url, false],
  ])('a callback with %s is refused', async (_, change, withCookie) => {
    const [to, ...cookies] = await go(change(back), withCookie ? { cookie: held } : {});
    expect(to).toMatch(/aanmelden=expired$/);
    expect(noSession(cookies)).toBe(true);
  });

  test('a page of another site begins nothing', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const [to, ...cookies] = await go(`${server.url}/auth/oidc/start`, { 'sec-fetch-site': site });
      expect(to).toMatch(/aanmelden=not-here$/);
      expect(cookies.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true);
    }
  });

  test('a path to another site is not gone to', async () => {
    for (const path of ['//elders.nl', 'https://elders.nl', '/\\elders.nl']) {
      const [, ...cookies] = await go(`${server.url}/auth/oidc/start?to=${encodeURIComponent(path)}`, {});
      // Where to go back to stands last in the cookie.
      const value = /oidc=([^;]+)/.exec(cookies.join())?.[1] ?? '';
      expect(Buffer.from(value.split('.')[2] ?? '', 'base64url').toString()).toBe('/');
    }
  });

  const now = (): number => Math.floor(Date.now() / 1000);
  test.each<[string, (token: string) => string]>([
    ['has run out', (token) => provider.sign({ ...claimsOf(token), exp: now() - 60 })],
    ['is for another', (token) => provider.sign({ ...claimsOf(token), aud: 'elders' })],
    ['is by another', (token) => provider.sign({ ...claimsOf(token), iss: 'https://elders.nl' })],
    ['is of another sign-in', (token) => provider.sign({ ...claimsOf(token), nonce: 'x' })],
    [
      'was altered',
      (token) => {
        const [header, , signature] = token.split('.');
        const claims = JSON.stringify({ ...claimsOf(token), sub: '1' });
        return [header, Buffer.from(claims).toString('base64url'), signature].join('.');
      },
    ],
    [
      'is not signed',
      (token) => {
        const header = Buffer.from('{"alg":"none"}').toString('base64url');
        return `${header}.${token.split('.')[1]}.`;
      },
    ],
  ])('an id token that %s is refused', async (_, lie) => {
    const visit = await visitor(browser);
    const liar = await visit.newPage();
    provider.lie = lie;
    try {
      await leave(liar);
      await signIn(liar, '1001');
      await liar.getByRole('alert').filter({ hasText: 'niet klopt' }).waitFor();
      expect(await role(liar)).toBe('PUBLIC');
    } finally {
      provider.lie = undefined;
      await visit.close();
    }
  });
});
