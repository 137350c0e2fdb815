import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { toWhere } from '../../lib/filter/where';
import { classIds, shadeIds } from '../../lib/shade/model';
import { examples } from './examples';
import { runAddress, viewQuery } from './model';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));

describe('queries to copy', () => {
  test.each(examples)('$title is valid', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test.each(shadeIds)('a view filtered by any class of %s is valid', (shade) => {
    for (const id of classIds(shade)) {
      const where = toWhere(
        {
          classes: { [shade]: [id] },
          region: { set: 'provincie', code: 'PV20' },
          block: { block: 'focal-point', verdicts: ['ABSENT'] },
        },
        '2024-06-01',
      );
      expect(validate(schema, parse(viewQuery('2024-06-01', where))), id).toEqual([]);
    }
  });

  test('a view without a filter asks for all', () => {
    expect(viewQuery('2024-06-01', undefined)).toContain('municipalities(asOf: "2024-06-01") {');
  });

  test('the address carries the query', () => {
    expect(new URL(runAddress('{ a }'), 'http://x').searchParams.get('query')).toBe('{ a }');
  });
});
