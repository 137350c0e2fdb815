import type { Interval } from '../atlas/model';
import type { Verdict } from '../api/generated';
import type { Part } from '../chart/model';
import type { Page } from '../route/page';

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
  /** Whether not all subjects are alike. */
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
}

export interface Comparison {
  readonly subjects: readonly Subject[];
  readonly groups: readonly Group[];
}

/** Marks the highest and the lowest of values, when they differ and are known; ties share a mark. */
export function marksOf(values: readonly (number | undefined)[]): (Mark | undefined)[] {
  const known = values.filter((value) => value !== undefined);
  const [most, least] = [Math.max(...known), Math.min(...known)];
  if (known.length < 2 || most === least) return values.map(() => undefined);
  return values.map((value) => (value === most ? 'highest' : value === least ? 'lowest' : undefined));
}

/** A row of a comparison; two cells are alike when they say the same. */
export function row(
  label: string,
  cells: readonly Cell[],
  values: readonly (number | undefined)[] = [],
  reference?: number,
): Row {
  return {
    label,
    cells,
    differs: new Set(cells.map(({ text }) => text)).size > 1,
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
