import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { examples } from './examples';
import { runAddress } from './model';
import { curl, gisAddresses, python, r } from './snippets';
import { municipalitiesFile } from './view/model';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));

describe('queries to copy', () => {
  test.each(examples)('$title is valid', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test('the address carries the query', () => {
    expect(new URL(runAddress('{ a }'), 'http://x').searchParams.get('query')).toBe('{ a }');
    const { searchParams } = new URL(runAddress('{ a }', '{"b":1}'), 'http://x');
    expect(searchParams.get('variables')).toBe('{"b":1}');
  });
});

describe('a view for other programs', () => {
  const where = { policyClass: ['NONE' as const] };
  const given = '{"policyClass":["NONE"]}';
  const of = (filter: typeof where | undefined) => ({
    query: '{ a }',
    variables: {},
    file: municipalitiesFile('2024-06-01', filter),
    municipalities: { where: filter, ...(filter ? { codes: ['GM0344', 'GM0363'] } : {}) },
    origin: 'https://x.nl',
  });
  const view = of(where);
  const dated = { asOf: '2024-06-01', language: 'nl' as const };

  test('is one command of a shell, whatever stands in the filter', () => {
    expect(curl(view)).toBe(`curl -sG 'https://x.nl/export/municipalities.csv' \\
  --data-urlencode 'asOf=2024-06-01' \\
  --data-urlencode 'where=${given}' \\
  -o municipalities.csv`);
    const quoted = curl(of({ name: "'s-Gravenhage" } as never));
    expect(quoted).toContain(String.raw`'where={"name":"'\''s-Gravenhage"}'`);
  });

  test.each([
    ['Python', python],
    ['R', r],
  ])('is a script in %s with the same date and selection, and a CSV that it reads', (_, write) => {
    const script = write(view);
    expect(script).toContain(JSON.stringify(given));
    for (const value of ['2024-06-01', 'comma', 'point', 'codes']) expect(script).toContain(`"${value}"`);
    expect(write(of(undefined))).not.toContain('where');
  });

  test('is what QGIS takes: features, tiles and a file of this view, and a connection', () => {
    const addresses = gisAddresses(view, dated).map(({ address }) => new URL(address));
    expect(addresses.map(({ pathname }) => decodeURIComponent(pathname))).toEqual([
      '/ogc/collections/municipalities/items',
      '/tiles/{z}/{x}/{y}.mvt',
      '/export/municipalities.gpkg',
      '/ogc',
    ]);
    const [items, tiles] = addresses.map(({ searchParams }) => Object.fromEntries(searchParams));
    expect(items).toEqual({ datetime: '2024-06-01', limit: '1000', code: 'GM0344,GM0363' });
    expect(tiles).toEqual({ asOf: '2024-06-01', where: given });
    expect(gisAddresses(of(undefined), dated)[0]?.address).not.toContain('code=');
  });
});
