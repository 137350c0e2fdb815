import type { Boundary } from '../../lib/atlas/model';
import { firstDate } from '../../lib/route/values';

/** The dates through which a presentation goes: each new year, each change of boundaries, and today. */
export function presentedDates(boundaries: readonly Boundary[], today: string): readonly string[] {
  const years: string[] = [];
  for (let year = Number(firstDate.slice(0, 4)); `${year}-01-01` < today; year++) years.push(`${year}-01-01`);
  const changes = boundaries.map(({ date }) => date).filter((date) => date < today);
  return [...new Set([...years, ...changes, today])].toSorted();
}

/** The date before or after another; undefined at an end. */
export const stepOf = (dates: readonly string[], date: string, direction: 1 | -1): string | undefined =>
  direction > 0 ? dates.find((each) => each > date) : dates.findLast((each) => each < date);
