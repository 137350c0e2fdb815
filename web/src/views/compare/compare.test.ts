import { describe, expect, test } from 'vitest';

import { withSubject } from '../shared/compare/model';
import { openingOf } from './opening';
import { type Cell, differences, differsMuch, marksOf, row, text } from './table';

test('what is compared is added once, and another kind starts anew', () => {
  expect(withSubject(['GM0344'], 'GM0200')).toEqual(['GM0344', 'GM0200']);
  expect(withSubject(['GM0344'], 'GM0344')).toEqual(['GM0344']);
  expect(withSubject(['GM0344'], 'provincie/PV23')).toEqual(['provincie/PV23']);
  expect(withSubject(['provincie/PV23'], 'vng-platform/RP01')).toEqual([
    'provincie/PV23',
    'vng-platform/RP01',
  ]);
});

test('the highest and the lowest are marked when they differ, ties together, the unknown never', () => {
  expect(marksOf([1, 3, 2])).toEqual(['lowest', 'highest', undefined]);
  expect(marksOf([3, 3, 1])).toEqual(['highest', 'highest', 'lowest']);
  expect(marksOf([2, 2])).toEqual([undefined, undefined]);
  expect(marksOf([undefined, 2])).toEqual([undefined, undefined]);
});

test('of what is not known for certain none is the highest or the lowest', () => {
  const nothing = { low: 0, high: 1 };
  expect(marksOf([nothing, { low: 0.5, high: 0.5 }])).toEqual([undefined, undefined]);
  expect(marksOf([nothing, nothing])).toEqual([undefined, undefined]);
  const [little, some, much] = [
    { low: 0.1, high: 0.4 },
    { low: 0.3, high: 0.5 },
    { low: 0.6, high: 0.8 },
  ];
  expect(marksOf([little, some, much])).toEqual([undefined, undefined, 'highest']);
  expect(marksOf([{ low: 0.1, high: 0.2 }, some, much])).toEqual(['lowest', undefined, 'highest']);
});

const share = (low: number, high = low): Cell => ({ kind: 'interval', interval: { low, high }, text: '' });
const verdict = (of: 'PRESENT' | 'ABSENT' | 'UNKNOWN'): Cell => ({ kind: 'verdict', verdict: of, text: of });

test('a row differs when shares lie far apart for certain, or what is known is not the same', () => {
  expect(differsMuch([share(0.2), share(0.5)])).toBe(true);
  expect(differsMuch([share(0.2), share(0.3)])).toBe(false);
  expect(differsMuch([share(0.2, 0.4), share(0.5, 0.9)])).toBe(false);
  expect(differsMuch([verdict('PRESENT'), verdict('ABSENT')])).toBe(true);
  expect(differsMuch([verdict('PRESENT'), verdict('UNKNOWN')])).toBe(false);
  expect(differsMuch([text('Utrecht'), text('Gelderland')])).toBe(false);
});

test('only rows that differ are left, and groups with any', () => {
  const alike = row('a', [share(0.2), share(0.2)]);
  const different = row('b', [share(0.2), share(0.8)], [0.2, 0.8], 0.5);
  expect(different).toMatchObject({ marks: ['lowest', 'highest'], reference: 0.5 });
  expect(
    differences([
      { title: 'one', rows: [alike, different] },
      { title: 'two', rows: [alike] },
    ]),
  ).toEqual([{ title: 'one', rows: [different] }]);
});

test('the country stands beside and is not compared with', () => {
  const beside = row('a', [share(0.2), share(0.25)], [0.2, 0.25], 0.9, share(0.9));
  expect(beside.cells).toHaveLength(3);
  expect(beside).toMatchObject({ differs: false, marks: ['lowest', 'highest'] });
});

describe('what a comparison opens with', () => {
  const platform = (code: string) => ({ set: 'vng-platform', code });
  const near = new Map([
    ['RP02', ['RP01', 'RP03']],
    ['RP01', ['RP02']],
  ]);
  const all = ['RP01', 'RP02', 'RP03', 'RP04'];

  test('is the own platform with its neighbours', () => {
    expect(openingOf([platform('RP02')], all, near)).toEqual([
      'vng-platform/RP02',
      'vng-platform/RP01',
      'vng-platform/RP03',
    ]);
  });

  test('is some platforms for who has none', () => {
    expect(openingOf([], all, near)).toEqual(['vng-platform/RP01', 'vng-platform/RP02', 'vng-platform/RP03']);
    expect(openingOf([{ set: 'provincie', code: 'PV23' }], all, near)).toHaveLength(3);
  });
});
