import { expect, test } from 'vitest';

import { boundaryOn } from '../atlas/model';
import { boundaries } from '../testing/build';
import { fromDay, shareOf, spanOf, spread, stepBoundary, stepMonth, toDay, within } from './timeline';

const span = { first: '2020-01-01', last: '2026-11-24' };

test('a date becomes a day number and back', () => {
  expect(toDay('1970-01-02')).toBe(1);
  expect(fromDay(toDay('2024-02-29'))).toBe('2024-02-29');
});

test('the ends of the span are the ends of the slider', () => {
  expect(shareOf('2020-01-01', span)).toBe(0);
  expect(shareOf('2026-11-24', span)).toBe(1);
  expect(shareOf('2090-01-01', span)).toBe(1);
});

test('the slider ends today, or at boundaries that are yet to hold', () => {
  expect(spanOf(boundaries, '2026-11-24')).toEqual(span);
  const ahead = { date: '2027-01-01', count: 341, topologyUrl: '', regionalUrl: '' };
  expect(spanOf([...boundaries, ahead], '2026-11-24')).toEqual({ first: '2020-01-01', last: '2027-01-01' });
  expect(spanOf([...boundaries, ahead], '2027-03-01').last).toBe('2027-03-01');
});

test('an arrow steps to the first of a month', () => {
  expect(stepMonth('2021-12-31', 1)).toBe('2022-01-01');
  expect(stepMonth('2022-01-15', -1)).toBe('2022-01-01');
  expect(stepMonth('2022-01-01', -1)).toBe('2021-12-01');
});

test('a page step goes to the next change of borders, and to the ends', () => {
  expect(stepBoundary('2022-01-01', 1, boundaries, span)).toBe('2022-03-24');
  expect(stepBoundary('2022-01-01', -1, boundaries, span)).toBe('2021-01-01');
  expect(stepBoundary('2024-01-01', 1, boundaries, span)).toBe('2026-11-24');
  expect(stepBoundary('2020-01-01', -1, boundaries, span)).toBe('2020-01-01');
});

test('a date is brought within the span', () => {
  expect(within('2019-01-01', span)).toBe('2020-01-01');
  expect(within('2090-01-01', span)).toBe('2026-11-24');
});

test.each([
  ['2020-06-01', 355],
  ['2021-12-31', 352],
  ['2022-01-01', 345],
  ['2022-03-24', 344],
  ['2026-11-24', 342],
])('on %s there are %i municipalities', (date, count) => {
  expect(boundaryOn(boundaries, date)?.count).toBe(count);
});

test('labels keep their distance and their order, within the slider', () => {
  const places = spread([10, 100, 150, 160, 200, 500], 60, 480);
  expect(places).toEqual([10, 100, 160, 220, 280, 480]);
  expect(spread([90, 95, 100], 30, 100)).toEqual([40, 70, 100]);
});
