import { toDay } from '../dates/timeline';

/** The values of all classes on one date. */
export interface Moment {
  /** ISO 8601. */
  readonly date: string;
  readonly values: ReadonlyMap<string, number>;
}

/** A rectangle of the drawing, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const sum = ({ values }: Moment): number => [...values.values()].reduce((total, each) => total + each, 0);
const cut = (value: number): number => Math.round(value * 10) / 10;

/** Where a date lies from left to right. */
export function dateScale(moments: readonly Moment[], { left, width }: Plot): (date: string) => number {
  const first = toDay(moments[0]?.date ?? '2020-01-01');
  const last = toDay(moments.at(-1)?.date ?? '2020-01-01');
  return (date) => left + ((toDay(date) - first) / Math.max(1, last - first)) * width;
}

export interface Layer {
  readonly id: string;
  /** The `d` of its area. */
  readonly path: string;
  /** The middle of its band on the last date, in pixels from above; undefined when it has none there. */
  readonly end: number | undefined;
}

/**
 * The classes one on the other, each as a share of its date, the first at the
 * bottom. A date without any value takes part in none.
 */
export function layers(moments: readonly Moment[], ids: readonly string[], plot: Plot): Layer[] {
  const x = dateScale(moments, plot);
  const told = moments.filter((moment) => sum(moment) > 0);
  const y = (share: number): number => cut(plot.top + (1 - share) * plot.height);
  const ends = told.map((moment) => {
    const whole = sum(moment);
    let top = 0;
    return ids.map((id) => {
      const from = top;
      top += (moment.values.get(id) ?? 0) / whole;
      return { from, to: top };
    });
  });
  const line = (at: number, end: 'from' | 'to'): string[] =>
    told.map(({ date }, index) => `${cut(x(date))},${y(ends[index]?.[at]?.[end] ?? 0)}`);
  const last = ends.at(-1);
  const middle = (at: number): number | undefined => {
    const band = last?.[at];
    return band && band.to > band.from ? y((band.from + band.to) / 2) : undefined;
  };
  return ids.map((id, at) => ({
    id,
    end: middle(at),
    path: told.length > 0 ? `M${line(at, 'to').join('L')}L${line(at, 'from').toReversed().join('L')}Z` : '',
  }));
}

/** The first of January of each year within the moments. */
export function years(moments: readonly Moment[]): string[] {
  const [first, last] = [moments[0]?.date ?? '', moments.at(-1)?.date ?? ''];
  const found: string[] = [];
  for (let year = Number(first.slice(0, 4)); `${year}-01-01` <= last; year++) {
    if (`${year}-01-01` >= first) found.push(`${year}-01-01`);
  }
  return found;
}
