import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { desktop, open, unfold, views, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';
import { layoutFaults, noFaults, smallTargets, unseenFocus } from '../support/layout';

let staff: string;
useServer({ demo: true }, async () => {
  staff = await server.token('desk', 'OUTREACH');
});

/** Screens, with the widths at which layouts are held; the last is one of 1280 x 720 at 200 %. */
const screens = [
  { width: 320, height: 640, touch: true },
  { width: 375, height: 812, touch: true },
  { width: 768, height: 1024, touch: true },
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 640, height: 360 },
];

/** States of a view beside the plain one. */
const states = [
  '/?selected=GM0200&class=NONE,PARTIAL&outlines=provincie&region=vng-platform/RP03',
  '/?shade=paars',
  '/bestaat/niet',
  '/?selected=GM0200',
  '/?region=provincie/PV99',
  '/?shade=mode',
  '/gemeente/GM0788',
  '/regio/vng-platform/RP99',
  '/vergelijken',
  '/tijd?date=2023-01-01&since=2021-12-31&change=WORSE,NOT_COMPARABLE',
  '/?lang=en',
  '/voorlichting?list=sessions',
  '/controle',
  '/?kies=GM0344,GM0193,GM0200,GM0014,GM0034,GM0093,GM0599',
  '/?presenteren=ja',
  '/tabel?kies=GM0344,GM0193&zoek=gelder&columns=name,class,history',
  '/?date=2030-01-01',
  '/?knownAt=2026-11-28T10:00:00Z',
  '/gemeente/GM0200?knownAt=2026-11-28T10:00:00Z',
];
const internal = [
  '/',
  '/voorlichting?kies=GM0344,GM0014&list=chosen',
  '/voorlichting/campagnes',
  '/beheer',
  '/gemeente/GM0200',
  '/beheer/import',
];

/** Dialogs by the button that opens them. */
const dialogs = [
  ['Over deze kaart', '/'],
  ['Delen', '/'],
  ['Klopt dit niet?', '/gemeente/GM0200'],
  ['Toevoegen: Zorgcoördinatie', '/gemeente/GM0200'],
  ['Beoordelen: Beleidsmatige basis', '/gemeente/GM0200'],
  ['Campagne beginnen', '/voorlichting/campagnes'],
  ['In campagne plaatsen', '/voorlichting?kies=GM0060&list=chosen'],
] as const;

/** Answers about a municipality with 25 documents. */
async function manyDocuments(page: Page): Promise<void> {
  await page.route(/\/graphql\?query=query\+MunicipalityPage/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { data: { municipality: { documents: object[] } } };
    body.data.municipality.documents = Array.from({ length: 25 }, (_, at) => ({
      id: `document-${at}`,
      title: `Integraal uitvoeringsprogramma Mensenhandelbestrijding en Slachtofferondersteuning, deel ${at + 1}`,
      scope: 'REGIONAL',
      identifier: `CVDR${600_000 + at}`,
      validFrom: '2024-01-01',
      validTo: null,
      source: {
        label: 'lokaleregelgeving.overheid.nl',
        url: `https://lokaleregelgeving.overheid.nl/CVDR${600_000 + at}/1`,
        certainty: null,
        demonstration: false,
      },
    }));
    await route.fulfill({ response: answer, json: body });
  });
}

async function resize(session: CDPSession, screen: (typeof screens)[number]): Promise<void> {
  const { width, height, touch = false } = screen;
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: touch,
  });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
}

/** Two frames after a change of size all that measures itself has been drawn. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  );

/** What comes before a view is looked at: what the server answers, how it is opened, what is done there. */
interface Staging {
  readonly token?: string | undefined;
  readonly answers?: (page: Page) => Promise<unknown>;
  readonly open?: (page: Page, address: string) => Promise<unknown>;
  readonly act?: (page: Page) => Promise<unknown>;
}

/** Opens a view once and looks at it on every screen. */
async function onEveryScreen(path: string, staging: Staging = {}): Promise<void> {
  const { token, answers, act } = staging;
  const context = await visitor(browser, desktop, token);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await answers?.(page);
    await (staging.open ?? open)(page, server.url + path);
    await page.waitForLoadState('networkidle');
    await act?.(page);
    const found: Record<string, unknown> = {};
    for (const screen of screens) {
      await resize(session, screen);
      await settled(page);
      const faults = await layoutFaults(page);
      const name = `${screen.width} x ${screen.height}`;
      if (JSON.stringify(faults) !== JSON.stringify(noFaults)) found[name] = faults;
      if (screen.touch) {
        const small = await smallTargets(page);
        if (small.length > 0) found[`${name}, touch`] = small;
      }
    }
    const unseen = await unseenFocus(page);
    if (unseen.length > 0) found['focus'] = unseen;
    expect(found).toEqual({});
  } finally {
    await context.close();
  }
}

describe('on every screen', () => {
  test.each([...views, ...states])('%s is laid out well', (path) => onEveryScreen(path));

  test.each(internal)('%s is laid out well for the staff', (path) => onEveryScreen(path, { token: staff }));

  test.each(dialogs)('the dialog ‘%s’ on %s is laid out well', (name, path) =>
    onEveryScreen(path, {
      token: staff,
      act: async (page) => {
        await page.getByRole('button', { name }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    }),
  );

  test('a municipality with 25 documents of long names is laid out well', () =>
    onEveryScreen('/gemeente/GM0200', { answers: manyDocuments, act: unfold }));

  test.each(['/', '/tabel', '/gemeente/GM0200', '/vergelijken'])(
    '%s without a connection is laid out well',
    (path) =>
      onEveryScreen(path, {
        answers: (page) => page.route(/\/graphql/, (route) => route.abort()),
        open: async (page, address) => {
          await page.goto(address);
          await page.getByRole('button', { name: 'Opnieuw proberen' }).first().waitFor();
        },
      }),
  );
});
