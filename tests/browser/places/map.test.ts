import { describe, expect, test } from 'vitest';

import { areas, openMap, views } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach();

const legendCounts = async (): Promise<number[]> => {
  const texts = await page.locator('button[data-class] .count b').allTextContents();
  return texts.map((text) => Number(text.replaceAll('.', '')));
};
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('the map', () => {
  test.each([
    ['2020-06-01', 355],
    ['2021-12-31', 352],
    ['2022-01-01', 345],
    ['2022-03-24', 344],
  ])('on %s draws %i municipalities', async (date, count) => {
    await openMap(page, `${server.url}/?date=${date}`);
    expect(await page.locator(areas).count()).toBe(count);
    expect(sum(await legendCounts())).toBe(count);
  });

  test('today draws 342 municipalities, each with a shape', async () => {
    await openMap(page, server.url);
    expect(await page.locator(areas).count()).toBe(342);
    const shapes = await page
      .locator(areas)
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
    expect(shapes.every((shape) => shape.length > 10)).toBe(true);
    expect(new Set(shapes).size).toBe(342);
  });

  test.each([
    'class',
    'completeness',
    'awareness',
    'policy',
    'approach',
    'status',
    'mode',
    'assessed',
    'matrix',
  ])('shaded by %s has a legend that adds up, and as many areas in each colour as it says', async (shade) => {
    await openMap(page, `${server.url}/?shade=${shade}`);
    const counts = await legendCounts();
    expect(sum(counts)).toBe(342);
    const fills = await page
      .locator(areas)
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')));
    const drawn = [...new Set(fills)].map((fill) => fills.filter((each) => each === fill).length);
    expect(drawn.toSorted()).toEqual(counts.filter((count) => count > 0).toSorted());
  });

  test('follows a new date with other borders, and the way back', async () => {
    await openMap(page, server.url);
    await page.getByRole('button', { name: /355 gemeenten/ }).click();
    await expect.poll(() => page.locator(areas).count()).toBe(355);
    expect(new URL(page.url()).searchParams.get('date')).toBe('2020-01-01');
    await page.goBack();
    await expect.poll(() => page.locator(areas).count()).toBe(342);
  });

  test('the slider steps by month and by change of borders from the keyboard', async () => {
    await openMap(page, `${server.url}/?date=2022-01-15`);
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => new URL(page.url()).searchParams.get('date')).toBe('2022-01-01');
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.locator(areas).count()).toBe(344);
    expect(await slider.getAttribute('aria-valuetext')).toBe('24 maart 2022, 344 gemeenten');
  });

  test('draws the outlines of the chosen regions', async () => {
    await openMap(page, server.url);
    await page.getByLabel('Toon grenzen van').selectOption('provincie');
    const outline = await page.locator('path.outlines').getAttribute('d');
    const borders = await page.locator('path.borders').getAttribute('d');
    expect(outline?.length).toBeGreaterThan(1000);
    expect(outline).not.toBe(borders);
    await page.getByLabel('Toon grenzen van').selectOption('veiligheidsregio');
    expect(await page.locator('path.outlines').getAttribute('d')).not.toBe(outline);
  });

  test('zooms by wheel, by buttons and back to the whole country', async () => {
    await openMap(page, server.url);
    const drawing = page.locator('svg.canvas > g').first();
    const home = await drawing.getAttribute('transform');
    await page.locator('svg.canvas').hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(() => drawing.getAttribute('transform')).not.toBe(home);
    expect(await page.locator('.labels text').count()).toBeGreaterThan(8);
    await page.getByRole('button', { name: 'Heel Nederland', exact: true }).click();
    expect(await drawing.getAttribute('transform')).toBe(home);
  });

  test('shows what is unknown as a pattern', async () => {
    await openMap(page, `${server.url}/?shade=status`);
    const unknown = page.locator(`${areas}[fill^="url(#"]`);
    const counted = await page.locator('button[data-class="UNKNOWN"] .count b').textContent();
    expect(await unknown.count()).toBe(Number(counted));
    expect(Number(counted)).toBeGreaterThan(0);
  });
});

