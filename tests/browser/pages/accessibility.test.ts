import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { desktop, openMap, phone, views, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

let staff: string;
let admin: string;
useServer({ demo: true }, async () => {
  staff = await server.token('desk', 'OUTREACH');
  admin = await server.token('chef', 'ADMIN');
  await beginCampaign();
});

const states: Record<string, string> = {
  map: '/',
  'map with a card and a filter':
    '/?selected=GM0200&class=NONE,PARTIAL&outlines=provincie&region=vng-platform/RP03',
  'map by mode': '/?shade=mode&date=2021-12-31',
  'map with a notice': '/?shade=paars',
  'map by coordination and policy': '/?shade=matrix&matrix=FILLED-UNCLEAR',
  'list of regions': '/regio?set=provincie',
  region: '/regio/vng-platform/RP02?per=inhabitants',
  'unknown region': '/regio/vng-platform/RP99',
  'empty comparison': '/vergelijken',
  'comparison of regions': '/vergelijken?with=provincie/PV23,provincie/PV25,vng-platform/RP01',
  'comparison of municipalities': '/vergelijken?with=GM0193,GM0200,GM0344',
  time: '/tijd?date=2023-01-01&since=2021-12-31&change=WORSE,NOT_COMPARABLE',
  'list of building blocks': '/bouwsteen',
  'building block': '/bouwsteen/focal-point?block=focal-point:ABSENT',
  'unknown building block': '/bouwsteen/geluk',
  'bottlenecks while there are none': '/knelpunten',
  'bottlenecks of a selection': '/knelpunten?region=vng-platform/RP02&category=shelter&state=open',
  'good practices while there are none': '/goede-voorbeelden',
  'good practices of a selection': '/goede-voorbeelden?about=focal-point&region=provincie/PV26',
  table: '/tabel',
  municipality: '/gemeente/GM0200',
  'ended municipality': '/gemeente/GM0788',
  accountability: '/verantwoording',
  developers: '/ontwikkelaars?class=NONE',
  'sign-in': '/aanmelden',
  'check without its link': '/controle',
  'check of an unknown link': '/controle#dekkingskaart_nonsense',
};

/** A campaign with a target at every stage and something to follow up; the first, so that its id is known. */
async function beginCampaign(): Promise<void> {
  const ask = async (query: string): Promise<void> => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${staff}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await answer.json()) as { data: { made?: { id: string } }; errors?: unknown };
    expect(errors).toBeUndefined();
    campaign = data.made?.id ?? campaign;
  };
  await ask(
    'mutation { made: createCampaign(input: { title: "Proef", goal: 5, from: "2023-01-01", to: "2099-01-01", partners: ["VNG"] }) { id } }',
  );
  const given = `campaign: "${campaign}", kind: MUNICIPALITY, owner: "Anna", outcome: "Belt terug."`;
  await ask(`mutation {
    addTargets(campaign: "${campaign}", codes: ["GM0014", "GM0034", "GM0050", "GM0059"]) { id }
  }`);
  await ask(`mutation {
    one: recordBriefing(input: { ${given}, date: "2023-03-01", stage: HELD, municipalities: ["GM0014"] }) { id }
    two: recordBriefing(input: { ${given}, date: "2026-01-05", stage: FOLLOW_UP, municipalities: ["GM0034"], followUp: "2026-01-20" }) { id }
    setStage(campaign: "${campaign}", code: "GM0050", stage: DECLINED) { id }
  }`);
}
let campaign = '';

/** What axe finds at an address, after a press of a button. */
async function violationsOf(
  address: string,
  viewport: typeof desktop,
  act?: string,
  token?: string,
): Promise<string[]> {
  const context = await visitor(browser, viewport, token);
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    if (act) await page.getByRole('button', { name: act }).first().click();
    return await violations(page);
  } finally {
    await context.close();
  }
}

const cases = Object.entries(states).flatMap(([name, path]) =>
  (['nl', 'en'] as const).flatMap((language) =>
    [desktop, phone].map((viewport) => ({
      name,
      path,
      language,
      viewport,
      width: viewport.width,
    })),
  ),
);

