import { expect, test } from 'vitest';

import { exportAddress, toWhere, valuesOf } from './model';

test('only what is given narrows the trail, on the screen and in the file', () => {
  const trail = { actor: 'a & b', subject: undefined, from: '2026-01-01', to: undefined };
  expect(toWhere(trail)).toEqual({ actor: 'a & b', from: '2026-01-01' });
  expect(exportAddress(trail)).toBe('/export/audit.csv?actor=a+%26+b&from=2026-01-01');
  expect(exportAddress({})).toBe('/export/audit.csv');
});

test('a line tells the fields that changed', () => {
  const line = {
    before: '{"fte":1,"note":"x","mode":"GGD"}',
    after: '{"fte":2,"note":"x","forms":["LABOUR"]}',
  };
  expect(valuesOf(line)).toEqual([
    { field: 'fte', before: '1', after: '2' },
    { field: 'mode', before: 'GGD', after: undefined },
    { field: 'forms', before: undefined, after: '["LABOUR"]' },
  ]);
});

test('a line without values, or with one that is no object, is told as it is', () => {
  expect(valuesOf({ before: null, after: null })).toEqual([]);
  expect(valuesOf({ before: null, after: 'audit.csv' })).toEqual([
    { field: '', before: undefined, after: 'audit.csv' },
  ]);
});
