import { expect, test } from 'vitest';

import { parseRecordDate, parseTyped } from './typed';

test.each([
  '28 november 2026',
  '28 nov 2026',
  '28 nov. 2026',
  '28-11-2026',
  '28/11/2026',
  '28.11.2026',
  '2026-11-28',
  '  28  November 2026 ',
  'November 28, 2026',
])('%s is read as a date', (text) => {
  expect(parseTyped(text)).toBe('2026-11-28');
});

test('a month is known by its name in either language', () => {
  expect(parseTyped('1 maart 2022')).toBe('2022-03-01');
  expect(parseTyped('1 mrt 2022')).toBe('2022-03-01');
  expect(parseTyped('1 march 2022')).toBe('2022-03-01');
  expect(parseTyped('5 mei 2022')).toBe('2022-05-05');
});

test.each(['', 'morgen', '31-2-2022', '28-13-2026', '1 ma 2022', '1 januari', '1-1-1999', '28-11-26'])(
  '%s is no date',
  (text) => {
    expect(parseTyped(text)).toBeUndefined();
  },
);

test('a record may be older than any map', () => {
  expect(parseTyped('1 juli 2013')).toBeUndefined();
  expect(parseRecordDate('1 juli 2013')).toBe('2013-07-01');
  expect(parseRecordDate('31 december 1999')).toBeUndefined();
});
