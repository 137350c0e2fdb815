import { parseRecordDate } from '../../../../lib/dates/typed';
import { fromDay, toDay } from '../../../../lib/dates/timeline';
import type { Row } from '../model';

/** What a row is about: a building block, and the date from which it holds, as far as its cells say so. */
export interface Subject {
  /** The id of a building block, or what was written instead. */
  readonly block: string | undefined;
  /** ISO 8601. */
  readonly from: string | undefined;
}

type Cells = Pick<Row, 'cells'>;
const cellOf = ({ cells }: Cells, field: string): string | undefined =>
  cells.find((cell) => cell.field === field)?.value.trim() || undefined;

export const subjectOf = (row: Cells): Subject => ({
  block: cellOf(row, 'block'),
  from: parseRecordDate(cellOf(row, 'valid_from') ?? ''),
});

/** So many days ahead a date is more often a slip than meant. */
const farAhead = 366;

/** Whether a date lies so far ahead that somebody should look at it. */
export const isFarAhead = (date: string | undefined, today: string): boolean =>
  date !== undefined && date > fromDay(toDay(today) + farAhead);

/** Rows that would do the same, each for a municipality of its own. */
export type Group = readonly [Row, ...Row[]];

/** From so many on, alike rows are told as one. */
const fewest = 4;

const alikeKey = (row: Row): string => {
  const { block, from } = subjectOf(row);
  const remarks = row.remarks.map(({ field, content }) => [field, content.code]);
  const cells = row.fields.length === 0 ? row.line : '';
  return JSON.stringify([row.outcome, row.leftOut, block, from, row.fields, remarks, cells]);
};

/** The rows of a page: reorganisations first, and alike ones as one; the rest in their order. */
export function groupRows(rows: readonly Row[]): Group[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const found = groups.get(alikeKey(row));
    if (found) found.push(row);
    else groups.set(alikeKey(row), [row]);
  }
  const apart = [...groups.values()].flatMap((group): Group[] =>
    group.length < fewest ? group.map((row): Group => [row]) : [group],
  );
  const weight = ([{ fields }]: Group): number =>
    fields.some(({ field }) => field === 'reorganisation') ? 0 : 1;
  return apart.toSorted((one, other) => weight(one) - weight(other) || one[0].line - other[0].line);
}
