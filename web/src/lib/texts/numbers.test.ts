import { expect, test } from 'vitest';

import { decimal } from './numbers';

const whole = [0, 1, 9, 10, 99, 100, 999, 1000, 1234, 999_999, 1_000_000, 17_811_291, 2 ** 52];
const fractions = [0.005, 0.045, 0.05, 0.1, 0.15, 0.25, 0.5, 0.994, 0.995, 0.996, 0.999, 1e-7, 1 / 3, 2 / 3];
const steps = Array.from({ length: 5000 }, (_, at) => (at * 7919) / 1000);

test.each([
  ['nl', 'nl-NL'],
  ['en', 'en-GB'],
] as const)('numbers in %s are those of the browser', (language, locale) => {
  const values = [...whole.flatMap((each) => [each, ...fractions.map((part) => each + part)]), ...steps];
  for (const [least, most] of [
    [0, 0],
    [0, 1],
    [0, 2],
    [2, 2],
  ] as const) {
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    for (const value of values) {
      expect(decimal(value, language, least, most), `${value}`).toBe(format.format(value));
      if (value > 1) expect(decimal(-value, language, least, most)).toBe(format.format(-value));
    }
  }
});
