import { expect, test } from 'vitest';

import { municipality, filtered } from '../../../lib/testing/build';
import { toLegend } from './model';

const all = [
  municipality('GM0001', { policyClass: 'NONE' }),
  municipality('GM0002', { policyClass: 'PARTIAL' }),
  municipality('GM0003', { policyClass: 'PARTIAL', status: 'REMOTE' }),
];

test('counts add up to what is shown, totals to all', () => {
  const rows = toLegend(filtered(all, 'class', { classes: { status: ['REMOTE'] } }));
  const sum = (of: 'count' | 'total'): number => rows.reduce((total, row) => total + row[of], 0);
  expect(sum('count')).toBe(1);
  expect(sum('total')).toBe(3);
});

test('a bar is as long as the share of its class in the whole', () => {
  const rows = toLegend(filtered(all));
  expect(rows.map(({ of, totalShare }) => [of.id, totalShare])).toEqual([
    ['NONE', 1 / 3],
    ['PARTIAL', 2 / 3],
    ['COMPLETE', 0],
    ['ADVANCED', 0],
    ['UNCERTAIN', 0],
    ['NOT_ASSESSED', 0],
  ]);
});

test('a class that the filter names is marked as chosen', () => {
  const rows = toLegend(filtered(all, 'class', { classes: { class: ['NONE'] } }));
  expect(rows.filter(({ chosen }) => chosen).map(({ of }) => of.id)).toEqual(['NONE']);
});
