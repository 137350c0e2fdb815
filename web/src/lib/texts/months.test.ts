import { expect, test } from 'vitest';

import { dayInWords, monthOf } from './months';

const days = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}-03`);

test.each([
  ['nl', 'nl-NL'],
  ['en', 'en-GB'],
] as const)('dates in %s are those of the browser', (language, locale) => {
  const written = (options: Intl.DateTimeFormatOptions, iso: string): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(iso));
  for (const iso of days) {
    expect(dayInWords(iso, language, 'long')).toBe(written({ dateStyle: 'long' }, iso));
    const short = written({ day: 'numeric', month: 'short', year: 'numeric' }, iso);
    expect(dayInWords(iso, language, 'short')).toBe(short);
    expect(`${monthOf(iso, language, 'short')} 22`).toBe(written({ month: 'short', year: '2-digit' }, iso));
  }
});
