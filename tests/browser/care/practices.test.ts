import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, phone } from '../support/browser';
import { context, errors, page, server, useServer, visit, visitForEach } from '../support/fixture';

let staff: string;
let platform: string;

/** Words that must not reach the public, whichever way. */
const secrets = ['Te weinig uren voor Xanthorie', 'Geen bedden bij Quoridan', 'Overleg van Zwermbeek'];

useServer({}, async () => {
  staff = await server.token('desk', 'OUTREACH');
  platform = await server.token('overijssel', 'PLATFORM', 'vng-platform/RP02');
});

/** Comes anew as somebody else. */
async function as(token?: string, viewport = desktop): Promise<void> {
  await context.close();
  await visit(token, viewport);
}
visitForEach();

const goTo = (path: string): Promise<void> => open(page, server.url + path);
const press = (name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

async function choosePlace(words: string, option: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill(words);
  await dialog.getByRole('option', { name: option }).first().click();
}

interface Raised {
  category: string;
  text: string;
  place: [string, RegExp];
  raised: string;
  to?: string;
}

async function raise({ category, text, place, raised, to }: Raised): Promise<void> {
  await press('Knelpunt melden');
  await page.getByRole('dialog').getByLabel('Onderwerp').selectOption(category);
  await page.getByLabel('Wat staat er in de weg?').fill(text);
  await choosePlace(...place);
  await page.getByLabel('Gemeld op').fill(raised);
  if (to) await page.getByLabel('Voorgelegd aan').fill(to);
  await press('Leg dit knelpunt vast');
  await page.getByText('Het knelpunt is vastgelegd.').waitFor();
}

const counts = async (category: string): Promise<string> =>
  (await page.locator(`[data-category="${category}"]`).innerText()).replace(/\s+/g, ' ');
const list = (): Promise<string[]> => page.locator('[data-bottleneck] .text').allInnerTexts();

describe('an empty database', () => {
  test.each([
    ['/knelpunten', 'Er is nog geen knelpunt vastgelegd', 'Knelpunt melden'],
    ['/goede-voorbeelden', 'Er is nog geen goed voorbeeld gedeeld', 'Goed voorbeeld delen'],
  ])('%s says what it will hold, and lets the public write nothing', async (path, title, button) => {
    await goTo(path);
    await page.getByRole('region', { name: title }).waitFor();
    expect(await page.getByRole('button', { name: button }).count()).toBe(0);
  });

  test.each(['/gemeente/GM0344', '/regio/vng-platform/RP02', '/bouwsteen/focal-point'])(
    '%s says nothing of it',
    async (path) => {
      await goTo(path);
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('heading', { name: /knelpunten|goede voorbeelden/i }).count()).toBe(0);
    },
  );
});