describe('axe finds nothing', () => {
  test.each(cases)('on the $name in $language at $width pixels', async ({ path, language, viewport }) => {
    const [before = '', after] = path.split('#');
    const query = `${before}${before.includes('?') ? '&' : '?'}lang=${language}`;
    const address = `${server.url}${query}${after ? `#${after}` : ''}`;
    expect(await violationsOf(address, viewport)).toEqual([]);
  });

  test.each([
    ['a picker open', /^Beleid:/],
    ['the regions open', /^Regio:/],
    ['the building blocks open', /^Bouwsteen:/],
  ])('with %s', async (_, name) => {
    for (const viewport of [desktop, phone]) {
      expect(await violationsOf(server.url, viewport, name as unknown as string)).toEqual([]);
    }
  });
});

/** What only the staff of outreach sees; CAMPAIGN stands for an id. */
const internal: readonly [name: string, path: string, act?: string][] = [
  ['campaigns', '/voorlichting/campagnes'],
  ['a new campaign', '/voorlichting/campagnes', 'Campagne beginnen'],
  ['a follow-up being put off', '/voorlichting/campagnes', 'Verzetten'],
  ['a board', '/voorlichting/campagnes/CAMPAIGN'],
  ['a menu of stages', '/voorlichting/campagnes/CAMPAIGN', 'Stap van'],
  ['the form of a briefing', '/voorlichting/campagnes/CAMPAIGN', 'Voorlichting vastleggen'],
  ['a list of targets', '/voorlichting/campagnes/CAMPAIGN?tab=list&order=-date'],
  ['an effect', '/voorlichting/campagnes/CAMPAIGN?tab=effect'],
  ['an unknown campaign', '/voorlichting/campagnes/campaign-0'],
  ['a choice being placed', '/voorlichting?kies=GM0060&list=chosen', 'In campagne plaatsen'],
  ['a regional briefing', '/voorlichting?list=sessions', 'Regionale voorlichting maken'],
  ['the map by stage', '/?shade=stage&campaign=CAMPAIGN&stage=HELD'],
  ['the map by last briefing', '/?shade=briefed'],
  ['the table with the last briefing', '/tabel?columns=name,briefed'],
  ['a link for a check', '/gemeente/GM0344', 'Laat de gemeente dit controleren'],
  ['the versions of the rubric', '/beheer/rubriek'],
  ['the work list', '/beheer'],
  ['the form of care coordination', '/gemeente/GM0200', 'Toevoegen: Zorgcoördinatie'],
  ['the form of verdicts', '/gemeente/GM0200', 'Beoordelen: Beleidsmatige basis'],
  ['the form of a document', '/gemeente/GM0200', 'Toevoegen: Beleidsdocumenten'],
  ['what is said not to be right', '/gemeente/GM0200', 'Klopt dit niet?'],
  ['the changes', '/beheer/wijzigingen'],
  ['the proposals', '/beheer/voorstellen'],
  ['a part that is for others', '/beheer/logboek'],
  ['the work list of a kind', '/beheer?quality=INHERITED&region=provincie/PV30&lang=en'],
];

describe('for the staff axe finds nothing', () => {
  test.each(internal)('on %s', async (_, path, act) => {
    const address = server.url + path.replace('CAMPAIGN', campaign);
    for (const viewport of [desktop, phone])
      expect(await violationsOf(address, viewport, act, staff)).toEqual([]);
  });

  test('and controls of a campaign are large enough to touch', async () => {
    for (const query of ['', '?tab=list', '?tab=effect']) {
      const small = await smallControls(`/voorlichting/campagnes/${campaign}${query}`, staff);
      expect(small).toEqual([]);
    }
    expect(await smallControls('/voorlichting/campagnes', staff)).toEqual([]);
    for (const path of ['/beheer', '/beheer/wijzigingen', '/beheer/voorstellen'])
      expect(await smallControls(path, staff), path).toEqual([]);
  });
});

