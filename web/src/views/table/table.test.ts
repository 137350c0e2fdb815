import { expect, test } from 'vitest';

import { municipality } from '../../lib/testing/build';
import type { ColumnId } from '../../lib/route/columns';
import { findIn } from '../shared/search/rows';
import { sortBy } from './model';

const regionName = (_: string, code: string | undefined): string => code ?? '';
const all = [
  municipality('GM0001', { name: "'s-Gravenhage", inhabitants: 500_000, policyClass: 'PARTIAL' }),
  municipality('GM0002', { name: 'Ede', inhabitants: null, policyClass: 'NOT_ASSESSED' }),
  municipality('GM0003', {
    name: 'Aalten',
    inhabitants: 27_000,
    policyClass: 'NONE',
    regions: new Map([['provincie', 'B']]),
  }),
];
const order = (column: ColumnId, descending = false): string[] =>
  sortBy(all, { column, descending }, regionName).map(({ name }) => name);

test('names sort as a Dutch reader expects, apostrophes aside', () => {
  expect(order('name')).toEqual(['Aalten', 'Ede', "'s-Gravenhage"]);
  expect(order('name', true)).toEqual(["'s-Gravenhage", 'Ede', 'Aalten']);
});

test('what is unknown comes last in either direction', () => {
  expect(order('population')).toEqual(['Aalten', "'s-Gravenhage", 'Ede']);
  expect(order('population', true)).toEqual(["'s-Gravenhage", 'Aalten', 'Ede']);
  expect(order('class')).toEqual(['Aalten', "'s-Gravenhage", 'Ede']);
});

test('a region sorts by its name, ties by the name of the municipality', () => {
  expect(order('province')).toEqual(['Aalten', 'Ede', "'s-Gravenhage"]);
});

test('the table is searched by words in a name, a code or a region, accents or none', () => {
  const named = [
    municipality('GM0093', { name: 'Súdwest-Fryslân', regions: new Map([['provincie', 'Fryslân']]) }),
    municipality('GM0200', { name: 'Apeldoorn', regions: new Map([['provincie', 'Gelderland']]) }),
  ];
  const found = (words: string | undefined) => findIn(named, words, regionName).map(({ code }) => code);
  expect(found('sudwest')).toEqual(['GM0093']);
  expect(found('gelder apel')).toEqual(['GM0200']);
  expect(found('GM0093')).toEqual(['GM0093']);
  expect(found('xyz')).toEqual([]);
  expect(found(undefined)).toHaveLength(2);
});
