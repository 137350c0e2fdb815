import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import type { MunicipalityFilter, PolicyClass } from '../../../web/src/lib/api/generated';
import { classIds } from '../../../web/src/lib/shade/model';
import { open, openMap, visitor } from '../support/browser';
import { browser, server, useServer } from '../support/fixture';

useServer({ demo: true });

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Case {
  readonly date: string;
  readonly set: string;
  readonly code: string;
  /** The policy classes let through; all of them is no filter. */
  readonly classes: readonly PolicyClass[];
}

const random = seeded(2026);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const sets: Readonly<Record<string, readonly [prefix: string, count: number]>> = {
  provincie: ['PV', 12],
  veiligheidsregio: ['VR', 25],
  'politie-eenheid': ['PE', 10],
  'vng-platform': ['RP', 9],
};

function randomCase(): Case {
  const set = pick(Object.keys(sets));
  const [prefix, count] = sets[set] as readonly [string, number];
  const at = 1 + Math.floor(random() * count);
  const day = Date.UTC(2020, 0, 1) + Math.floor(random() * 2_400) * 86_400_000;
  const some = (classIds('class') as PolicyClass[]).filter(() => random() < 0.6);
  return {
    date: new Date(day).toISOString().slice(0, 10),
    set,
    // Provinces are numbered from PV20.
    code: `${prefix}${String(prefix === 'PV' ? at + 19 : at).padStart(2, '0')}`,
    classes: some.length > 0 ? some : ['PARTIAL'],
  };
}

const cases = Array.from({ length: 20 }, randomCase);

interface Totals {
  municipalityCount: number;
  byClass: { class: string; count: number }[];
  byStatus: { status: string; count: number; population: number }[];
}

async function coverage(asOf: string, where: MunicipalityFilter): Promise<Totals> {
  const query = `query ($asOf: Date, $where: MunicipalityFilter) {
    coverage(asOf: $asOf, where: $where) {
      municipalityCount byClass { class count } byStatus { status count population }
    }
  }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { asOf, where } }),
  });
  const { data, errors } = (await response.json()) as { data: { coverage: Totals }; errors?: unknown };
  expect(errors).toBeUndefined();
  return data.coverage;
}

const toNumber = (text: string | null): number => Number((text ?? '').replaceAll('.', ''));

/** What a legend says: municipalities by class. */
async function legend(page: Page): Promise<Record<string, number>> {
  const rows = await page
    .locator('button[data-class]')
    .evaluateAll((buttons) =>
      buttons.map((button): [string, string] => [
        (button as HTMLElement).dataset['class'] ?? '',
        button.querySelector('.count b')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(rows.map(([id, text]) => [id, toNumber(text)]));
}

/** The codes of the rows of the table, in their order. */
const codesOfRows = (page: Page): Promise<string[]> =>
  page
    .locator('tbody a[href*="/gemeente/GM"]')
    .evaluateAll((links) => links.map((link) => /GM\d{4}/.exec((link as HTMLAnchorElement).href)?.[0] ?? ''));

/** The codes in the files that the table offers, in their order. */
async function codesOfFiles(page: Page): Promise<{ csv: string[]; geojson: string[] }> {
  await page.getByRole('button', { name: /^Downloaden/ }).click();
  const download = async (name: string): Promise<string> => {
    const address = await page.getByRole('link', { name }).getAttribute('href');
    return (await fetch(new URL(address ?? '', server.url))).text();
  };
  const lines = (await download('CSV, ook voor Excel')).trim().split('\r\n').slice(1);
  const { features } = JSON.parse(await download('GeoJSON, met grenzen')) as { features: { id: string }[] };
  return { csv: lines.map((line) => line.slice(0, 6)), geojson: features.map(({ id }) => id) };
}

test('a file holds what a search in the table leaves', async () => {
  const context = await visitor(browser);
  const page = await context.newPage();
  await open(page, `${server.url}/tabel?zoek=ap&sort=-population`);
  const rows = await codesOfRows(page);
  expect(rows.length).toBeGreaterThan(3);
  expect(await codesOfFiles(page)).toEqual({ csv: rows, geojson: rows });
  await page.getByText(`Zoals op het scherm: ${String(rows.length)} gemeenten`).waitFor();
  await context.close();
});

describe('legend, table, files, region page and GraphQL give the same numbers', () => {
  test.each(cases)('in $set $code on $date with $classes', async ({ date, set, code, classes }) => {
    const region = { set, code };
    const asked = await coverage(date, { region, policyClass: [...classes] });
    const whole = await coverage(date, { region });
    const expected = Object.fromEntries(asked.byClass.map(({ class: id, count }) => [id, count]));
    const query = `date=${date}&class=${classes.join(',')}`;
    const context = await visitor(browser);
    const page = await context.newPage();

    await openMap(page, `${server.url}/?${query}&region=${set}/${code}`);
    expect(await legend(page)).toEqual(expected);
    expect(toNumber(await page.getByTestId('legend-sum').textContent())).toBe(asked.municipalityCount);

    await open(page, `${server.url}/tabel?${query}&region=${set}/${code}`);
    await page.locator('table').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(asked.municipalityCount);
    const rows = await codesOfRows(page);
    expect(await codesOfFiles(page)).toEqual({ csv: rows, geojson: rows });

    await open(page, `${server.url}/regio/${set}/${code}?${query}`);
    await page.getByTestId('covered').waitFor();
    expect(await legend(page)).toEqual(expected);
    const told = await page
      .locator('[data-count]')
      .evaluateAll((cells) =>
        cells.map((cell): [string, string] => [
          (cell as HTMLElement).dataset['count'] ?? '',
          cell.textContent ?? '',
        ]),
      );
    // The totals are of the whole region, whatever classes its map lets through. NONE is a status and a class.
    const totals = [
      ...whole.byStatus.map(({ status, count }): [string, number] => [status, count]),
      ...whole.byClass.map(({ class: id, count }): [string, number] => [id, count]),
    ];
    const sorted = (all: [string, number][]): string[] => all.map((each) => each.join(' ')).toSorted();
    expect(sorted(told.map(([id, text]) => [id, toNumber(text)]))).toEqual(sorted(totals));

    await page.getByRole('radio', { name: 'inwoners' }).check();
    await expect
      .poll(async () => {
        const texts = await page.locator('[data-count="STRUCTURAL"]').allTextContents();
        return texts.map(toNumber);
      })
      .toEqual([whole.byStatus.find(({ status }) => status === 'STRUCTURAL')?.population ?? 0]);
    await context.close();
  });
});