describe('for an administrator axe finds nothing', () => {
  test.each([
    ['/beheer/regios'],
    ['/beheer/regios', 'Wijzigen: Gelderland'],
    ['/beheer/regios', 'Indeling toevoegen'],
    ['/beheer/logboek?subject=campaign'],
  ])('on %s %s', async (path, act?: string) => {
    for (const viewport of [desktop, phone])
      expect(await violationsOf(server.url + path, viewport, act, admin)).toEqual([]);
  });
});

/** What only an administrator sees. */
const managed: readonly [name: string, path: string, act: string][] = [
  ['a new version of the rubric', '/beheer/rubriek/nieuw', 'Bewerken: Aandachtsfunctionaris'],
  ['a theme of a new version', '/beheer/rubriek/nieuw', 'Thema toevoegen'],
  ['a new block of a new version', '/beheer/rubriek/nieuw', 'Bouwsteen toevoegen'],
];

describe('for an administrator axe finds nothing', () => {
  test.each(managed)('on %s', async (_, path, act) => {
    for (const viewport of [desktop, phone])
      expect(await violationsOf(server.url + path, viewport, act, admin)).toEqual([]);
  });

  test('and controls of the rubric are large enough to touch', async () => {
    expect(await smallControls('/beheer/rubriek', admin)).toEqual([]);
    expect(await smallControls('/beheer/rubriek/nieuw', admin)).toEqual([]);
  });
});

test.each(['/voorlichting/campagnes', '/beheer', '/beheer/rubriek'])(
  'axe finds nothing on what a visitor sees at %s',
  async (path) => {
    expect(await violationsOf(server.url + path, phone)).toEqual([]);
  },
);

test('axe finds nothing on a record that a municipality checks', async () => {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${staff}` },
    body: JSON.stringify({ query: 'mutation { makeCheckLink(code: "GM0344") { path } }' }),
  });
  const { data } = (await answer.json()) as { data: { makeCheckLink: { path: string } } };
  const { path } = data.makeCheckLink;
  for (const viewport of [desktop, phone])
    expect(await violationsOf(server.url + path, viewport)).toEqual([]);
  expect(await smallControls(path)).toEqual([]);
});

test('in the colours of the system what is chosen differs from what is not', async () => {
  const context = await browser.newContext({ viewport: desktop, locale: 'nl-NL', forcedColors: 'active' });
  try {
    const page = await context.newPage();
    await openMap(page, `${server.url}/?class=PARTIAL`);
    for (const [chosen, other] of [
      ['nav a[aria-current]', 'nav a:not([aria-current])'],
      ['button[data-class][aria-pressed="true"]', 'button[data-class][aria-pressed="false"]'],
      ['input:checked + .choice', 'input:not(:checked) + .choice'],
    ] as const) {
      const ground = (selector: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(await ground(chosen), chosen).not.toBe(await ground(other));
    }
    const colour = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    const pressed = 'button[data-class][aria-pressed="true"]';
    expect(await colour(`${pressed} .count span`)).toBe(await colour(pressed));
    // What is drawn in the background of an element is there too.
    const bar = page.locator('button[data-class] .track .shown').first();
    expect(await bar.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe('none');
  } finally {
    await context.close();
  }
});

const touched = views.filter((path) => path !== '/verantwoording' && path !== '/ontwikkelaars');

async function smallControls(path: string, token?: string): Promise<string[]> {
  const context = await visitor(browser, phone, token);
  try {
    const page = await context.newPage();
    await page.goto(server.url + path);
    await page.waitForLoadState('networkidle');
    return await page
      .locator('main button:visible, header button:visible, select:visible')
      .evaluateAll((controls) =>
        controls
          .map((control) => ({
            box: control.getBoundingClientRect(),
            name: control.getAttribute('aria-label') ?? control.textContent,
          }))
          .filter(({ box }) => box.width > 0 && (box.height < 40 || box.width < 24))
          .map(({ box, name }) => `${name?.trim()} ${box.width}x${box.height}`),
      );
  } finally {
    await context.close();
  }
}

describe('on a touch screen', () => {
  test.each(touched)('%s has targets of at least 24 pixels, controls of 44', async (path) => {
    expect(await smallControls(path)).toEqual([]);
  });
});
