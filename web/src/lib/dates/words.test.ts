import { describe, expect, test } from 'vitest';

import { boundaryOn } from '../atlas/model';
import type { Atlas } from '../atlas/model';
import { atlas, boundaries } from '../testing/build';
import { writer } from '../texts/model';
import { nl } from '../texts/nl';
import { asOfText, boundaryText, shapeText } from './words';

const dutch = writer('nl', nl);
const on = (asOf: string): Atlas => ({
  ...atlas([], asOf),
  boundary: boundaryOn(boundaries, asOf) ?? atlas([]).boundary,
});

describe('the boundaries of a date', () => {
  test.each([
    ['2021-06-01', 'grenzen van 1 jan 2021'],
    ['2023-01-01', 'grenzen van 1 jan 2023'],
    ['2026-11-28', 'grenzen van 1 jan 2023, sindsdien niet gewijzigd'],
    ['2026-12-31', 'grenzen van 1 jan 2023, sindsdien niet gewijzigd'],
    ['2027-01-01', 'grenzen van 1 jan 2023; na 31 dec 2026 nog niet bekend'],
  ])('on %s are %s', (asOf, expected) => {
    expect(boundaryText(dutch, on(asOf))).toBe(expected);
  });
});

test('figures of a later day than today are what is expected', () => {
  expect(asOfText(dutch, '2026-11-28', '2026-11-28')).toBe('Peildatum 28 november 2026');
  expect(asOfText(dutch, '2026-11-29', '2026-11-28')).toBe(
    'Verwacht op 29 november 2026, naar wat nu bekend is',
  );
});

describe('the shape of a municipality', () => {
  test.each([
    ['2020-01-01', null, 'In deze vorm sinds vóór 2020'],
    ['2020-01-01', '2022-01-01', 'In deze vorm van vóór 2020 tot 1 jan 2022'],
    ['2022-03-24', null, 'In deze vorm sinds 24 mrt 2022'],
    ['2021-01-01', '2022-01-01', 'In deze vorm van 1 jan 2021 tot 1 jan 2022'],
  ])('from %s to %s is told as %s', (validFrom, validTo, expected) => {
    expect(shapeText(dutch, { validFrom, validTo })).toBe(expected);
  });
});
