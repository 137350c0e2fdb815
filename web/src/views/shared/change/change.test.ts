import { describe, expect, test } from 'vitest';

import { changeKinds } from '../../../lib/route/changes';
import { type Report, changeClasses, countsOf, grouped, ofKinds, sinceOf, toggleKind } from './model';

const change = (code: string, kind: (typeof changeKinds)[number]): Report['municipalities'][number] => ({
  kind,
  reason: '',
  before: [],
  municipality: { code, name: code },
});
const report: Report = {
  counts: changeKinds.map((kind) => ({ kind, count: kind === 'SAME' ? 2 : 0 })),
  municipalities: [change('GM0001', 'SAME'), change('GM0002', 'WORSE'), change('GM0003', 'SAME')],
};

test('every kind of change has a class', () => {
  expect(changeClasses.map(({ id }) => id).toSorted()).toEqual(changeKinds.toSorted());
  expect(countsOf(report).get('SAME')).toBe(2);
});

describe('the kinds of change filter', () => {
  test('and none chosen means all', () => {
    expect(ofKinds(report, [])).toHaveLength(3);
    expect(ofKinds(report, ['WORSE']).map(({ municipality }) => municipality.code)).toEqual(['GM0002']);
  });

  test('by a click that adds or takes away; all of them is no choice', () => {
    expect(toggleKind([], 'WORSE')).toEqual(['WORSE']);
    expect(toggleKind(['WORSE'], 'WORSE')).toEqual([]);
    expect(toggleKind(['WORSE', 'SAME', 'IMPROVED', 'NOT_COMPARABLE'], 'NOT_REASSESSED')).toEqual([]);
  });
});

test('the list tells the news first and leaves empty kinds out', () => {
  expect(grouped(report.municipalities).map(({ kind, changes }) => [kind, changes.length])).toEqual([
    ['WORSE', 1],
    ['SAME', 2],
  ]);
});

test('the earlier date is the chosen one, or one that is earlier than the later date', () => {
  expect(sinceOf('2022-05-01', '2024-01-01')).toBe('2022-05-01');
  expect(sinceOf(undefined, '2024-01-01')).toBe('2021-01-01');
  expect(sinceOf(undefined, '2020-06-01')).toBe('2020-01-01');
});
