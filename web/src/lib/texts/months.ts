import type { Language } from './language';

/** How the names of months are written. */
export type MonthForm = 'long' | 'short';

const months: Readonly<Record<Language, Record<MonthForm, string>>> = {
  nl: {
    long: 'januari februari maart april mei juni juli augustus september oktober november december',
    short: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
  },
  en: {
    long: 'January February March April May June July August September October November December',
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec',
  },
};

/** The name of the month of an ISO 8601 date; a browser takes 16 ms over its own tables of dates. */
export const monthOf = (iso: string, language: Language, form: MonthForm): string =>
  months[language][form].split(' ')[Number(iso.slice(5, 7)) - 1] ?? '';

/** An ISO 8601 date in words: 1 mrt 2022. */
export const dayInWords = (iso: string, language: Language, form: MonthForm): string =>
  `${Number(iso.slice(8, 10))} ${monthOf(iso, language, form)} ${iso.slice(0, 4)}`;
