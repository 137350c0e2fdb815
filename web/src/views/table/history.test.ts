import { expect, test } from 'vitest';

import { writer } from '../../lib/texts/model';
import { nl } from '../../lib/texts/nl';
import { type Moment, historyDates, historyText } from './history';

const dutch = writer('nl', nl);
const moment = (date: string, classes: readonly (readonly [string, 'NONE' | 'PARTIAL'])[]): Moment => ({
  date,
  classes: new Map(classes),
});

test('the history begins in 2020 and ends on the date that is looked at, which counts once', () => {
  expect(historyDates('2022-03-24')).toEqual(['2020-01-01', '2021-01-01', '2022-01-01', '2022-03-24']);
  expect(historyDates('2021-01-01')).toEqual(['2020-01-01', '2021-01-01']);
});

test('the words name each class once, with the first date that had it', () => {
  const moments = [
    moment('2020-01-01', []),
    moment('2021-01-01', [['GM0001', 'NONE']]),
    moment('2022-01-01', [['GM0001', 'NONE']]),
    moment('2022-06-01', [['GM0001', 'PARTIAL']]),
  ];
  expect(historyText(dutch, moments, 'GM0001')).toBe(
    '1 jan 2020: bestond nog niet; 1 jan 2021: geen beleid; 1 jun 2022: onvolledig beleid',
  );
});
