import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { open, openMap, phone } from '../support/browser';
import { openDesk } from '../support/desk';

const desk = openDesk();

/** By hand: `dragTo` may scroll between taking hold of something and letting it go. */
async function drag(from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = await Promise.all([from.boundingBox(), to.boundingBox()]);
  if (!start || !end) throw new Error('nothing to drag, or nowhere to drag it');
  await desk.page.mouse.move(start.x + 8, start.y + 8);
  await desk.page.mouse.down();
  await desk.page.mouse.move(start.x + 20, start.y + 12, { steps: 4 });
  await desk.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await desk.page.mouse.up();
}

/** What the progress says: the number reached, and the number at each stage. */
async function counts(): Promise<{ reached: string; byStage: Record<string, number>; total: number }> {
  const rows = await desk.page.locator('[data-testid="stage-counts"] li').evaluateAll((items) =>
    items.map((item) => ({
      stage: (item as HTMLElement).dataset['stage'] ?? 'total',
      count: Number(item.querySelector('b')?.textContent),
    })),
  );
  const byStage = Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
  const { total = -1, ...stages } = byStage;
  return { reached: await desk.page.locator('.progress p').first().innerText(), byStage: stages, total };
}

test('from no campaign to eight defended targets with their sheets takes under two minutes', async () => {
  const started = Date.now();
  await open(desk.page, `${desk.server.url}/voorlichting/campagnes`);
  await desk.page.getByText('Er is nog geen campagne.').waitFor();
  await desk.page.getByRole('button', { name: 'Campagne beginnen' }).click();
  expect(await desk.dialog().getByLabel('Doel in gemeenten').inputValue()).toBe('50');
  expect(await desk.dialog().getByLabel('Samen met').inputValue()).toBe('CoMensha, VNG');
  await desk.dialog().getByRole('button', { name: 'Campagne beginnen' }).click();
  await desk.page.getByText('Geef de campagne een titel.').waitFor();
  const isFocused = (field: Element): boolean => field === document.activeElement;
  await expect.poll(() => desk.dialog().getByLabel('Titel').evaluate(isFocused)).toBe(true);
  await desk.dialog().getByLabel('Titel').fill('Voorlichting op maat');
  await desk.dialog().getByRole('button', { name: 'Campagne beginnen' }).click();

  await desk.page.getByText('Er staan nog geen gemeenten in deze campagne.').waitFor();
  await desk.page.getByRole('link', { name: 'Gemeenten toevoegen' }).click();
  const rows = desk.page.locator('[data-testid="targets"] > li');
  await rows.nth(7).waitFor();
  for (let at = 0; at < 8; at++) await rows.nth(at).getByRole('checkbox').check();
  await desk.page.getByRole('link', { name: /^Gekozen/ }).click();
  await desk.page.getByRole('button', { name: 'In campagne plaatsen' }).click();
  await desk.page.getByRole('button', { name: 'Plaats 8 gemeenten' }).click();

  await desk.page.locator('.board li[data-code]').nth(7).waitFor();
  const cards = desk.page.locator('.board li[data-code]');
  expect(await cards.count()).toBe(8);
  for (const each of await cards.all()) {
    expect(await each.innerText()).toMatch(/Nummer \d+ van \d+ om voor te lichten\. .+\./);
    const sheet = await each.getByRole('link', { name: /^Blad/ }).getAttribute('href');
    const answer = await desk.context.request.get(desk.server.url + sheet);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  }
  const all = await desk.page.getByRole('link', { name: '8 bladen (zip)' }).getAttribute('href');
  const batch = await desk.context.request.get(desk.server.url + all);
  expect([batch.status(), batch.headers()['x-sheet-count']]).toEqual([200, '8']);
  expect(Date.now() - started).toBeLessThan(120_000);
  expect(await counts()).toMatchObject({ byStage: { SELECTED: 8 }, total: 8 });
  expect(desk.page.url()).not.toContain('kies=');
});

