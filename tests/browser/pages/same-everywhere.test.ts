import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { open, openMap } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach();

const classes = ['NOT_ASSESSED', 'UNCERTAIN', 'NONE', 'PARTIAL', 'COMPLETE', 'ADVANCED'];
const statuses = ['STRUCTURAL', 'TEMPORARY', 'IN_PREPARATION', 'REMOTE', 'NONE', 'UNKNOWN'];
const dates = ['2020-06-01', '2021-12-31', '2022-06-30', '2023-06-30', '2024-06-01', '2026-06-01'];
const regions = [
  'provincie/PV26',
  'provincie/PV28',
  'provincie/PV30',
  'vng-platform/RP02',
  'vng-platform/RP03',
];

interface View {
  readonly date: string;
  readonly policyClass: readonly string[];
  readonly coordinationStatus: readonly string[];
  readonly region: string | undefined;
}

/** Views by chance, the same ones each time (a linear congruential generator). */
function viewsByChance(count: number): View[] {
  let state = 2026;
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const some = (words: readonly string[]): string[] => words.filter(() => below(2) === 0);
  return Array.from({ length: count }, () => ({
    date: dates[below(dates.length)] ?? '',
    policyClass: some(classes),
    coordinationStatus: below(2) === 0 ? some(statuses) : [],
    region: below(3) === 0 ? undefined : regions[below(regions.length)],
  }));
}

const textOf = async (path: string): Promise<string> => {
  const answer = await fetch(new URL(path, server.url));
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const codesIn = (text: string): string[] => [...new Set(text.match(/\bGM\d{4}\b/g))].toSorted();

/** What GraphQL has: the codes, and the number of each class. */
async function ofGraphql({ date, policyClass, coordinationStatus, region }: View) {
  const [set, code] = region?.split('/') ?? [];
  const where = {
    ...(policyClass.length > 0 ? { policyClass } : {}),
    ...(coordinationStatus.length > 0 ? { coordinationStatus } : {}),
    ...(region ? { region: { set, code } } : {}),
  };
  const query = `query ($asOf: Date, $where: MunicipalityFilter) {
    municipalities(asOf: $asOf, where: $where) { totalCount nodes { code policy { class } } } }`;
  const asked = new URLSearchParams({ query, variables: JSON.stringify({ asOf: date, where }) });
  const answer = JSON.parse(await textOf(`/graphql?${asked}`)) as {
    data: { municipalities: { totalCount: number; nodes: { code: string; policy: { class: string } }[] } };
  };
  const { totalCount, nodes } = answer.data.municipalities;
  const counts = classes.map((id) => nodes.filter(({ policy }) => policy.class === id).length);
  return { where, total: totalCount, codes: nodes.map(({ code: each }) => each).toSorted(), counts };
}

/** What OGC API - Features has, by a filter in CQL2. */
async function ofFeatures({ date, policyClass, coordinationStatus, region }: View): Promise<string[]> {
  const among = (name: string, words: readonly string[]): string[] =>
    words.length > 0 ? [`${name} IN (${words.map((word) => `'${word}'`).join(', ')})`] : [];
  const [set = '', code] = region?.split('/') ?? [];
  const filter = [
    ...among('class', policyClass),
    ...among('status', coordinationStatus),
    ...(code ? [`regionCode_${set.replaceAll('-', '_')} = '${code}'`] : []),
  ].join(' AND ');
  const asked = new URLSearchParams({
    datetime: date,
    limit: '1000',
    detail: 'national',
    ...(filter && { filter }),
  });
  const { features } = JSON.parse(await textOf(`/ogc/collections/municipalities/items?${asked}`)) as {
    features: { id: string }[];
  };
  return features.map(({ id }) => id).toSorted();
}

/** What the program of GIS desks finds in a file. */
function ofGdal(folder: string, name: string, bytes: Uint8Array, layer: string): string[] {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return codesIn(execFileSync('ogr2ogr', ['-f', 'CSV', '/vsistdout/', path, layer], { encoding: 'utf8' }));
}

test('twenty views have the same municipalities and numbers in every way out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'everywhere-'));
  const sizes = new Set<number>();
  try {
    for (const view of viewsByChance(20)) {
      const told = JSON.stringify(view);
      const { where, total, codes, counts } = await ofGraphql(view);
      expect(codes, told).toHaveLength(total);
      sizes.add(total);

      const query = new URLSearchParams({
        date: view.date,
        ...(view.policyClass.length > 0 && { class: view.policyClass.join(',') }),
        ...(view.coordinationStatus.length > 0 && { status: view.coordinationStatus.join(',') }),
        ...(view.region && { region: view.region }),
      });
      await open(page, `${server.url}/tabel?${query}`);
      const links = page.locator('tbody tr th a');
      await expect.poll(() => links.count(), { message: told }).toBe(total);
      const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(codesIn(shown.map((path) => path.split('?')[0]).join(' ')), told).toEqual(codes);

      await page.getByRole('button', { name: /^Downloaden/ }).click();
      const address = async (name: string): Promise<string> =>
        (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
      const bytes = async (name: string): Promise<Uint8Array> =>
        new Uint8Array(await (await fetch(new URL(await address(name), server.url))).arrayBuffer());
      expect(codesIn(await textOf(await address('CSV, ook voor Excel'))), told).toEqual(codes);
      const geojson = JSON.parse(await textOf(await address('GeoJSON, met grenzen'))) as {
        features: { id: string }[];
      };
      expect(geojson.features.map(({ id }) => id).toSorted(), told).toEqual(codes);
      expect(ofGdal(folder, 'list.xlsx', await bytes('Excel (XLSX)'), 'Gemeenten'), told).toEqual(codes);
      expect(
        ofGdal(folder, 'list.gpkg', await bytes('GeoPackage, voor GIS'), 'municipalities'),
        told,
      ).toEqual(codes);
      expect(await ofFeatures(view), told).toEqual(codes);

      const asked = new URLSearchParams({ asOf: view.date, where: JSON.stringify(where), shade: 'class' });
      const svg = await textOf(`/picture/map.svg?${asked}`);
      const drawn = [...svg.matchAll(/text-anchor="end"[^>]*>([\d.]+)</g)].map(([, text]) => Number(text));
      expect(drawn.toSorted(), told).toEqual(
        counts.filter((count) => count > 0 || drawn.includes(0)).toSorted(),
      );

      await openMap(page, `${server.url}/?${query}`);
      const legend = page.locator('button[data-class]');
      const mapped = await legend.evaluateAll((all) =>
        all.map((each) => [each.dataset['class'], each.querySelector('.count b')?.textContent ?? '']),
      );
      for (const [id = '', count] of mapped)
        if (view.policyClass.length === 0 || view.policyClass.includes(id))
          expect(Number(count), `${id} ${told}`).toBe(counts[classes.indexOf(id)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(sizes.size).toBeGreaterThan(8);
}, 300_000);