describe('filtering', () => {
  test('by a click on the legend dims the others, and the table shows the same set', async () => {
    await openMap(page, server.url);
    const row = page.locator('button[data-class="NONE"]');
    const wanted = Number(await row.locator('.count b').textContent());
    expect(wanted).toBeGreaterThan(0);
    await row.click();
    await expect.poll(() => page.locator(`${areas}:not(.dimmed)`).count()).toBe(wanted);
    expect(await page.locator(areas).count()).toBe(342);
    expect(await page.getByTestId('live').textContent()).toMatch(new RegExp(`^${wanted} van 342 gemeenten`));
    const shown = await page
      .locator(`${areas}:not(.dimmed)`)
      .evaluateAll((paths) => paths.map((path) => (path.getAttribute('aria-label') ?? '').split(':')[0]));

    await page.getByRole('link', { name: 'Tabel', exact: true }).click();
    await page.locator('tbody tr').first().waitFor();
    const rows = await page.locator('tbody th').allTextContents();
    expect(rows.map((name) => name.trim()).toSorted()).toEqual(shown.toSorted());

    await page.getByRole('link', { name: 'Kaart', exact: true }).click();
    await row.click();
    await expect.poll(() => page.locator(`${areas}.dimmed`).count()).toBe(0);
  });

  test('by the sentence, with region, class and building block', async () => {
    await openMap(page, server.url);
    await page.getByRole('button', { name: /^Regio:/ }).click();
    await page.getByRole('group', { name: 'Regio' }).getByRole('combobox').selectOption('provincie');
    await page.getByRole('button', { name: 'Utrecht', exact: true }).click();
    await expect.poll(() => page.locator(`${areas}:not(.dimmed)`).count()).toBe(26);

    await page.getByRole('button', { name: /^Bouwsteen:/ }).click();
    await page
      .getByRole('group', { name: 'Bouwsteen', exact: true })
      .getByRole('combobox')
      .selectOption('focal-point');
    await expect.poll(() => new URL(page.url()).searchParams.get('block')).toBe('focal-point:ABSENT');
    await expect.poll(() => page.locator(`${areas}:not(.dimmed)`).count()).toBeLessThan(26);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Wis de selectie' }).click();
    await expect.poll(() => page.locator(`${areas}.dimmed`).count()).toBe(0);
  });
});

describe('selecting', () => {
  test('by pointer gives a card, and keeps it in the address', async () => {
    await openMap(page, server.url);
    await page.locator(`${areas}[data-code="GM0200"]`).click();
    const card = page.getByRole('article', { name: 'Apeldoorn' });
    await card.waitFor();
    expect(new URL(page.url()).searchParams.get('selected')).toBe('GM0200');
    await card.getByRole('link', { name: 'Naar de gemeentepagina' }).click();
    await page.getByRole('heading', { level: 1, name: 'Apeldoorn' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/gemeente/GM0200');
  });

  test('by keyboard: one stop, arrows, Enter and Escape', async () => {
    await openMap(page, `${server.url}/?selected=GM0344`);
    const map = page.getByRole('listbox', {
      name: /Kaart van Nederlandse gemeenten/,
    });
    await map.focus();
    const active = async (): Promise<string | null> => {
      const id = await map.getAttribute('aria-activedescendant');
      return id && page.locator(`[id="${id}"]`).getAttribute('data-code');
    };
    await page.keyboard.press('ArrowRight');
    const east = await active();
    expect(east).not.toBe('GM0344');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toBe(east);
    await page.keyboard.press('Escape');
    await expect.poll(() => map.evaluate((element) => element === document.activeElement)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await map.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('has a ring when keys move on it, and none after a click, whatever came before', async () => {
    await openMap(page, server.url);
    const map = page.getByRole('listbox', { name: /Kaart/ });
    const ring = (): Promise<string> => map.evaluate((element) => getComputedStyle(element).outlineStyle);
    const area = page.locator(`${areas}[data-code="GM0200"]`);
    await area.click();
    expect(await ring()).toBe('none');
    await page.keyboard.press('ArrowRight');
    await expect.poll(ring).toBe('solid');
    await area.click();
    await expect.poll(ring).toBe('none');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(ring).toBe('solid');
  });

  test('by pointer, by touch and by keyboard shows the same words', async () => {
    await openMap(page, server.url);
    await page.locator(`${areas}[data-code="GM0200"]`).hover();
    const hovered = await page.locator('.peek').innerText();
    expect(hovered).toContain('Apeldoorn');
    await page.goto(`${server.url}/?selected=GM0200`);
    await page.locator(areas).first().waitFor({ state: 'attached' });
    await page.getByRole('listbox', { name: /Kaart/ }).focus();
    await page.keyboard.press('Shift');
    await page.mouse.move(0, 0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.peek').innerText()).not.toBe('');
  });
});

describe('demonstration data', () => {
  test.each(views)('are named as such on %s', async (path) => {
    await page.goto(server.url + path);
    await page.getByText('Voorbeeldgegevens: de oordelen zijn verzonnen').waitFor();
  });
});
