import type { ImportBatchQuery, ImportRowsQuery, RowOutcome } from '../../../lib/api/generated';
import type { Viewer } from '../../../lib/viewer/model';

export type Batch = NonNullable<ImportBatchQuery['importBatch']>;
export type Row = NonNullable<ImportRowsQuery['importBatch']>['rows'][number];
export type Counts = Batch['counts'];

/** What files can hold, as on the command line. */
export const kinds = [
  'verdicts',
  'arrangements',
  'documents',
  'population',
  'regions',
  'boundaries',
] as const;
export type Kind = (typeof kinds)[number];

/** Boundaries and regions are an administrator's. */
export const kindsFor = (viewer: Viewer | undefined): readonly Kind[] =>
  kinds.filter((kind) => viewer?.role === 'ADMIN' || (kind !== 'boundaries' && kind !== 'regions'));

/** In the order in which they ask for attention. */
export const outcomes: readonly RowOutcome[] = ['ERROR', 'NEW', 'CHANGED', 'SAME'];

export function countOf(counts: Counts, outcome: RowOutcome): number {
  switch (outcome) {
    case 'NEW':
      return counts.new;
    case 'CHANGED':
      return counts.changed;
    case 'SAME':
      return counts.same;
    default:
      return counts.errors;
  }
}

export const total = (counts: Counts): number =>
  outcomes.reduce((sum, outcome) => sum + countOf(counts, outcome), 0);

/** A better value for a cell. */
export interface Repair {
  readonly line: number;
  readonly field: string;
  readonly value: string;
}

/** Cells that say the same and may be read in the same way. */
export interface Alike {
  readonly field: string;
  readonly value: string;
  readonly proposal: string;
  readonly lines: readonly number[];
}

type Wrong = Pick<Row, 'line' | 'cells'> & {
  readonly remarks: readonly {
    readonly field: string | null;
    readonly proposal: string | null;
    readonly understood: boolean;
  }[];
};

/** The proposals for rows with something wrong, those that help most first. */
export function alike(rows: readonly Wrong[]): Alike[] {
  const found = new Map<string, Alike & { lines: number[] }>();
  for (const { line, remarks, cells } of rows) {
    for (const { field, proposal, understood } of remarks) {
      if (!field || !proposal || understood) continue;
      const value = cells.find((cell) => cell.field === field)?.value ?? '';
      if (value === proposal) continue;
      const key = JSON.stringify([field, value, proposal]);
      const known = found.get(key) ?? { field, value, proposal, lines: [] };
      known.lines.push(line);
      found.set(key, known);
    }
  }
  return [...found.values()].toSorted((one, other) => other.lines.length - one.lines.length);
}

/** Rows with the same wrong in the same field. */
export interface WrongKind<Content> {
  readonly field: string | null;
  /** What is said of the first. */
  readonly content: Content;
  readonly lines: readonly number[];
}

interface WrongRow<Content> {
  readonly line: number;
  readonly remarks: readonly {
    readonly field: string | null;
    readonly content: Content;
    readonly understood: boolean;
  }[];
}

/** What is wrong, each kind once, what is rare first. */
export function wrongKinds<Content extends { readonly code: string }>(
  rows: readonly WrongRow<Content>[],
): WrongKind<Content>[] {
  const found = new Map<string, WrongKind<Content> & { lines: number[] }>();
  for (const { line, remarks } of rows) {
    for (const { field, content, understood } of remarks) {
      if (understood) continue;
      const key = JSON.stringify([content.code, field]);
      const known = found.get(key) ?? { field, content, lines: [] };
      known.lines.push(line);
      found.set(key, known);
    }
  }
  return [...found.values()].toSorted((one, other) => one.lines.length - other.lines.length);
}

export const repairsOf = ({ field, proposal, lines }: Alike): Repair[] =>
  lines.map((line) => ({ line, field, value: proposal }));

/** The cells of a row that differ from what is in their fields now. */
export function changedCells(
  row: Pick<Row, 'line' | 'cells'>,
  values: Readonly<Record<string, string>>,
): Repair[] {
  return row.cells
    .filter(({ field, value }) => (values[field] ?? value) !== value)
    .map(({ field }) => ({ line: row.line, field, value: values[field] ?? '' }));
}

/** The name of the file without its ending says of what kind it is, when it says anything. */
export function guessKind(file: string, open: readonly Kind[]): Kind | undefined {
  const name = file.toLowerCase();
  if (/\.(geojson|gpkg)$/.test(name)) return open.find((kind) => kind === 'boundaries');
  return open.find((kind) => name.includes(kind));
}
