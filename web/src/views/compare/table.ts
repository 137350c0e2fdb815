import type { Interval } from '../../lib/atlas/model';
import type { Verdict } from '../../lib/api/generated';
import type { Part } from '../../lib/chart/model';
import type { Page } from '../../lib/route/page';

/** What stands in one place of a comparison. */
export type Cell = { readonly text: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'interval'; readonly interval: Pick<Interval, 'low' | 'high'> }
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'class'; readonly shade: 'class' | 'status'; readonly id: string }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
);

export type Mark = 'highest' | 'lowest';

/** One thing that is compared, the same for all subjects. */
export interface Row {
  readonly label: string;
  readonly cells: readonly Cell[];
  /** Whether subjects differ much, for certain. */
  readonly differs: boolean;
  /** Where the highest and the lowest value stand, if the thing has a value. */
  readonly marks: readonly (Mark | undefined)[];
  /** The value of the country on the same scale, a share in 0..1. */
  readonly reference?: number | undefined;
}

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Subject {
  readonly id: string;
  readonly name: string;
  /** What it is part of, to tell two of one name apart. */
  readonly of: string;
  readonly page: Page;
  /** Whether it stands there whatever is chosen. */
  readonly fixed?: boolean;
}

export interface Comparison {
  readonly subjects: readonly Subject[];
  readonly groups: readonly Group[];
}

/** What a thing is worth: a number, or the bounds of one that is not known. */
export type Value = number | Pick<Interval, 'low' | 'high'>;

const bounds = (value: Value): Pick<Interval, 'low' | 'high'> =>
  typeof value === 'number' ? { low: value, high: value } : value;

/**
 * Marks the highest and the lowest of values, when they differ, are known and
 * nothing that is not known can change it; ties share a mark.
 */
export function marksOf(values: readonly (Value | undefined)[]): (Mark | undefined)[] {
  const all = values.map((value) => (value === undefined ? undefined : bounds(value)));
  return all.map((own, at) => {
    const others = all.flatMap((other, place) => (other && place !== at ? [other] : []));
    if (!own || others.every((other) => other.low === own.low && other.high === own.high)) return undefined;
    if (others.every((other) => own.low >= other.high)) return 'highest';
    return others.every((other) => own.high <= other.low) ? 'lowest' : undefined;
  });
}

/** So much apart are shares that differ much. */
const muchApart = 0.2;
const notKnown: readonly string[] = ['UNKNOWN', 'NOT_ASSESSED', 'UNCERTAIN'];

/**
 * Whether cells differ much, whatever is not known: shares that lie apart, and verdicts or classes
 * that are not the same. Names and sizes always differ and tell nothing.
 */
export function differsMuch(cells: readonly Cell[]): boolean {
  const shares = cells.flatMap((cell) => (cell.kind === 'interval' ? [cell.interval] : []));
  if (shares.length > 1)
    return (
      Math.max(...shares.map(({ low }) => low)) - Math.min(...shares.map(({ high }) => high)) >= muchApart
    );
  const said = cells
    .flatMap((cell) => (cell.kind === 'verdict' ? [cell.verdict] : cell.kind === 'class' ? [cell.id] : []))
    .filter((each) => !notKnown.includes(each));
  return new Set(said).size > 1;
}

/** A row of a comparison; the country, when it stands beside, is not compared with. */
export function row(
  label: string,
  cells: readonly Cell[],
  values: readonly (Value | undefined)[] = [],
  reference?: number,
  country?: Cell,
): Row {
  return {
    label,
    cells: country ? [...cells, country] : cells,
    differs: differsMuch(cells),
    marks: values.length > 0 ? marksOf(values) : cells.map(() => undefined),
    reference,
  };
}

export const text = (value: string): Cell => ({ kind: 'text', text: value });

/** Only the rows that differ; groups without any are left out. */
export const differences = (groups: readonly Group[]): Group[] =>
  groups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ differs }) => differs) }))
    .filter(({ rows }) => rows.length > 0);
