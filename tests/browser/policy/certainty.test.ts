import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import type { OutreachPurpose, PolicyClass } from '../../../web/src/lib/api/generated';
import { desktop, open, openMap, phone, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';
import { ask } from '../support/server';

let token: string;
useServer({}, async () => {
  token = await server.token('reader', 'outreach');
});

interface Known {
  readonly code: string;
  readonly name: string;
  readonly policy: { readonly class: PolicyClass };
}
const municipalities = async (): Promise<readonly Known[]> =>
  (
    await ask<{ municipalities: { nodes: Known[] } }>(
      server.url,
      token,
      '{ municipalities { nodes { code name policy { class } } } }',
    )
  ).municipalities.nodes;

interface Listed {
  readonly municipality: { readonly name: string };
  readonly priority: { readonly listRank: number; readonly listSize: number; readonly explanation: string };
}
async function listed(purpose: OutreachPurpose, where: object, language = 'NL'): Promise<readonly Listed[]> {
  const query = `query ($purpose: OutreachPurpose!, $where: MunicipalityFilter, $language: Language!) {
    outreachTargets(purpose: $purpose, where: $where, first: 8) {
      nodes { municipality { name } priority { listRank listSize explanation(language: $language) } }
    }
  }`;
  // As the public: for the staff earlier briefings count too.
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { purpose, where, language } }),
  });
  const { data } = (await response.json()) as { data: { outreachTargets: { nodes: Listed[] } } };
  return data.outreachTargets.nodes;
}

/** What the list beside the map says: number, name and why. */
const rows = (page: Page): Promise<string[][]> =>
  page
    .locator('[data-rank]')
    .evaluateAll((items) =>
      items.map((item) =>
        ['.mark', 'a', '.why'].map((part) =>
          (item.querySelector(part)?.textContent ?? '').replace(/Nummer \d+:/, '').trim(),
        ),
      ),
    );

describe('the map numbers the top of two lists', () => {
  test.each<[OutreachPurpose, string, string]>([
    ['BRIEF', '/', 'Wie voorlichten?'],
    ['ASK', '/?doel=navragen', 'Bij wie navragen?'],
    ['ASK', '/?doel=navragen&region=vng-platform/RP02', 'Bij wie navragen?'],
  ])('%s at %s, as the server ranks it', async (purpose, address, name) => {
    const region = address.includes('region') ? { region: { set: 'vng-platform', code: 'RP02' } } : {};
    const expected = await listed(purpose, region);
    expect(expected.length).toBe(8);
    const context = await visitor(browser);
    const page = await context.newPage();
    await openMap(page, `${server.url}${address}`);
    expect(await page.getByRole('radio', { name }).isChecked()).toBe(true);
    await expect
      .poll(() => rows(page))
      .toEqual(
        expected.map(({ municipality, priority }) => [
          String(priority.listRank),
          municipality.name,
          priority.explanation,
        ]),
      );
    // The first lies on top, so it is drawn last.
    const drawn = await page.locator('.labels .rank').allTextContents();
    expect(drawn.toReversed()).toEqual(expected.map(({ priority }) => String(priority.listRank)));
    expect(await page.locator('path.ranked').count()).toBe(8);
    await context.close();
  });

  test('and the switch stands in the address, on a phone above the map', async () => {
    for (const viewport of [desktop, phone]) {
      const context = await visitor(browser, viewport);
      const page = await context.newPage();
      await openMap(page, server.url);
      const classes = (await municipalities()).map(({ policy }) => policy.class);
      const ask = classes.filter((each) => each === 'UNCERTAIN' || each === 'NOT_ASSESSED').length;
      await page.getByRole('radio', { name: `Bij wie navragen? ${ask}` }).check();
      expect(new URL(page.url()).searchParams.get('doel')).toBe('navragen');
      await expect.poll(() => page.locator('[data-rank]').count()).toBe(8);
      await page.goBack();
      expect(await page.getByRole('radio', { name: /^Wie voorlichten/ }).isChecked()).toBe(true);
      await context.close();
    }
  });
});

describe('figures of policy are intervals', () => {
  test('in the overview and on the page of time, as the server counts them', async () => {
    const query = '{ coverage { municipalityCount withoutCompletePolicy { low high } } }';
    const { coverage } = await ask<{
      coverage: { municipalityCount: number; withoutCompletePolicy: { low: number; high: number } };
    }>(server.url, token, query);
    const { low, high } = coverage.withoutCompletePolicy;
    const words = `en minste ${low}, ten hoogste ${high} van ${coverage.municipalityCount} gemeenten`;
    const context = await visitor(browser);
    const page = await context.newPage();
    await openMap(page, server.url);
    expect(await page.getByTestId('incomplete').textContent()).toContain(words);
    await open(page, `${server.url}/tijd`);
    await expect.poll(() => page.getByTestId('band').textContent()).toContain(words);
    await context.close();
  });

  test.each(['/', '/regio', '/regio/vng-platform/RP02', '/vergelijken?with=provincie/PV23,provincie/PV25'])(
    '%s gives no share of a policy class alone',
    async (address) => {
      const context = await visitor(browser);
      const page = await context.newPage();
      await open(page, `${server.url}${address}`);
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/onvolledig beleid|zonder volledig beleid/i);
      expect(text).not.toMatch(/(geen|onvolledig) beleid[\s\d.]*\d\s*%/i);
      await context.close();
    },
  );
});

describe('a card says no more than is known', () => {
  /** The text of the card of each municipality, opened by a click on the map. */
  const cards = (page: Page, all: readonly Known[]): Promise<Record<string, string>> =>
    page.evaluate(
      async (wanted) => {
        const texts: Record<string, string> = {};
        for (const { code, name } of wanted) {
          const area = document.querySelector(`[role="listbox"] [data-code="${code}"]`);
          area?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          for (;;) {
            if (document.getElementById('card-title')?.textContent === name) break;
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          const card = document.getElementById('card-title')?.closest('article') as HTMLElement;
          texts[code] = `${area?.getAttribute('aria-label')}\n${card.innerText}`;
        }
        return texts;
      },
      all.map(({ code, name }) => ({ code, name })),
    );

  test.each<[string, RegExp]>([
    ['nl', /geen beleid|onvolledig|niet volledig/i],
    ['en', /no policy|incomplete|not complete/i],
  ])('for all 342 municipalities in %s', async (language, said) => {
    const all = await municipalities();
    expect(all).toHaveLength(342);
    const context = await visitor(browser);
    const page = await context.newPage();
    await openMap(page, `${server.url}/?lang=${language}`);
    const texts = await cards(page, all);
    for (const { code, name, policy } of all) {
      const incomplete = policy.class === 'NONE' || policy.class === 'PARTIAL';
      expect(said.test(texts[code] ?? ''), `${name}, ${policy.class}: ${texts[code]}`).toBe(incomplete);
    }
    await context.close();
  });
});
