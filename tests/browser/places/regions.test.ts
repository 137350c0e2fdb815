import { describe, expect, test } from 'vitest';

import { areas, open, openMap, phone, unfold } from '../support/browser';
import { context, page, server, useServer, visit, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach();

const asked = (): URLSearchParams => new URL(page.url()).searchParams;
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const sum = (texts: readonly string[]): number =>
  texts.reduce((total, text) => total + Number(text.replaceAll('.', '')), 0);

describe('the regions', () => {
  test('are listed for the chosen division, beside the country, over the chosen denominator', async () => {
    await open(page, `${server.url}/regio`);
    await expect.poll(() => page.locator('[data-region]').count()).toBe(9);
    await page.getByLabel('Indeling').selectOption('veiligheidsregio');
    await expect.poll(() => page.locator('[data-region]').count()).toBe(25);
    const first = page.locator('[data-region="VR01"]');
    expect(await first.innerText()).toContain('gemeenten');
    await page.getByRole('radio', { name: 'inwoners' }).check();
    await expect.poll(() => first.innerText()).toContain('inwoners');
    await first.getByRole('link', { name: 'Groningen', exact: true }).click();
    await heading('Groningen').waitFor();
    expect(new URL(page.url()).pathname).toBe('/regio/veiligheidsregio/VR01');
  });

  test('show only their members, with the neighbours as a backdrop', async () => {
    await open(page, `${server.url}/regio/provincie/PV23?date=2024-01-01`);
    await heading('Overijssel').waitFor();
    await expect.poll(() => page.locator(areas).count()).toBe(25);
    expect(((await page.locator('path.backdrop').getAttribute('d')) ?? '').length).toBeGreaterThan(10_000);
    expect(await page.getByRole('region', { name: 'Leden: 25 gemeenten' }).locator('li').count()).toBe(25);
    await page.getByText('Dekking zegt niets over fte.').first().waitFor();
  });

  test('on another date have the members of that date', async () => {
    await open(page, `${server.url}/regio/provincie/PV27`);
    await expect.poll(() => page.locator(areas).count()).toBe(44);
    await page.getByRole('button', { name: /355 gemeenten/ }).click();
    await expect.poll(() => page.locator(areas).count()).toBe(47);
  });

  test('open a member from their map by keyboard', async () => {
    await open(page, `${server.url}/regio/provincie/PV23`);
    await page.getByRole('listbox', { name: /Kaart van Overijssel/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/gemeente\/GM\d{4}$/);
  });

  test('that nobody knows are said not to be known', async () => {
    await open(page, `${server.url}/regio/provincie/PV99`);
    await heading('De regio provincie/PV99 is niet bekend').waitFor();
  });

  test('are found by the search', async () => {
    await openMap(page, server.url);
    await page.getByRole('combobox', { name: 'Zoek gemeente of regio' }).fill('IJsselland');
    await page.getByRole('option', { name: /IJsselland/ }).click();
    await heading('IJsselland').waitFor();
  });
});

describe('a building block', () => {
  test('is on the map by verdict, and the counts add up and filter', async () => {
    await open(page, `${server.url}/bouwsteen/focal-point?date=2024-01-01`);
    await heading(/Aandachtsfunctionaris/).waitFor();
    const counts = page.locator('button[data-class] .count b');
    expect(sum(await counts.allTextContents())).toBe(342);
    const absent = page.locator('button[data-class="ABSENT"]');
    const wanted = Number(await absent.locator('.count b').textContent());
    await absent.click();
    await expect.poll(() => page.locator(`${areas}:not(.dimmed)`).count()).toBe(wanted);
    expect(asked().get('block')).toBe('focal-point:ABSENT');
    await page.getByRole('link', { name: 'Kaart', exact: true }).click();
    await page.getByRole('link', { name: 'Tabel', exact: true }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(wanted);
  });

  test('is told by region of the chosen division', async () => {
    await open(page, `${server.url}/bouwsteen/focal-point`);
    const table = page.getByRole('region', { name: 'Per regio', exact: true }).locator('tbody tr');
    await expect.poll(() => table.count()).toBe(9);
    const present = await table.locator('td:nth-of-type(4)').allTextContents();
    expect(sum(present)).toBe(
      Number(await page.locator('button[data-class="PRESENT"] .count b').textContent()),
    );
    await page.getByLabel('Indeling').selectOption('provincie');
    await expect.poll(() => table.count()).toBe(12);
  });

  test('stands in a list by theme that says it is provisional', async () => {
    await open(page, `${server.url}/bouwsteen`);
    await page.getByText('voorlopig', { exact: true }).first().waitFor();
    await expect.poll(() => page.locator('main section h2').count()).toBe(5 + 1);
    await page.getByRole('link', { name: 'Ketenregisseur met mandaat' }).click();
    await heading(/Ketenregisseur met mandaat/).waitFor();
  });
});

describe('comparing', () => {
  test('starts from a card, adds by search and keeps it all in the address', async () => {
    await openMap(page, `${server.url}/?selected=GM0193`);
    await page.getByRole('link', { name: 'Vergelijk Zwolle' }).click();
    await heading('Vergelijken').waitFor();
    await page.getByRole('combobox', { name: 'Voeg een gemeente of regio toe' }).fill('Apeldoorn');
    await page.getByRole('option', { name: /Apeldoorn/ }).click();
    await page.getByRole('columnheader', { name: 'Apeldoorn' }).waitFor();
    expect(asked().get('with')).toBe('GM0193,GM0200');
    await page.reload();
    await page.getByRole('columnheader', { name: 'Zwolle' }).waitFor();
    await page.getByRole('link', { name: 'Haal Zwolle weg' }).click();
    await expect.poll(() => asked().get('with')).toBe('GM0200');
  });

  test('opens with platforms beside the country', async () => {
    await open(page, `${server.url}/vergelijken`);
    await page.getByRole('columnheader', { name: 'Nederland het hele land' }).waitFor();
    expect(await page.locator('.heads .head').count()).toBe(4);
    await page.getByRole('link', { name: 'Haal Gelderland weg' }).click();
    await expect.poll(() => asked().get('with')).toBe('vng-platform/RP01,vng-platform/RP02');
    expect(await page.getByRole('link', { name: 'Haal Nederland weg' }).count()).toBe(0);
  });

  test('marks what differs much in words and can show only that', async () => {
    await open(page, `${server.url}/vergelijken?with=GM0193,GM0200`);
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await rows.first().waitFor();
    const all = await rows.count();
    const different = await rows.filter({ hasText: 'verschilt veel' }).count();
    expect(different).toBeGreaterThan(2);
    expect(different).toBeLessThan(all);
    await page.getByLabel('Alleen wat veel verschilt').check();
    await expect.poll(() => rows.count()).toBe(different);
  });

  test('holds no more than six, and does not mix kinds', async () => {
    const six = ['RP01', 'RP02', 'RP03', 'RP04', 'RP05', 'RP06'].map((code) => `vng-platform/${code}`).join();
    await open(page, `${server.url}/vergelijken?with=${six}`);
    await page.getByText('Er staan al 6 naast elkaar').waitFor();
    await open(page, `${server.url}/vergelijken?with=GM0193,provincie/PV23`);
    expect(await page.getByRole('alert').innerText()).toContain('with = GM0193,provincie/PV23');
  });
});

describe('time', () => {
  test('tells what became of each municipality, and the kinds add up and filter', async () => {
    await open(page, `${server.url}/tijd?date=2023-01-01&since=2021-12-31`);
    await page
      .getByRole('heading', { name: 'Verandering van 31 december 2021 tot 1 januari 2023' })
      .waitFor();
    expect(sum(await page.locator('button[data-class] .count b').allTextContents())).toBe(342);
    const apart = page.locator('button[data-class="NOT_COMPARABLE"]');
    expect(await apart.locator('.count b').textContent()).toBe('6');
    await apart.click();
    const changed = page.locator('.map-and-legend').first().locator(`${areas}:not(.dimmed)`);
    await expect.poll(() => changed.count()).toBe(6);
    expect(asked().get('change')).toBe('NOT_COMPARABLE');
    const fills = await changed.evaluateAll((paths) => paths.map((path) => path.getAttribute('fill') ?? ''));
    expect(fills.every((fill) => fill.startsWith('url(#'))).toBe(true);
  });

  test('sets two dates side by side on one scale, and points at both', async () => {
    await open(page, `${server.url}/tijd?date=2023-01-01&since=2021-12-31`);
    const maps = page.getByTestId('then-and-now').getByRole('listbox');
    await expect.poll(() => maps.count()).toBe(2);
    expect(await maps.nth(0).locator('path[role=option]').count()).toBe(352);
    expect(await maps.nth(1).locator('path[role=option]').count()).toBe(342);
    await maps.nth(0).locator('path[data-code="GM0200"]').hover();
    // The card of Apeldoorn stands on both.
    await expect.poll(() => page.getByTestId('then-and-now').getByText('Apeldoorn').count()).toBe(2);
    const rows = page.getByRole('region', { name: 'Toen en nu' }).locator('tbody tr');
    const column = async (at: number) => sum(await rows.locator(`td:nth-of-type(${at})`).allTextContents());
    expect([await column(1), await column(2)]).toEqual([352, 342]);
  });

  test('shows the published figures with their sources, and a table behind each chart', async () => {
    await open(page, `${server.url}/tijd`);
    const published = page.getByRole('region', { name: 'Tabel met landelijke cijfers, schuift opzij' });
    await published.waitFor();
    expect(await published.getByRole('link').count()).toBeGreaterThan(8);
    const chart = page.getByRole('figure').first();
    await chart.locator('summary').click();
    expect(await chart.locator('tbody tr').count()).toBeGreaterThan(24);
  });

  test('says so when the earlier date is not earlier', async () => {
    await open(page, `${server.url}/tijd?date=2021-01-01&since=2022-01-01`);
    await page.getByText('Kies een eerdere datum dan 1 januari 2021.').waitFor();
  });
});

describe('the page of a municipality', () => {
  test('answers who coordinates care for a person, in the address', async () => {
    await open(page, `${server.url}/gemeente/GM0200?date=2021-12-31`);
    await unfold(page);
    const question = page.getByRole('group', { name: 'Wie coördineert de zorg voor …?' });
    // What is typed answers at once, while the field has the focus.
    await question.getByLabel('Leeftijd').fill('17');
    await expect.poll(() => question.getByRole('status').innerText()).toContain('MEE');
    expect(asked().get('age')).toBe('17');
    await question.getByLabel('Leeftijd').fill('30');
    await expect.poll(() => question.getByRole('status').innerText()).toContain('Moviera');
    await question.getByLabel('Vorm van uitbuiting').selectOption('LABOUR');
    expect(asked().get('form')).toBe('LABOUR');
  });

  test('says what is to be known of its data, its peers and its history', async () => {
    await open(page, `${server.url}/gemeente/GM0193?date=2024-01-01`);
    await page.getByRole('region', { name: 'Vergelijkbare gemeenten' }).waitFor();
    await unfold(page);
    await page.getByRole('region', { name: 'Over deze gegevens' }).waitFor();
    expect(
      await page.getByRole('region', { name: 'Geschiedenis' }).getByRole('listitem').count(),
    ).toBeGreaterThan(1);
  });
});

describe('a platform coordinator', () => {
  test('goes from a platform to who solved its weakest block, on a phone', async () => {
    await context.close();
    await visit(undefined, phone);
    await openMap(page, `${server.url}/?date=2024-01-01`);

    // Open Overijssel from the place that holds the regions.
    await page.getByRole('link', { name: 'Vergelijken en volgen' }).tap();
    await page.getByRole('link', { name: 'Overijssel', exact: true }).tap();
    await heading(/^Overijssel/).waitFor();

    // Its totals, and the other denominator.
    const covered = page.getByTestId('covered');
    expect(await covered.innerText()).toMatch(/15 van 25 gemeenten/);
    await page.getByRole('radio', { name: 'inwoners' }).tap();
    await expect.poll(() => covered.innerText()).toMatch(/van 1\.1\d\d\.\d{3} inwoners/);

    // What changed since 2021: the kinds add up to the members.
    const changes = page.getByRole('region', { name: 'Wat is er veranderd?' });
    await changes.locator('summary').first().tap();
    await changes.getByText('Van 1 januari 2021 tot 1 januari 2024.').waitFor();
    expect(sum(await changes.locator('[data-change] b').allTextContents())).toBe(25);

    // Beside Gelderland and Noord-Nederland.
    const region = page.url();
    await page.getByRole('link', { name: 'Vergelijk Overijssel' }).tap();
    for (const name of ['Gelderland', 'Noord-Nederland']) {
      await page.getByRole('combobox', { name: 'Voeg een gemeente of regio toe' }).fill(name);
      await page
        .getByRole('option', { name: new RegExp(`^${name}.*VNG`) })
        .first()
        .tap();
      await page.getByRole('columnheader', { name }).waitFor();
    }
    expect(asked().get('with')).toBe('vng-platform/RP02,vng-platform/RP03,vng-platform/RP01');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);

    // Back, to the weakest block, and on to a municipality that has it.
    await page.goto(region);
    const blocks = page.getByRole('region', { name: /^Bouwstenen die het vaakst/ });
    await blocks.locator('summary').first().tap();
    const weakest = blocks.getByRole('link').first();
    const block = (await weakest.innerText()).trim();
    await weakest.tap();
    await heading(new RegExp(block.slice(0, 20))).waitFor();
    expect(asked().get('region')).toBe('vng-platform/RP02');
    const having = page.getByRole('region', { name: /^Wie heeft dit\?/ });
    await having.locator('summary').first().tap();
    const solver = having.locator('details a').first();
    const name = (await solver.innerText()).trim();
    await solver.tap();
    await heading(name).waitFor();
    await unfold(page);
    const verdict = page.getByRole('listitem').filter({ hasText: block }).first();
    expect(await verdict.innerText()).toContain('Aanwezig');
  });
});
