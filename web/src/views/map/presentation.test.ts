import { expect, test } from 'vitest';

import { boundaries } from '../../lib/testing/build';
import { presentedDates, stepOf } from './presentation';

const dates = presentedDates(boundaries, '2023-06-01');

test('a presentation goes through new years and changes of boundaries, up to today', () => {
  expect(dates).toEqual(['2020-01-01', '2021-01-01', '2022-01-01', '2022-03-24', '2023-01-01', '2023-06-01']);
});

test('it steps from any date to the next of them, and ends at either end', () => {
  expect(stepOf(dates, '2021-05-05', 1)).toBe('2022-01-01');
  expect(stepOf(dates, '2021-05-05', -1)).toBe('2021-01-01');
  expect(stepOf(dates, '2023-06-01', 1)).toBeUndefined();
  expect(stepOf(dates, '2020-01-01', -1)).toBeUndefined();
});
