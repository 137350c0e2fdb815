import { describe, expect, test } from 'vitest';

import { open, openMap, phone } from '../support/browser';
import { context, endVisits, page, server, useServer, visit } from '../support/fixture';

let staff: string;
useServer({ demo: true }, async () => {
  staff = await server.token('desk', 'OUTREACH');
});
endVisits();

/** So many touches a task may take. */
const most = 5;

/** A visit by touch of which every touch is counted. */
async function byTouch() {
  await visit(undefined, phone);
  let touches = 0;
  return {
    tap: async (what: ReturnType<typeof page.locator>): Promise<void> => {
      touches++;
      await what.tap();
    },
    get touches(): number {
      return touches;
    },
  };
}

describe('on a phone, with no more than five touches', () => {
  test('one learns what a municipality lacks and whom to call', async () => {
    const hand = await byTouch();
    await openMap(page, server.url);
    await hand.tap(page.getByRole('button', { name: 'Zoeken' }));
    await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill('Veendam');
    await hand.tap(page.getByRole('option', { name: /^Veendam/ }).first());
    await hand.tap(page.getByRole('link', { name: 'Naar de gemeentepagina' }));
    const opening = page.getByTestId('opening');
    await opening.getByRole('heading', { name: 'Ontbreekt' }).waitFor();
    const number = opening.getByRole('link', { name: '033 448 11 86' });
    expect(await number.getAttribute('href')).toBe('tel:+31334481186');
    expect(hand.touches).toBeLessThanOrEqual(most);
  });

  test('one learns which three of a region come first', async () => {
    const hand = await byTouch();
    await openMap(page, server.url);
    await hand.tap(page.getByRole('link', { name: 'Vergelijken en volgen' }));
    await hand.tap(page.getByRole('link', { name: 'Noord-Nederland', exact: true }).first());
    await hand.tap(page.getByTestId('opening').getByRole('link', { name: 'Wie voorlichten?' }));
    await page.locator('li[data-code]').nth(2).waitFor();
    expect(new URL(page.url()).searchParams.get('region')).toBe('vng-platform/RP01');
    expect(hand.touches).toBeLessThanOrEqual(most);
  });

  test('one learns what changed since a year ago', async () => {
    const hand = await byTouch();
    await openMap(page, server.url);
    await hand.tap(page.getByRole('link', { name: 'Vergelijken en volgen' }));
    await hand.tap(page.getByRole('link', { name: 'Tijd', exact: true }));
    await page.getByLabel('Sinds').fill('1 januari 2026');
    await page.getByLabel('Sinds').press('Enter');
    await page.getByRole('heading', { name: /^Verandering van 1 januari 2026/ }).waitFor();
    await page.locator('button[data-class="IMPROVED"] .count').first().waitFor();
    expect(hand.touches).toBeLessThanOrEqual(most);
  });
});

