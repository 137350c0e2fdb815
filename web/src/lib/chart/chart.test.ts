import { describe, expect, test } from 'vitest';

import { verdictClasses } from '../shade/verdicts';
import { dateScale, layers, years } from './area';
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

describe('an area chart', () => {
  const plot = { left: 10, top: 0, width: 100, height: 50 };
  const moment = (date: string, a: number, b: number) => ({
    date,
    values: new Map([
      ['a', a],
      ['b', b],
    ]),
  });

  test('lays the classes one on the other as shares of each date', () => {
    const [a, b] = layers([moment('2021-01-01', 1, 3), moment('2022-01-01', 2, 2)], ['a', 'b'], plot);
    expect(a?.path).toBe('M10,37.5L110,25L110,50L10,50Z');
    expect([a?.end, b?.end]).toEqual([37.5, 12.5]);
    expect(b?.path).toBe('M10,0L110,0L110,25L10,37.5Z');
  });

  test('leaves a date without values out, and draws nothing of nothing', () => {
    expect(layers([moment('2021-01-01', 0, 0)], ['a'], plot)).toEqual([
      { id: 'a', path: '', end: undefined },
    ]);
  });

  test('places dates by their days', () => {
    const x = dateScale([moment('2021-01-01', 1, 1), moment('2021-01-11', 1, 1)], plot);
    expect(x('2021-01-06')).toBe(60);
  });

  test('names the years that begin within it', () => {
    expect(years([moment('2021-06-01', 1, 1), moment('2023-01-01', 1, 1)])).toEqual([
      '2022-01-01',
      '2023-01-01',
    ]);
  });
});
