import { expect, test } from 'vitest';

import { verdictClasses } from '../shade/verdicts';
import { partsOf, stretches } from './model';

test('a bar is cut into stretches that fill it, nothing left out of the order', () => {
  const parts = partsOf(
    verdictClasses,
    new Map([
      ['PRESENT', 3],
      ['ABSENT', 1],
    ]),
  );
  expect(parts.map(({ count }) => count)).toEqual([1, 0, 3, 0]);
  expect(stretches(parts).map(({ of, from, share }) => [of.id, from, share])).toEqual([
    ['ABSENT', 0, 0.25],
    ['PRESENT', 0.25, 0.75],
  ]);
});

test('a bar of nothing has no stretches', () => {
  expect(stretches(partsOf(verdictClasses, new Map()))).toEqual([]);
});