/** Presses Tab until this is in focus. */
async function tabTo(name: RegExp, presses = 60): Promise<void> {
  for (let press = 0; press < presses; press++) {
    const focused = await page.evaluate(() => {
      const active = document.activeElement;
      const label = (active as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return active?.getAttribute('aria-label') ?? (label ?? active?.textContent)?.trim() ?? '';
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${name} within ${presses} steps of the keyboard`);
}

/** Whether the middle of what is in focus is on the screen and under nothing else. */
const inSight = (): Promise<boolean> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return false;
    const { left, top, width, height } = active.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (active.contains(found) || found.contains(active));
  });

const sizes = [
  ['at 100 %', { width: 1440, height: 900 }],
  ['at 200 %', { width: 640, height: 360 }],
] as const;

describe.each(sizes)('by keyboard alone, %s', (_, viewport) => {
  test('a municipality is found', async () => {
    await visit(undefined, viewport);
    await openMap(page, server.url);
    if (viewport.width < 700) {
      await tabTo(/^Zoeken$/);
      await page.keyboard.press('Enter');
    } else await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).focus();
    // The answer about the last letter puts the list anew.
    const answered = page.waitForResponse((response) =>
      decodeURIComponent(response.url()).includes('"text":"Zwolle"'),
    );
    await page.keyboard.type('Zwolle');
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await page
      .getByRole('option', { name: /^Zwolle/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Zwolle' }).waitFor();
  });

  test('the map is filtered by a class and read', async () => {
    await visit(undefined, viewport);
    await openMap(page, server.url);
    await tabTo(/^Onvolledig beleid/, 120);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('class')).toBe('PARTIAL');
    expect(await page.getByTestId('live').textContent()).toMatch(/van 342 gemeenten getoond/);
  });

  test('several municipalities are chosen in the table', async () => {
    await visit(undefined, viewport);
    await open(page, `${server.url}/tabel`);
    await tabTo(/^Kies Aa en Hunze$|^Aa en Hunze$/, 80);
    await page.getByRole('checkbox', { name: 'Kies Aalsmeer' }).focus();
    await page.keyboard.press('Space');
    await page.getByTestId('tray').getByText('Aalsmeer').waitFor();
    expect(new URL(page.url()).searchParams.get('kies')).toBe('GM0358');
  });

  test('eight targets are chosen, each in sight while it is in focus', async () => {
    await visit(undefined, viewport);
    await open(page, `${server.url}/voorlichting`);
    const rows = page.locator('[data-testid="targets"] > li');
    await rows.nth(7).waitFor();
    for (let row = 0; row < 8; row++) {
      await tabTo(/^Kies (?!de peildatum)/, 120);
      expect(await inSight()).toBe(true);
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    const codes = await rows.evaluateAll((all) => all.slice(0, 8).map((row) => row.dataset['code']));
    await expect.poll(() => new URL(page.url()).searchParams.get('kies')?.split(',')).toEqual(codes);
    await tabTo(/^Gekozen/, 600);
    expect(await inSight()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Gekozen' }).waitFor();
  });

  test('a file is imported, and the import undone', async () => {
    await visit(staff, viewport);
    await open(page, `${server.url}/beheer/import`);
    // The browser is told to hand choosers over, which takes effect after a
    // while: a key that is pressed at once opens one of the system.
    const chosen = page.waitForEvent('filechooser');
    await tabTo(/^Bestand/, 80);
    await page.keyboard.press('Enter');
    const chooser = await chosen;
    const answers =
      'municipality_code,block,verdict,valid_from,established\nGM0344,focal-point,PRESENT,2024-01-01,SURVEY\n';
    await chooser.setFiles({ name: 'oordelen.csv', mimeType: 'text/csv', buffer: Buffer.from(answers) });
    await tabTo(/^Bekijken$/);
    expect(await inSight()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'oordelen.csv' }).waitFor();
    await tabTo(/^Leg 1 regel vast$/, 120);
    expect(await inSight()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(/Vastgelegd als wijziging \d+/).waitFor();
    await tabTo(/^Maak ongedaan$/, 120);
    await page.keyboard.press('Enter');
    await page.getByText('Wat daarna is gewijzigd, blijft').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Ongedaan gemaakt').first().waitFor();
  });
});

test('several are chosen on the map, and lead to outreach and to a comparison', async () => {
  await visit();
  await openMap(page, server.url);
  for (const code of ['GM0200', 'GM0193'])
    await page.locator(`path[data-code="${code}"]`).click({ modifiers: ['Control'] });
  const tray = page.getByTestId('tray');
  await tray.getByText('Zwolle').waitFor();
  expect(await page.locator('path.picked').count()).toBe(2);
  await tray.getByRole('link', { name: 'Vergelijk' }).click();
  await page.getByRole('columnheader', { name: 'Zwolle' }).waitFor();
  await page.goBack();
  await tray.getByRole('button', { name: 'Haal Apeldoorn weg' }).click();
  await tray.getByRole('link', { name: 'Voorlichten' }).click();
  await page.getByRole('heading', { name: 'Gekozen' }).waitFor();
  expect(new URL(page.url()).searchParams.get('kies')).toBe('GM0193');
  expect(context.pages()).toHaveLength(1);
});

test('several are chosen among what a search finds, by keys and by pointer', async () => {
  await visit();
  await openMap(page, server.url);
  const field = page.getByRole('combobox', { name: 'Zoek gemeente of regio' });
  await field.fill('Zwolle');
  const found = (name: RegExp) => page.getByRole('search').getByRole('option', { name }).first();
  await found(/^Zwolle/).waitFor();
  await field.press('ArrowDown');
  await field.press('Control+Enter');
  await page.getByTestId('tray').getByText('Zwolle').waitFor();
  // The list stays, so that the next can be looked for at once.
  await field.fill('Apeldoorn');
  const second = found(/^Apeldoorn/);
  await second.getByText('Kies', { exact: true }).click();
  await second.getByText('Gekozen', { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('kies')).toBe('GM0193,GM0200');
  await second.getByText('Gekozen', { exact: true }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('kies')).toBe('GM0193');
  expect(new URL(page.url()).searchParams.get('selected')).toBeNull();
});

test('a class in the legend lights its areas, an area marks its class', async () => {
  await visit();
  await openMap(page, server.url);
  const button = page.locator('button[data-class="PARTIAL"]');
  const shown = Number(await button.locator('.count b').innerText());
  await button.hover();
  await expect.poll(() => page.locator('path.area:not(.unlit)').count()).toBe(shown);
  await page.locator('path[data-code="GM0200"]').hover();
  await expect.poll(() => page.locator('button[data-class].pointed').count()).toBe(1);
  expect(await page.locator('path.area.unlit').count()).toBe(0);
});

test('a presentation steps through dates and plays them to the end', async () => {
  await visit();
  await openMap(page, `${server.url}/?date=2022-01-01`);
  await page.getByRole('link', { name: 'Presenteren' }).click();
  const stage = page.getByRole('dialog');
  await stage.getByText('Peildatum 1 januari 2022').waitFor();
  await page.keyboard.press('ArrowRight');
  await stage.getByText('Peildatum 24 maart 2022').waitFor();
  await page.keyboard.press('ArrowLeft');
  await stage.getByText('Peildatum 1 januari 2022').waitFor();
  // From the start of this year one step is left, to today.
  await page.goto(`${server.url}/?date=${new Date().getFullYear()}-01-01&presenteren=ja`);
  await stage.getByRole('button', { name: 'Speel af' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('date')).toBeNull();
  await stage.getByRole('button', { name: 'Speel af' }).waitFor();
  await page.keyboard.press('Escape');
  await stage.waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('presenteren')).toBeNull();
});
