import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { address as clientAddress } from '../../../lib/api/client';
import { runAddress } from '../model';
import { inLanguage, languageIn, questionIn, reads } from './address';
import { demonstrationQuery } from './demonstration';
import { withoutStyles } from './inline';

const at = (address: string): URL => new URL(address, 'http://x');

describe('the address', () => {
  test('holds the query of a link on the developers’ page', () => {
    expect(questionIn(at(runAddress('{ a(b: "c&d") }')))).toEqual({ initialQuery: '{ a(b: "c&d") }' });
    expect(questionIn(at('/graphql'))).toEqual({});
    expect(questionIn(at('/graphql?query='))).toEqual({});
  });

  test('holds the variables of a query that the client asks', () => {
    const asked = clientAddress(demonstrationQuery, {});
    expect(questionIn(at(asked))).toEqual({
      initialQuery: demonstrationQuery.text,
      initialVariables: '{}',
    });
  });

  test('names the language', () => {
    expect(languageIn(at('/graphql?lang=en'))).toBe('en');
    expect(languageIn(at('/graphql?lang=fr'))).toBeUndefined();
  });

  test('keeps the query in another language', () => {
    const other = at(inLanguage(at(`${runAddress('{ a }')}&lang=nl`), 'en'));
    expect(questionIn(other)).toEqual({ initialQuery: '{ a }' });
    expect(languageIn(other)).toBe('en');
  });
});

describe('what a link may run', () => {
  test.each(['{ a }', 'query A { a }', 'query A { ...B } fragment B on Query { a }'])('%s', (query) => {
    expect(reads(query)).toBe(true);
  });

  test.each(['mutation { a }', 'query A { a } mutation B { b }', 'subscription { a }', '{ a', ''])(
    'never %s',
    (query) => {
      expect(reads(query)).toBe(false);
    },
  );
});

test('the question about invented verdicts is valid', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../schema.graphql'), 'utf8'));
  expect(validate(schema, parse(demonstrationQuery.text))).toEqual([]);
});

test('only the style attributes of tags are renamed, not what is typed', () => {
  expect(withoutStyles('<div class="line" style="top:0">a style="b" &lt;p style="c"></div>')).toBe(
    '<div class="line" data-inline-style="top:0">a style="b" &lt;p style="c"></div>',
  );
});
