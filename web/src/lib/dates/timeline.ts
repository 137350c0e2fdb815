import type { Boundary } from '../atlas/model';
import { firstDate } from '../route/values';

const dayLength = 86_400_000;

/** Whole days since 1970-01-01 of an ISO 8601 date, and back. */
export const toDay = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / dayLength);
export const fromDay = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** The dates that the slider spans. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** From the first boundaries to today, or to the last boundaries on record when these are yet to hold. */
export function spanOf(boundaries: readonly Boundary[], today: string): Span {
  const last = boundaries.at(-1)?.date ?? today;
  return { first: firstDate, last: last > today ? last : today };
}

/** Where a date lies on the slider, as a share in 0..1; dates beyond an end lie at that end. */
export function shareOf(date: string, { first, last }: Span): number {
  const [from, to] = [toDay(first), toDay(last)];
  return Math.min(1, Math.max(0, (toDay(date) - from) / Math.max(1, to - from)));
}

/** The first day of the month before or after a date, as an arrow key steps. */
export function stepMonth(date: string, direction: 1 | -1): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const back = direction < 0 && day > 1 ? 0 : direction;
  return new Date(Date.UTC(year, month - 1 + back, 1)).toISOString().slice(0, 10);
}

/** The next date on which borders changed, or the end of the span. */
export function stepBoundary(
  date: string,
  direction: 1 | -1,
  boundaries: readonly Boundary[],
  span: Span,
): string {
  const dates = boundaries.map((boundary) => boundary.date);
  return direction > 0
    ? (dates.find((each) => each > date) ?? span.last)
    : (dates.findLast((each) => each < date) ?? span.first);
}

/** A date within the span. */
export const within = (date: string, { first, last }: Span): string =>
  date < first ? first : date > last ? last : date;

/** Moves labels apart: each at least `gap` from the one before, none beyond `end`, as near to its place as that allows. */
export function spread(places: readonly number[], gap: number, end: number): number[] {
  const placed = places.map((place) => place);
  for (let at = 1; at < placed.length; at++) {
    placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + gap);
  }
  for (let at = placed.length - 1, most = end; at >= 0; at--, most -= gap) {
    placed[at] = Math.min(placed[at] ?? 0, most);
  }
  return placed;
}
