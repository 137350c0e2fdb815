import { describe, expect, test } from 'vitest';

import { desktop, openMap } from '../support/browser';
import { openDesk } from '../support/desk';

const desk = openDesk();

describe('on the map', () => {
  const legend = (): Promise<{ id: string; count: number }[]> =>
    desk.page.locator('button[data-class]').evaluateAll((buttons) =>
      buttons.map((button) => ({
        id: (button as HTMLElement).dataset['class'] ?? '',
        count: Number(button.querySelector('.count b')?.textContent?.replaceAll('.', '')),
      })),
    );

  test('outreach is a shade whose counts add up, and that filters', async () => {
    const campaign = await desk.begin('Kaart', ['GM0014', 'GM0034', 'GM0050']);
    await desk.record({ campaign, date: desk.inDays(-5), municipalities: ['GM0014'] });
    await openMap(desk.page, `${desk.server.url}/?campaign=${campaign}`);
    await desk.page.getByLabel('Kleur de kaart naar').selectOption('stage');
    await expect.poll(async () => (await legend()).find(({ id }) => id === 'HELD')?.count).toBe(1);
    expect((await legend()).reduce((sum, { count }) => sum + count, 0)).toBe(342);
    expect((await legend()).map(({ id }) => id)).not.toContain('UNKNOWN');
    await desk.page.locator('button[data-class="SELECTED"]').click();
    await expect.poll(() => desk.page.locator('.count').first().innerText()).toMatch(/^2\s+van 342/);

    await openMap(desk.page, `${desk.server.url}/?shade=briefed&briefed=WITHIN_1`);
    await expect
      .poll(async () => (await legend()).reduce((sum, { count }) => sum + count, 0))
      .toBeGreaterThan(0);
    const shown = (await legend()).reduce((sum, { count }) => sum + count, 0);
    expect(await desk.page.locator('.count').first().innerText()).toMatch(new RegExp(`^${shown}\\s+van 342`));
    await desk.page.goto(`${desk.server.url}/tabel?briefed=WITHIN_1&columns=name,briefed`);
    await expect.poll(() => desk.page.locator('tbody tr').count()).toBe(shown);
  });

  test('the staff ranks by contact too, and is told so', async () => {
    await openMap(desk.page, `${desk.server.url}/voorlichting`);
    await desk.page.getByLabel('Lang niet voorgelicht').waitFor();
    const first = desk.page.locator('[data-testid="targets"] > li').first();
    await expect.poll(() => first.innerText()).toMatch(/voorlichting/);
    const { outreachTargets } = await desk.graphql<{
      outreachTargets: { nodes: { municipality: { code: string }; priority: { score: number } }[] };
    }>('{ outreachTargets(first: 25) { nodes { municipality { code } priority { score } } } }');
    const codes = await desk.page
      .locator('[data-testid="targets"] > li')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code']));
    expect(codes).toEqual(outreachTargets.nodes.map(({ municipality }) => municipality.code));
    const score = outreachTargets.nodes[0]?.priority.score.toFixed(2).replace('.', ',') ?? '';
    expect(await first.locator('.score').innerText()).toContain(score);
  });
});

describe('who has no part in it', () => {
  test('the public sees no campaign, no factor of contact and no shade by briefing', async () => {
    const id = await desk.begin('Intern', ['GM0014']);
    await desk.comeAs(desktop, '');
    await openMap(desk.page, `${desk.server.url}/voorlichting?list=sessions`);
    await desk.page.locator('.list section > ol > li').first().waitFor();
    for (const name of ['Campagnes', 'Regionale voorlichting maken', 'In campagne plaatsen'])
      expect(await desk.page.getByText(name).count()).toBe(0);
    expect(await desk.page.getByLabel('Lang niet voorgelicht').count()).toBe(0);
    const shades = await desk.page.getByLabel('Kleur de kaart naar').locator('option').allInnerTexts();
    expect(shades.filter((shade) => /voor(ge)?licht/i.test(shade))).toEqual([]);

    await openMap(desk.page, `${desk.server.url}/?shade=stage&stage=HELD&campaign=${id}`);
    await desk.page.getByText('Dit deel van het adres is overgeslagen').waitFor();
    expect(await desk.page.locator('.count').first().innerText()).toMatch(/^342/);

    for (const path of ['', `/${id}`]) {
      await desk.page.goto(`${desk.server.url}/voorlichting/campagnes${path}`);
      await desk.page.getByText('Dit deel is voor wie bij de voorlichting betrokken is.').waitFor();
      expect(await desk.page.locator('main').innerText()).not.toContain('Intern');
    }
  });

  test('a platform sees and edits its own regions, and begins nothing', async () => {
    const own = await desk.graphql<{ region: { municipalities: { code: string; name: string }[] } }>(
      '{ region(set: "vng-platform", code: "RP02") { municipalities { code name } } }',
    );
    const [mine] = own.region.municipalities;
    const other = own.region.municipalities.some(({ code }) => code === 'GM0014') ? 'GM0935' : 'GM0014';
    const id = await desk.begin('Platform', [mine?.code ?? '', other]);
    const token = await desk.server.token('platform', 'PLATFORM', 'vng-platform/RP02');
    await desk.comeAs(desktop, token);
    await desk.openCampaign(id);
    expect(await desk.page.locator('.board li[data-code]').count()).toBe(1);
    await desk.page.getByText('U ziet alleen de gemeenten van uw eigen regio').waitFor();
    expect(await desk.page.getByRole('link', { name: 'Gemeenten toevoegen' }).count()).toBe(0);
    await desk
      .card(mine?.code ?? '')
      .getByRole('button', { name: /^Stap van/ })
      .click();
    await desk.page.getByRole('button', { name: 'Uitgenodigd', exact: true }).click();
    await desk.column('INVITED').locator('li[data-code]').waitFor();

    await openMap(desk.page, `${desk.server.url}/?shade=briefed`);
    const unknown = desk.page.locator('button[data-class="UNKNOWN"] .count b');
    await expect.poll(() => unknown.innerText()).toBe(String(342 - own.region.municipalities.length));
    await desk.page.goto(`${desk.server.url}/voorlichting/campagnes`);
    await desk.page.getByRole('heading', { name: 'Opvolgen deze week' }).waitFor();
    expect(await desk.page.getByRole('button', { name: 'Campagne beginnen' }).count()).toBe(0);
    await openMap(desk.page, `${desk.server.url}/voorlichting?kies=GM0014&list=chosen`);
    await desk.page.getByRole('button', { name: 'Download CSV' }).waitFor();
    expect(await desk.page.getByRole('button', { name: 'In campagne plaatsen' }).count()).toBe(0);
  });
});
