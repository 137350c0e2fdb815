import { describe, expect, test } from 'vitest';

import type { Row } from '../model';
import { groupRows, isFarAhead, subjectOf } from './model';

const row = (line: number, more: Partial<Row> = {}): Row => ({
  line,
  outcome: 'NEW',
  municipality: `GM${String(line).padStart(4, '0')}`,
  leftOut: false,
  fields: [{ field: 'verdict', before: null, after: 'PRESENT' }],
  remarks: [],
  cells: [
    { field: 'block', value: 'focal-point' },
    { field: 'valid_from', value: '1-5-2026' },
  ],
  ...more,
});
const linesOf = (rows: readonly Row[]): number[][] =>
  groupRows(rows).map((group) => group.map((each) => each.line));

test('a row says which building block it is about, and from when', () => {
  expect(subjectOf(row(1))).toEqual({ block: 'focal-point', from: '2026-05-01' });
  expect(subjectOf({ cells: [{ field: 'valid_from', value: 'voorjaar' }] })).toEqual({
    block: undefined,
    from: undefined,
  });
});

test('a date more than a year ahead is one to look at', () => {
  expect(isFarAhead('2027-11-29', '2026-11-29')).toBe(false);
  expect(isFarAhead('2027-12-01', '2026-11-29')).toBe(true);
  expect(isFarAhead('2031-05-01', '2026-11-29')).toBe(true);
  expect(isFarAhead(undefined, '2026-11-29')).toBe(false);
});

describe('the rows of a page', () => {
  test('that would do the same are one, from four on', () => {
    const other = row(5, { fields: [{ field: 'verdict', before: null, after: 'ABSENT' }] });
    expect(linesOf([row(1), row(2), row(3), row(4), other])).toEqual([[1, 2, 3, 4], [5]]);
    expect(linesOf([row(1), row(2), row(3), other])).toEqual([[1], [2], [3], [5]]);
  });

  test('of which nothing is known but their cells stay apart', () => {
    const wrong = [1, 2, 3, 4].map((line) => row(line, { outcome: 'ERROR', fields: [] }));
    expect(linesOf(wrong)).toEqual([[1], [2], [3], [4]]);
  });

  test('that redraw the country come first', () => {
    const merged = row(9, { fields: [{ field: 'reorganisation', before: null, after: 'MERGER' }] });
    expect(linesOf([row(1), merged])).toEqual([[9], [1]]);
  });
});
