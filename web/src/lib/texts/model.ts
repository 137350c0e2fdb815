import type { Language } from './language';
import { type Message, type MessageTexts, messageWriter } from './messages/model';
import type { accountabilityNl } from './accountability/nl';
import type { checkNl } from './check/nl';
import type { manageNl } from './manage/nl';
import type { nl } from './nl';

/** A text by its key; `{name}` is a gap and `{name|one|many}` a word that depends on a number. */
export type TextKey =
  keyof typeof nl | keyof typeof manageNl | keyof typeof checkNl | keyof typeof accountabilityNl;
/** What everybody may read. */
export type Texts = Readonly<Record<keyof typeof nl, string>>;
/** What only those who edit read. */
export type ManageTexts = Readonly<Record<keyof typeof manageNl, string>>;
/** What only those who say what is not right about a municipality, or have it checked, read. */
export type CheckTexts = Readonly<Record<keyof typeof checkNl, string>>;
/** What only those read who want to know what the map rests on. */
export type AccountabilityTexts = Readonly<Record<keyof typeof accountabilityNl, string>>;
/** Texts as far as they have come. */
export type Known = Readonly<Partial<Record<TextKey, string>>>;
export type Gaps = Readonly<Record<string, string | number>>;

/** A text within a sentence: names in it keep their capitals. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

const gap = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** The names of the gaps in a text. */
export const gapsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(gap)].map(([, name = '']) => name)),
];

/** Writes texts, numbers and dates in one language. */
export interface Writer {
  readonly language: Language;
  /** The text of a key, its gaps filled; numbers are written in the language. */
  readonly t: (key: TextKey, gaps?: Gaps) => string;
  /** The text of a key made at run time; `otherwise` when there is none. */
  readonly named: (key: string, otherwise?: string) => string;
  /** 17.811.291 */
  readonly number: (value: number, digits?: number) => string;
  /** A score in 0..1 with both decimals: 0,90. */
  readonly score: (value: number) => string;
  /** A share in 0..1 as a percentage. */
  readonly percent: (share: number) => string;
  /** An ISO 8601 date in full: 24 november 2026. */
  readonly date: (iso: string) => string;
  /** An ISO 8601 date in short: 24 nov. 2026. */
  readonly shortDate: (iso: string) => string;
  /** An instant (RFC 3339) by the clock of the reader: 24 nov. 2026, 14:05. */
  readonly moment: (instant: string) => string;
  /** Month and year of an ISO 8601 date: mrt 22. */
  readonly shortMonth: (iso: string) => string;
  /** What the server says, in the language. */
  readonly message: (message: Message) => string;
  /** Words as an enumeration: a, b or c. */
  readonly or: (words: readonly string[]) => string;
}

export function writer(language: Language, texts: Known, messages: Partial<MessageTexts> = {}): Writer {
  const locale = locales[language];
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const scores = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = {
    conjunction: new Intl.ListFormat(locale),
    disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

  const fill = (text: string, gaps: Gaps): string =>
    text.replace(gap, (whole, name: string, one?: string, many?: string) => {
      const value = gaps[name];
      if (value === undefined) return whole;
      if (one !== undefined && many !== undefined) return plural.select(Number(value)) === 'one' ? one : many;
      return typeof value === 'number' ? numbers.format(value) : value;
    });

  const date = (iso: string): string => long.format(day(iso));
  const number = (value: number, digits = 0): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

  return {
    language,
    t: (key, gaps = {}) => fill(texts[key] ?? key, gaps),
    named: (key, otherwise = key) => texts[key as TextKey] ?? otherwise,
    number,
    score: (value) => scores.format(value),
    percent: (share) => percents.format(share),
    date,
    message: messageWriter(messages, {
      date,
      number,
      plural: (value) => plural.select(value),
      list: (items, type) => lists[type].format(items),
      others: (count) => (language === 'nl' ? ` en ${count} andere` : ` and ${count} more`),
    }),
    shortDate: (iso) => short.format(day(iso)),
    moment: (instant) => moments.format(new Date(instant)),
    shortMonth: (iso) => months.format(day(iso)),
    or: (words) => lists.disjunction.format(words),
  };
}
