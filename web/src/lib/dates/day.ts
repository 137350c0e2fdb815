const padded = (number: number): string => String(number).padStart(2, '0');

/** The day of an instant where the browser is, ISO 8601; without the tables of `Intl`, which take 10 ms to load. */
export const isoDay = (instant: Date): string =>
  `${instant.getFullYear()}-${padded(instant.getMonth() + 1)}-${padded(instant.getDate())}`;

/** The order of two days, ISO 8601; `localeCompare` takes 15 ms when it is first used. */
export const compareDays = (one: string, other: string): number => Number(one > other) - Number(one < other);
