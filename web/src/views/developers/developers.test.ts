import { type OperationDefinitionNode, buildSchema, getVariableValues, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { toWhere } from '../../lib/filter/where';
import { classIds, shadeIds } from '../../lib/shade/model';
import { examples } from './examples';
import { runAddress, viewQuery, viewVariables } from './model';
import { curl, gisAddresses, python, r } from './snippets';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));

describe('queries to copy', () => {
  test.each(examples)('$title is valid', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test('that of a view is valid', () => {
    expect(validate(schema, parse(viewQuery))).toEqual([]);
  });

  test.each(shadeIds)('a view filtered by any class of %s has variables that fit', (shade) => {
    for (const id of classIds(shade)) {
      const where = toWhere(
        {
          classes: { [shade]: [id] },
          region: { set: 'provincie', code: 'PV20' },
          block: { block: 'focal-point', verdicts: ['ABSENT'] },
        },
        '2024-06-01',
      );
      const given = JSON.parse(viewVariables('2024-06-01', where)) as Record<string, unknown>;
      const [query] = parse(viewQuery).definitions;
      const { variableDefinitions = [] } = query as OperationDefinitionNode;
      expect(getVariableValues(schema, variableDefinitions, given).errors, id).toBeUndefined();
    }
  });

  test('a view without a filter asks for all', () => {
    expect(JSON.parse(viewVariables('2024-06-01', undefined))).toEqual({ asOf: '2024-06-01' });
  });

  test('the address carries the query', () => {
    expect(new URL(runAddress('{ a }'), 'http://x').searchParams.get('query')).toBe('{ a }');
    const { searchParams } = new URL(runAddress('{ a }', '{"b":1}'), 'http://x');
    expect(searchParams.get('variables')).toBe('{"b":1}');
  });
});

describe('a view for other programs', () => {
  const where = { policyClass: ['NONE' as const] };
  const view = { asOf: '2024-06-01', where, language: 'nl' as const, origin: 'https://x.nl' };
  const given = '{"policyClass":["NONE"]}';

  test('is one command of a shell, whatever stands in the filter', () => {
    expect(curl(view)).toBe(`curl -sG 'https://x.nl/export/municipalities.csv' \\
  --data-urlencode 'asOf=2024-06-01' \\
  --data-urlencode 'where=${given}' \\
  -o municipalities.csv`);
    const quoted = curl({ ...view, where: { name: "'s-Gravenhage" } as never });
    expect(quoted).toContain(String.raw`'where={"name":"'\''s-Gravenhage"}'`);
  });

  test.each([
    ['Python', python],
    ['R', r],
  ])('is a script in %s with the same date and selection, and a CSV that it reads', (_, write) => {
    const script = write(view);
    expect(script).toContain(JSON.stringify(given));
    for (const value of ['2024-06-01', 'comma', 'point', 'codes']) expect(script).toContain(`"${value}"`);
    expect(write({ ...view, where: undefined })).not.toContain('where');
  });

  test('is what QGIS takes: features, tiles and a file of this view, and a connection', () => {
    const addresses = gisAddresses(view, ['GM0344', 'GM0363']).map(({ address }) => new URL(address));
    expect(addresses.map(({ pathname }) => decodeURIComponent(pathname))).toEqual([
      '/ogc/collections/municipalities/items',
      '/tiles/{z}/{x}/{y}.mvt',
      '/export/municipalities.gpkg',
      '/ogc',
    ]);
    const [items, tiles] = addresses.map(({ searchParams }) => Object.fromEntries(searchParams));
    expect(items).toEqual({ datetime: '2024-06-01', limit: '1000', code: 'GM0344,GM0363' });
    expect(tiles).toEqual({ asOf: '2024-06-01', where: given });
    expect(gisAddresses(view, undefined)[0]?.address).not.toContain('code=');
  });
});