describe('a member of the staff', () => {
  test('is told at the fields what is missing, by the form and by the server', async () => {
    await as(staff);
    await goTo('/knelpunten');
    await press('Knelpunt melden');
    await press('Leg dit knelpunt vast');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Kies een regio of een gemeente.').waitFor();
    expect(await dialog.getByText('Dit is leeg.').count()).toBe(1);
    // The first field that lacks something gets the focus, just after it says so.
    await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');

    await page.getByRole('dialog').getByLabel('Onderwerp').selectOption('capacity');
    const text = page.getByLabel('Wat staat er in de weg?');
    await text.fill('x'.repeat(5001));
    await choosePlace('Overijssel', /VNG-regioplatforms/);
    await page.getByLabel('Gemeld op').fill('2099-01-01');
    await press('Leg dit knelpunt vast');
    await dialog.getByText('1 januari 2099 ligt in de toekomst.').waitFor();
    await dialog.getByText(/langer dan 5\.000 tekens/).waitFor();
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    expect(await text.inputValue()).toHaveLength(5001);
    await page.getByRole('button', { name: 'Annuleren' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('keeps what was written when the database is away', async () => {
    await as(staff);
    await goTo('/goede-voorbeelden');
    await press('Goed voorbeeld delen');
    await page.getByLabel('Titel').fill('Bewaar mij');
    await page.getByLabel('Wat werkt er, en hoe?').fill('Tekst');
    await page.route(
      (url) => url.pathname === '/graphql',
      (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({
              json: { errors: [{ message: 'x', extensions: { code: 'DATABASE_UNAVAILABLE' } }] },
            })
          : route.fallback(),
    );
    await press('Deel dit voorbeeld');
    await page.getByRole('alert').filter({ hasText: 'niets vastgelegd' }).waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Bewaar mij');
  });

  test('raises bottlenecks, filters them and resolves one', async () => {
    await as(staff);
    await goTo('/knelpunten');
    await raise({
      category: 'capacity',
      text: secrets[0] ?? '',
      place: ['Overijssel', /VNG-regioplatforms/],
      raised: '2026-03-01',
      to: secrets[2] ?? '',
    });
    await raise({
      category: 'shelter',
      text: secrets[1] ?? '',
      place: ['Utrecht', /^Utrecht/],
      raised: '2026-04-01',
    });
    await expect.poll(list).toEqual([secrets[1], secrets[0]]);
    expect(await page.locator('[data-bottleneck]').first().innerText()).toContain('gemeld op 1 april 2026');
    expect(await page.locator('[data-bottleneck]').last().innerText()).toContain(
      `voorgelegd aan ${secrets[2]}`,
    );

    await page.locator('[data-category="capacity"]').click();
    await expect.poll(list).toEqual([secrets[0]]);
    expect(new URL(page.url()).searchParams.get('category')).toBe('capacity');
    await press('Stand: open of opgelost zijn');
    await press('opgelost zijn');
    await page.getByText('Bij deze selectie is er geen knelpunt.').waitFor();
    await press('Wis de selectie');
    await expect.poll(list).toHaveLength(2);
    await page.goto(`${server.url}/knelpunten?region=vng-platform/RP02`);
    await expect.poll(list).toEqual([secrets[0]]);

    await press(/^Oplossen: Capaciteit/);
    await page.getByLabel('Opgelost op').fill('2026-02-01');
    await press('Leg vast als opgelost');
    await page.getByText('Kies een datum die niet vóór 1 maart 2026 ligt.').waitFor();
    await page.getByLabel('Opgelost op').fill('2026-05-01');
    await press('Leg vast als opgelost');
    await page.getByText('Vastgelegd als opgelost.').waitFor();
    await expect
      .poll(() => page.locator('[data-bottleneck]').innerText())
      .toContain('opgelost op 1 mei 2026');
    expect(await page.getByRole('button', { name: /^Oplossen/ }).count()).toBe(0);
    expect(await counts('capacity')).toContain('0 open 0 voorgelegd 1 opgelost');
  });

  test('shares a good practice', async () => {
    await as(staff);
    await goTo('/goede-voorbeelden?about=focal-point');
    await press('Goed voorbeeld delen');
    await page.getByLabel('Titel').fill('Eén nummer voor signalen');
    await page.getByLabel('Wat werkt er, en hoe?').fill('Elke medewerker belt hetzelfde nummer.');
    expect(await page.getByLabel('Hoort bij bouwsteen').inputValue()).toBe('focal-point');
    await choosePlace('Utrecht', /^Utrecht/);
    await page.getByLabel('Adres om meer te lezen').fill('javascript:alert(1)');
    await press('Deel dit voorbeeld');
    await page.getByText('Schrijf een adres dat begint met https://.').waitFor();
    await page.getByLabel('Adres om meer te lezen').fill('https://www.example.org/nummer');
    await press('Deel dit voorbeeld');
    await page.getByText('Het voorbeeld is gedeeld.').waitFor();
    await page.getByRole('heading', { level: 3, name: 'Eén nummer voor signalen' }).waitFor();
  });

  test('reads the text on the pages of a municipality and a region', async () => {
    await as(staff);
    await goTo('/gemeente/GM0344');
    await page
      .getByRole('region', { name: 'Open knelpunten' })
      .getByText(secrets[1] ?? '')
      .waitFor();
    await goTo('/regio/provincie/PV26');
    await page
      .getByRole('region', { name: 'Open knelpunten' })
      .getByText(secrets[1] ?? '')
      .waitFor();
  });
});

test('who has signed out sees no text any more, even while the server does not answer', async () => {
  await as(staff);
  for (const path of ['/knelpunten', '/gemeente/GM0344']) {
    await context.setExtraHTTPHeaders({ authorization: `Bearer ${staff}` });
    await goTo(path);
    await page.getByText(secrets[1] ?? '').waitFor();
    await context.setExtraHTTPHeaders({});
    const isOfPractices = (url: URL): boolean => url.search.includes('bottleneckCounts');
    await page.route(isOfPractices, (route) => route.fulfill({ status: 503, body: 'away' }));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => page.getByText(secrets[1] ?? '').count()).toBe(0);
    await page.unroute(isOfPractices);
  }
  // What the test did to the server is told in the console.
  errors.length = 0;
});

describe('a platform', () => {
  test('reads the text of its own region, and of others what the public reads', async () => {
    await as(platform);
    await goTo('/knelpunten');
    await expect.poll(list).toEqual([secrets[0]]);
    await page.getByText('De tekst leest u alleen van uw eigen regio: Overijssel.').waitFor();
    expect(await counts('shelter')).toContain('1 open');
    await goTo('/knelpunten?region=provincie/PV26');
    await page.getByText('Bij deze selectie is er geen knelpunt.').waitFor();
  });

  test('writes about its own region only', async () => {
    await as(platform);
    await goTo('/knelpunten');
    await press('Knelpunt melden');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Overijssel').waitFor();
    await page.getByRole('dialog').getByLabel('Onderwerp').selectOption('privacy');
    await page.getByLabel('Wat staat er in de weg?').fill('Iets');
    await press('Kies een andere plek dan Overijssel');
    await choosePlace('Utrecht', /^Utrecht/);
    await press('Leg dit knelpunt vast');
    await dialog.getByRole('alert').filter({ hasText: 'regio die niet van u is' }).waitFor();
  });
});

describe('the public', () => {
  test('sees the counts and the practice, and nowhere the text of a bottleneck', async () => {
    const bodies: Promise<string>[] = [];
    page.on('response', (response) => bodies.push(response.text().catch(() => '')));
    const seen: string[] = [];
    const look = async (path: string): Promise<string> => {
      await goTo(path);
      await page.waitForLoadState('networkidle');
      const text = await page.locator('body').innerText();
      seen.push(text, await page.content());
      return text;
    };

    await look('/knelpunten');
    expect(await counts('shelter')).toContain('1 open 0 voorgelegd 0 opgelost');
    expect(await page.locator('[data-sum="open"]').innerText()).toMatch(/^1/);
    expect(await page.locator('[data-region="vng-platform/RP02"]').innerText()).toContain('Capaciteit 1');
    expect(await page.locator('[data-region=""]').innerText()).toContain('Bij een gemeente');
    expect(await page.locator('[data-region=""]').innerText()).not.toContain('Utrecht');
    await look('/knelpunten?state=open&category=shelter');
    expect(await page.locator('[data-bottleneck]').count()).toBe(0);

    const practices = await look('/goede-voorbeelden?about=focal-point&region=provincie/PV26');
    expect(practices).toContain('Elke medewerker belt hetzelfde nummer.');
    const practice = page.locator('[data-practice]');
    expect(await practice.getByRole('link', { name: 'Utrecht' }).getAttribute('href')).toContain(
      '/gemeente/GM0344',
    );
    expect(await practice.getByRole('link', { name: 'example.org' }).getAttribute('href')).toBe(
      'https://www.example.org/nummer',
    );
    expect(await look('/goede-voorbeelden?region=provincie/PV20')).toContain(
      'Bij deze selectie is er geen goed voorbeeld.',
    );
    expect(await look('/gemeente/GM0344')).toContain('Eén nummer voor signalen');
    expect(await look('/regio/vng-platform/RP02')).toContain('Knelpunten in Overijssel');
    expect(await look('/bouwsteen/focal-point')).toContain('Eén nummer voor signalen');

    const all = [...seen, ...(await Promise.all(bodies))];
    expect(all.some((text) => text.includes('Elke medewerker belt hetzelfde nummer.'))).toBe(true);
    for (const secret of secrets) expect(all.filter((text) => text.includes(secret))).toEqual([]);
  });

  test('finds the page in the menu, in either language', async () => {
    await goTo('/');
    await page.getByRole('link', { name: 'Voorlichting', exact: true }).click();
    await page.getByRole('link', { name: 'Knelpunten', exact: true }).click();
    await page.getByRole('link', { name: 'Goede voorbeelden', exact: true }).click();
    await page.getByRole('heading', { level: 3, name: 'Eén nummer voor signalen' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/goede-voorbeelden');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bottlenecks and good practices' }).waitFor();
  });

  test('is told of a building block in the address that does not exist', async () => {
    await goTo('/goede-voorbeelden?about=geluk');
    await page.getByText('De bouwsteen geluk is niet bekend').waitFor();
    await page.getByRole('heading', { level: 3, name: 'Eén nummer voor signalen' }).waitFor();
  });
});

describe('axe finds nothing', () => {
  interface State {
    name: string;
    path: string;
    who?: 'staff' | 'platform';
    act?: string[];
  }
  const states: State[] = [
    { name: 'the counts', path: '/knelpunten?category=shelter' },
    { name: 'the texts', path: '/knelpunten', who: 'staff' },
    { name: 'the texts of a platform', path: '/knelpunten', who: 'platform' },
    {
      name: 'raising',
      path: '/knelpunten',
      who: 'staff',
      act: ['Knelpunt melden', 'Leg dit knelpunt vast'],
    },
    { name: 'resolving', path: '/knelpunten', who: 'staff', act: ['Oplossen: Opvang, Utrecht'] },
    { name: 'the practices', path: '/goede-voorbeelden' },
    {
      name: 'sharing',
      path: '/goede-voorbeelden',
      who: 'platform',
      act: ['Goed voorbeeld delen', 'Deel dit voorbeeld'],
    },
    { name: 'a municipality', path: '/gemeente/GM0344', who: 'staff' },
    { name: 'a region', path: '/regio/vng-platform/RP02' },
    { name: 'a building block', path: '/bouwsteen/focal-point' },
  ];
  const cases = states.flatMap((state) =>
    [desktop, phone].map((viewport) => ({ ...state, viewport, width: viewport.width })),
  );

  test.each(cases)('in $name at $width pixels', async ({ path, who, act = [], viewport }) => {
    await as(who && { staff, platform }[who], viewport);
    await goTo(path);
    await page.waitForLoadState('networkidle');
    for (const name of act) await press(name);
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(page.viewportSize()?.width);
  });
});
