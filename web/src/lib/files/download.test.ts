import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { columnIds } from '../route/columns';
import { shadeIds } from '../shade/model';
import { allColumns, sizeOf } from './size';
import {
  among,
  blockLayout,
  columnsOf,
  fileAddress,
  listLayout,
  pictureAddress,
  tableLayout,
} from './download';

const shown = { asOf: '2024-06-01', where: { policyClass: ['NONE' as const] }, language: 'nl' as const };
const given = (path: string | undefined): URLSearchParams => new URL(path ?? '', 'http://x').searchParams;

test('a file holds what the table shows, in its order', () => {
  const layout = tableLayout(['name', 'completeness'], { column: 'population', descending: true });
  const path = fileAddress('csv', shown, layout);
  expect(path.startsWith('/export/municipalities.csv?')).toBe(true);
  expect(Object.fromEntries(given(path))).toEqual({
    asOf: '2024-06-01',
    where: '{"policyClass":["NONE"]}',
    orderBy: '[{"by":"POPULATION","direction":"DESC"}]',
    columns: 'code,name,completenessLow,completenessHigh',
  });
});

test('a file holds no more than a search in the table leaves', () => {
  const { where } = shown;
  expect(among(where, ['GM0344', 'GM0363'], 2)).toEqual(where);
  expect(among(undefined, ['GM0344'], 342)).toEqual({ code: ['GM0344'] });
  expect(among(where, ['GM0344'], 342)).toEqual({ and: [where, { code: ['GM0344'] }] });
  expect(among(where, [], 342)).toEqual({ and: [where, { code: [] }] });
});

test.each([
  ['BRIEF', 'rankToBrief', 'PRIORITY'],
  ['ASK', 'rankToAsk', 'PRIORITY_ASK'],
] as const)('a file of the list %s begins with its rank', (purpose, column, by) => {
  const list = given(fileAddress('xlsx', shown, listLayout(purpose)));
  expect(list.get('columns')).toMatch(new RegExp(`^${column},code,name,`));
  expect(JSON.parse(list.get('orderBy') ?? '')).toEqual([{ by, direction: 'ASC' }]);
});

test('a file about a building block holds the verdict on it', () => {
  expect(given(fileAddress('csv', shown, blockLayout('focal-point'))).get('columns')).toBe(
    'code,name,block_focal_point,class,region_provincie',
  );
});

test('a picture of a region is of that region alone', () => {
  const region = { set: 'provincie', code: 'PV26' };
  expect(given(pictureAddress('png', shown, 'class', region)).get('region')).toBe('provincie/PV26');
  expect(given(pictureAddress('png', shown, 'class')).has('region')).toBe(false);
});

test('a file with everything names no columns', () => {
  const path = fileAddress('gpkg', { ...shown, where: undefined, language: 'en' });
  expect(Object.fromEntries(given(path))).toEqual({ asOf: '2024-06-01', lang: 'en' });
});

test('every column of the table stands in a file, the code once', () => {
  const columns = [...columnsOf(columnIds), 'rankToBrief', 'rankToAsk'];
  expect(new Set(columns).size).toBe(columns.length);
  const server = readFileSync('../server/export/src/municipalities/columns.rs', 'utf8');
  for (const column of columns) if (!column.startsWith('region_')) expect(server).toContain(`"${column}"`);
});

test('a picture is of what colours the map, where the server draws it', () => {
  const server = readFileSync('../server/rendering/src/picture/shade.rs', 'utf8');
  for (const shade of shadeIds) {
    const path = pictureAddress('png', shown, shade);
    if (path === undefined) expect(shade).toBe('stage');
    else expect(server).toContain(`=> "${given(path).get('shade') ?? ''}"`);
  }
});

test('a file is told to be about as large as it is', () => {
  // Those of 342 municipalities on the public data, by the program.
  for (const [kind, columns, bytes] of [
    ['csv', 54, 186_363],
    ['csv', 9, 42_183],
    ['xlsx', 54, 87_997],
    ['xlsx', 9, 25_626],
    ['geojson', 54, 853_896],
    ['geojson', 3, 309_467],
    ['gpkg', 54, 532_480],
    ['gpkg', 3, 344_064],
  ] as const)
    expect(Math.abs(sizeOf(kind, 342, columns) / bytes - 1), `${kind} ${columns}`).toBeLessThan(0.25);
  expect(allColumns(4, 24)).toBe(54);
});
