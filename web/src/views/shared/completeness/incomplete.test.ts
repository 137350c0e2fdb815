import { describe, expect, test } from 'vitest';

import { stretches } from '../../../lib/chart/model';
import { countByClass } from '../../../lib/filter/model';
import { municipality } from '../../../lib/testing/build';
import { writer } from '../../../lib/texts/model';
import { en } from '../../../lib/texts/en';
import { nl } from '../../../lib/texts/nl';
import { incompleteOf, intervalParts, sharesOf } from './model';
import { incompleteText, incompleteWithin, widthText } from './words';

const counts = new Map([
  ['NONE', 5],
  ['PARTIAL', 80],
  ['UNCERTAIN', 193],
  ['NOT_ASSESSED', 60],
  ['COMPLETE', 3],
  ['ADVANCED', 1],
]);

describe('how many are without complete policy', () => {
  test('is at least what is certain, and at most all but what is complete', () => {
    expect(incompleteOf(counts)).toEqual({ low: 85, high: 338, total: 342 });
    expect(sharesOf({ low: 85, high: 340, total: 340 })).toEqual({ low: 0.25, high: 1 });
  });

  test('is anything where nothing is counted', () => {
    expect(sharesOf(incompleteOf(new Map()))).toEqual({ low: 0, high: 1 });
  });

  test('counts nobody of whom too little is known among what is certain', () => {
    for (const policyClass of ['UNCERTAIN', 'NOT_ASSESSED'] as const) {
      const one = countByClass([municipality('GM0001', { policyClass })], 'class', '2024-01-01');
      expect(incompleteOf(one)).toEqual({ low: 0, high: 1, total: 1 });
    }
  });

  test('is drawn as one stretch that is certain, one that is patterned, and the rest', () => {
    const drawn = stretches(intervalParts(counts));
    const patterned = drawn.filter(({ of }) => of.fill.pattern);
    const from = patterned[0]?.from ?? 0;
    const to = patterned.reduce((end, { share }) => end + share, from);
    expect(from).toBeCloseTo(85 / 342);
    expect(to).toBeCloseTo(338 / 342);
  });
});

describe('in words', () => {
  const [dutch, english] = [writer('nl', nl), writer('en', en)];

  test('it is an interval with what it is of, and one sentence on its width', () => {
    const interval = { low: 85, high: 342, total: 342 };
    expect(incompleteText(dutch, interval, 'MUNICIPALITIES')).toBe(
      'Ten minste 85, ten hoogste 342 van 342 gemeenten',
    );
    expect(incompleteWithin(english, interval, 'INHABITANTS')).toBe(
      'at least 85, at most 342 of 342 inhabitants',
    );
    expect(widthText(dutch, interval, 'MUNICIPALITIES')).toContain('van 257 gemeenten niet bekend is');
  });

  test('it is one number where it has no width', () => {
    const exact = { low: 3, high: 3, total: 9 };
    expect(incompleteText(dutch, exact, 'MUNICIPALITIES')).toBe('3 van 9 gemeenten');
    expect(widthText(dutch, exact, 'MUNICIPALITIES')).toBe('');
  });
});