describe('the board', () => {
  test('moves a target through the form, which refuses a briefing given in the future before sending', async () => {
    const id = await desk.begin('Vastleggen', ['GM0014', 'GM0034', 'GM0050']);
    await desk.openCampaign(id);
    const sent: string[] = [];
    desk.page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
    await desk
      .card('GM0034')
      .getByRole('button', { name: /^Stap van/ })
      .click();
    await desk.page.getByRole('button', { name: 'Gegeven', exact: true }).click();
    expect(await desk.dialog().innerText()).toContain('Almere');
    await desk.dialog().getByLabel('Datum van de voorlichting').fill(desk.inDays(1));
    await desk.save().click();
    await desk.dialog().getByText('Deze datum ligt in de toekomst').waitFor();
    await expect
      .poll(() => desk.page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    expect(sent).toEqual([]);

    await desk.dialog().getByLabel('Datum van de voorlichting').fill(desk.inDays(-1));
    await desk.dialog().getByLabel('Wie geeft de voorlichting').fill('Anna');
    await desk.dialog().getByLabel('Wat kwam eruit?').fill('Wil een plan maken.');
    await desk.save().click();
    await desk.page.getByText('Vastgelegd. De voorlichting telt voor 1 gemeente.').waitFor();
    await desk.column('HELD').locator('[data-code="GM0034"]').waitFor();
    const after = await counts();
    expect(after.reached).toMatch(/^1\s+van 50/);
    expect(after.byStage).toMatchObject({ SELECTED: 2, HELD: 1 });
    expect(Object.values(after.byStage).reduce((sum, count) => sum + count, 0)).toBe(after.total);
    expect(await desk.card('GM0034').innerText()).toContain('Anna');
  });

  test('moves a target by dragging and by the keyboard alone', async () => {
    const id = await desk.begin('Verplaatsen', ['GM0014', 'GM0034']);
    await desk.openCampaign(id);
    await drag(desk.card('GM0014').locator('.why'), desk.column('INVITED').locator('h2'));
    await desk.column('INVITED').locator('[data-code="GM0014"]').waitFor();
    await desk.page.getByText('Groningen: Uitgenodigd').waitFor();

    await desk
      .card('GM0034')
      .getByRole('button', { name: /^Stap van/ })
      .focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Almere: Uitgenodigd').waitFor();
    await desk.page.reload();
    await desk.column('INVITED').locator('[data-code="GM0034"]').waitFor();
    expect((await counts()).byStage).toMatchObject({ SELECTED: 0, INVITED: 2 });
  });

  test('shows a list instead, in the order of the address, where an owner is written', async () => {
    const id = await desk.begin('Lijst', ['GM0014', 'GM0034', 'GM0050']);
    await desk.openCampaign(id);
    await desk.page.getByRole('link', { name: 'Lijst', exact: true }).click();
    await desk.page.getByRole('button', { name: /^Gemeente/ }).click();
    expect(desk.page.url()).toContain('tab=list&order=name');
    const names = await desk.page.locator('tbody th').allInnerTexts();
    expect(names).toEqual(['Almere', 'Groningen', 'Zeewolde']);
    await desk.page.getByLabel('Wie Almere begeleidt').fill('Bram');
    await desk.page.keyboard.press('Tab');
    await desk.page.getByText('Almere: Gekozen').waitFor();
    await desk.page.goBack();
    await desk.card('GM0034').getByText('Bram').waitFor();
  });

  test('is a stack of sections on a phone', async () => {
    const id = await desk.begin('Telefoon', ['GM0014', 'GM0034']);
    await desk.comeAs(phone);
    await desk.openCampaign(id);
    const boxes = await desk.page
      .locator('.board > section')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect(boxes).toHaveLength(6);
    expect(new Set(boxes).size).toBe(1);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

test('an ended municipality gives way to its successor, and the person is told', async () => {
  await desk.begin('Opvolgers', []);
  await openMap(desk.page, `${desk.server.url}/voorlichting?date=2021-06-30&kies=GM0370&list=chosen`);
  await desk.page.getByRole('button', { name: 'In campagne plaatsen' }).click();
  await desk
    .dialog()
    .getByRole('radio', { name: /^Opvolgers/ })
    .check();
  await desk.page.getByRole('button', { name: 'Plaats 1 gemeente' }).click();
  await desk.page
    .getByText(
      'Beemster (GM0370) is op 1 januari 2022 opgeheven; Purmerend (GM0439) staat er nu voor in de plaats.',
    )
    .waitFor();
  await desk.dialog().getByRole('button', { name: 'Naar de campagne' }).click();
  await desk.page.getByText('In de plaats van Beemster').waitFor();
});
