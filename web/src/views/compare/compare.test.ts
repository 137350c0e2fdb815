import { expect, test } from 'vitest';

import { withSubject } from '../shared/compare/model';
import { differences, marksOf, row, text } from './table';

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

test('a row differs when its cells do not all say the same', () => {
  const alike = row('a', [text('x'), text('x')]);
  const different = row('b', [text('x'), text('y')], [1, 2], 0.5);
  expect([alike.differs, different.differs]).toEqual([false, true]);
  expect(different).toMatchObject({ marks: ['lowest', 'highest'], reference: 0.5 });
  expect(
    differences([
      { title: 'one', rows: [alike, different] },
      { title: 'two', rows: [alike] },
    ]),
  ).toEqual([{ title: 'one', rows: [different] }]);
});
