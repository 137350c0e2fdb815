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
  const row = desk.page.getByTestId('follow-ups').locator(`[data-briefing="${id}"]`);
  const later = desk.page.getByTestId('follow-ups-later');
  await row.getByRole('button', { name: /^Verzetten/ }).click();
  await row.getByLabel('Opvolgen op').fill(desk.inDays(-30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.getByText('De opvolging ligt vóór de voorlichting.').waitFor();
  await row.getByLabel('Opvolgen op').fill(desk.inDays(30));
  await row.getByRole('button', { name: 'Verzet', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  // What is put off beyond this week is not lost from sight.
  await later.getByText('Later op te volgen').click();
  await later.locator(`[data-briefing="${id}"]`).waitFor();

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

  interface Verdicts {
    verdicts: { verdict: string; block: { id: string } }[];
  }
  interface Effects {
    campaign: {
      effect: {
        municipality: { code: string };
        before: Verdicts;
        after: Verdicts | null;
      }[];
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
              before {
                verdicts {
                  verdict
                  block {
                    id
                  }
                }
              }
              after {
                verdicts {
                  verdict
                  block {
                    id
                  }
                }
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
  const seen = new Set<string>();
  for (const { municipality, before, after } of effect) {
    const row = await desk.page.locator(`tr[data-code="${municipality.code}"]`).innerText();
    if (!after) {
      expect(row).toContain('Nog niet opnieuw beoordeeld');
      continue;
    }
    // What was unknown on either date is told apart from what the municipality did.
    const count = (is: (was: string, now: string) => boolean): number =>
      after.verdicts.filter(({ verdict, block }) => {
        const was = before.verdicts.find((each) => each.block.id === block.id)?.verdict ?? verdict;
        return was !== verdict && is(was, verdict);
      }).length;
    const told = {
      erbij: count((was, now) => was !== 'UNKNOWN' && now === 'PRESENT'),
      'bekend geworden': count((was) => was === 'UNKNOWN'),
      'niet meer bekend': count((_, now) => now === 'UNKNOWN'),
    };
    for (const [words, number] of Object.entries(told)) {
      if (number > 0) seen.add(words);
      expect(row.includes(`${number} ${words}`), `${municipality.code}: ${number} ${words}`).toBe(number > 0);
    }
  }
  expect(seen.size).toBe(3);
});
