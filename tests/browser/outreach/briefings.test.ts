import { expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, open, openMap } from '../support/browser';
import { openDesk } from '../support/desk';

const desk = openDesk();

test('what is to be followed up is put off, and done', async () => {
  const campaign = await desk.begin('Opvolgen', []);
  const municipalities = ['GM0014'];
  const input = {
    campaign,
    date: desk.inDays(-20),
    municipalities,
    followUp: desk.today,
    outcome: 'Belt terug.',
  };
  const id = await desk.record(input);
  await open(desk.page, `${desk.server.url}/voorlichting/campagnes`);
  const row = desk.page.locator(`[data-briefing="${id}"]`);
  await row.getByRole('button', { name: /^Verzetten/ }).click();
  await row.getByLabel('Opvolgen op').fill(desk.inDays(-30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.getByText('De opvolging ligt vóór de voorlichting.').waitFor();
  await row.getByLabel('Opvolgen op').fill(desk.inDays(30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.waitFor({ state: 'detached' });

  await desk.record({ id, ...input });
  await desk.page.reload();
  await row.getByRole('button', { name: /^Afgehandeld/ }).click();
  await row.waitFor({ state: 'detached' });
  await desk.page.getByText('Afgehandeld: Groningen.').waitFor();
  const { campaign: left } = await desk.graphql<{ campaign: { briefings: object[] } }>(
    'query ($id: ID!) { campaign(id: $id) { briefings { id followUp outcome } } }',
    { id: campaign },
  );
  expect(left.briefings).toEqual([{ id, followUp: null, outcome: 'Belt terug.' }]);

  // What came of it stands on the page of the municipality, for those who may know.
  await open(desk.page, `${desk.server.url}/gemeente/GM0014`);
  await desk.page.getByRole('heading', { name: 'Voorlichtingen' }).waitFor();
  await desk.page.getByText('Belt terug.').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await desk.comeAs(desktop, '');
  await open(desk.page, `${desk.server.url}/gemeente/GM0014`);
  await desk.page.waitForLoadState('networkidle');
  expect(await desk.page.getByText('Belt terug.').count()).toBe(0);
});

test('the effect shows before and after, who was not assessed again, and the note', async () => {
  const campaign = await desk.begin('Effect', [], '2023-01-01');
  const { outreachTargets } = await desk.graphql<{
    outreachTargets: { nodes: { municipality: { code: string } }[] };
  }>('{ outreachTargets(asOf: "2023-03-01", first: 12) { nodes { municipality { code } } } }');
  for (const { municipality } of outreachTargets.nodes)
    await desk.record({ campaign, date: '2023-03-01', municipalities: [municipality.code] });
  await desk.record({ campaign, date: desk.today, municipalities: ['GM0014'] });

  interface Effects {
    campaign: {
      effect: { municipality: { code: string }; after: object | null; gained: object[] }[];
      effectTotal: { reassessed: number; briefed: number; note: string };
    };
  }
  const { effect, effectTotal } = (
    await desk.graphql<Effects>(
      `
        query ($id: ID!) {
          campaign(id: $id) {
            effect {
              municipality {
                code
              }
              after {
                class
              }
              gained {
                id
              }
            }
            effectTotal {
              briefed
              reassessed
              note
            }
          }
        }
      `,
      { id: campaign },
    )
  ).campaign;
  expect(effect.filter(({ after }) => after).length).toBeGreaterThan(5);
  expect(effect.some(({ after }) => !after)).toBe(true);

  await desk.openCampaign(campaign, '?tab=effect');
  await desk.page.getByText(effectTotal.note).waitFor();
  await desk.page
    .getByText(
      `${effectTotal.briefed} gemeenten voorgelicht, ${effectTotal.reassessed} daarna opnieuw beoordeeld.`,
    )
    .waitFor();
  for (const { municipality, after, gained } of effect) {
    const row = await desk.page.locator(`tr[data-code="${municipality.code}"]`).innerText();
    if (!after) expect(row).toContain('Nog niet opnieuw beoordeeld');
    else if (gained.length > 0) expect(row).toMatch(new RegExp(`\\b${gained.length} bouwste`));
  }
});

test('a proposal becomes a regional briefing that counts for each of its municipalities', async () => {
  const campaign = await desk.begin('Regionaal', []);
  await openMap(desk.page, `${desk.server.url}/voorlichting?list=sessions&campaign=${campaign}`);
  const row = desk.page.locator('.list section > ol > li').first();
  await row.locator('.members a').first().waitFor();
  const names = await row.locator('.members a').allInnerTexts();
  await row.getByRole('button', { name: /^Regionale voorlichting maken/ }).click();
  expect(await desk.dialog().getByLabel('Soort').inputValue()).toBe('REGIONAL_PLATFORM');
  expect(await desk.dialog().getByLabel('Regio', { exact: true }).inputValue()).not.toBe('');
  await expect.poll(() => desk.dialog().getByLabel('Campagne').inputValue()).toBe(campaign);
  expect(await desk.dialog().locator('fieldset li').allInnerTexts()).toEqual(
    names.map((name) => expect.stringContaining(name)),
  );
  await desk.dialog().getByLabel('Datum van de voorlichting').fill(desk.inDays(14));
  await desk.save().click();
  await desk.page.getByText(`De voorlichting telt voor ${names.length} gemeenten.`).waitFor();
  await desk.page.getByRole('link', { name: 'Naar de campagne' }).click();
  await desk.column('PLANNED').locator('li[data-code]').first().waitFor();
  expect((await desk.column('PLANNED').locator('h3').allInnerTexts()).toSorted()).toEqual(names.toSorted());
});
