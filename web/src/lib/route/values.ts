import type { Denominator, ExploitationForm, QualityKind, Verdict } from '../api/generated';
import type { BlockChoice, RegionRef } from '../filter/model';
import { type ColumnId, columnIds } from './columns';

export const firstDate = '2020-01-01';
export const lastDate = '2100-01-01';
/** Records carry no earlier date. */
export const firstRecordDate = '2000-01-01';

const verdicts: readonly Verdict[] = ['PRESENT', 'IN_PREPARATION', 'ABSENT', 'UNKNOWN'];
export const exploitationForms: readonly ExploitationForm[] = [
  'SEXUAL',
  'LABOUR',
  'CRIMINAL',
  'FORCED_ORGAN_REMOVAL',
];
/** No more than this many stand side by side. */
export const mostCompared = 6;
const oldest = 120;

/** Whether the text is a calendar date, of those that a map can show unless told otherwise. */
export function isDate(text: string, first = firstDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < first || text > lastDate) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function parseRegion(text: string): RegionRef | undefined {
  const [, set, code] = /^([a-z0-9-]+)\/([A-Za-z0-9-]+)$/.exec(text) ?? [];
  return set && code ? { set, code } : undefined;
}

/** One of several words. */
export const oneOf =
  <Id extends string>(ids: readonly Id[]) =>
  (text: string): Id | undefined =>
    ids.find((id) => id === text);

/** Several of the words of a list, each once and in its order. */
export const someOf =
  <Id extends string>(ids: readonly Id[]) =>
  (text: string): readonly Id[] | undefined => {
    const chosen = text.split(',');
    return chosen.every((each) => (ids as readonly string[]).includes(each))
      ? ids.filter((id) => chosen.includes(id))
      : undefined;
  };

export function parseBlock(text: string): BlockChoice | undefined {
  const [, block, list = ''] = /^([a-z0-9-]+):([A-Z_,]+)$/.exec(text) ?? [];
  const chosen = someOf(verdicts)(list);
  return block && chosen ? { block, verdicts: chosen } : undefined;
}

/** How a table is ordered: by which column, and in which direction. */
interface Order<Column> {
  readonly column: Column;
  readonly descending: boolean;
}

/** Reads `-population`. */
export const parseOrder =
  <Column extends string>(columns: readonly Column[]) =>
  (text: string): Order<Column> | undefined => {
    const column = columns.find((id) => id === text.replace(/^-/, ''));
    return column && { column, descending: text.startsWith('-') };
  };

/** Writes an order; undefined when it is the usual one. */
export const orderText =
  <Column extends string>(usual: Order<Column>) =>
  ({ column, descending }: Order<Column>): string | undefined =>
    column === usual.column && descending === usual.descending ? undefined : (descending ? '-' : '') + column;

/** Columns of the table; the name is always among them. */
export const parseColumns = (text: string): readonly ColumnId[] | undefined =>
  someOf(columnIds)(`name,${text}`);

/** The id of a region set or of a building block. */
export const parseId = (text: string): string | undefined => (/^[a-z0-9-]+$/.test(text) ? text : undefined);
export const isCode = (text: string): boolean => /^GM\d{4}$/.test(text);

/** Either municipalities or regions, each once. */
export function parseCompared(text: string): readonly string[] | undefined {
  const parts = [...new Set(text.split(','))];
  const alike = parts.every(isCode) || parts.every((each) => parseRegion(each) !== undefined);
  return alike && parts.length <= mostCompared ? parts : undefined;
}

/** What can be said of the data of a municipality, in its order. */
export const qualityKinds: readonly QualityKind[] = [
  'MISSING',
  'STALE',
  'CONTRADICTORY',
  'INHERITED',
  'DOCUMENT_EXPIRES',
];

/** Words as they were typed. */
export const parseText = (text: string): string | undefined => text.trim().slice(0, 200) || undefined;

export const parseDate = (text: string): string | undefined => (isDate(text) ? text : undefined);
export const parseCode = (text: string): string | undefined => (isCode(text) ? text : undefined);
export const parseAge = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) <= oldest ? Number(text) : undefined;
export const parseForm = oneOf(exploitationForms);
export const parsePer = (text: string): Denominator | undefined =>
  text === 'inhabitants' ? 'INHABITANTS' : undefined;
