import { firstRecordDate, isDate } from '../route/values';
import type { Language } from '../texts/language';
import { locales } from '../texts/model';

/** The names of the months in a language, in full and in short, without a full stop. */
function monthNames(language: Language): readonly (readonly string[])[] {
  const written = (month: 'long' | 'short') =>
    new Intl.DateTimeFormat(locales[language], { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) =>
    (['long', 'short'] as const).map((form) =>
      written(form)
        .format(new Date(Date.UTC(2021, at, 1)))
        .replace('.', '')
        .toLowerCase(),
    ),
  );
}

const iso = (year: string, month: number, day: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * The date that somebody wrote, ISO 8601: `28 november 2026`, `28 nov 2026`, `28-11-2026`,
 * `28/11/2026` or `2026-11-28`, in the words of either language. Undefined when it is none, or
 * before the first that can be meant.
 */
export function parseTyped(text: string, earliest?: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(',', ' ')
    .split(/[\s.\-/]+/)
    .filter(Boolean);
  if (words.length !== 3) return undefined;
  const [first = '', second = '', third = ''] = words;
  const found = /^\d{4}$/.test(first)
    ? iso(first, Number(second), third)
    : /^\d{1,2}$/.test(second) && /^[a-z]+$/.test(first)
      ? iso(third, monthOf(first), second)
      : iso(third, /^\d+$/.test(second) ? Number(second) : monthOf(second), first);
  return isDate(found, earliest) ? found : undefined;
}

/** The date of a record that somebody wrote, which may be older than any map. */
export const parseRecordDate = (text: string): string | undefined => parseTyped(text, firstRecordDate);

/** 1 to 12; 0 when no month is called so. At least three letters of its name. */
function monthOf(word: string): number {
  if (word.length < 3) return 0;
  for (const language of ['nl', 'en'] as const) {
    const at = monthNames(language).findIndex((names) =>
      names.some((name) => name === word || name.startsWith(word)),
    );
    if (at >= 0) return at + 1;
  }
  return 0;
}
