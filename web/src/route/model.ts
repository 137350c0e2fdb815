import type { Verdict } from '../api/generated';
import { type BlockChoice, type Filter, type RegionRef, withClasses } from '../filter/model';
import { type ShadeId, classIds, shadeIds } from '../shade/model';
import { type ColumnId, type Sort, columnIds, defaultColumns, defaultSort } from '../table/model';

export type Language = 'nl' | 'en';

export type Page =
  | { readonly name: 'map' | 'table' | 'accountability' | 'developers' }
  | { readonly name: 'municipality'; readonly code: string };

/** All that is selected. The address is its only home. */
export interface View {
  readonly page: Page;
  readonly language: Language;
  /** ISO 8601; undefined means today. */
  readonly date?: string | undefined;
  readonly shade: ShadeId;
  readonly filter: Filter;
  /** The code of the municipality on the card. */
  readonly selected?: string | undefined;
  /** The region set whose outlines are drawn. */
  readonly outlines?: string | undefined;
  readonly sort: Sort;
  readonly columns: readonly ColumnId[];
}

/** A part of the address that could not be used, for a notice. */
export interface Rejected {
  readonly part: string;
  readonly value: string;
  /** True when the form was right, but nothing bears the name. */
  readonly known?: boolean;
}

export const firstDate = '2020-01-01';
export const lastDate = '2100-01-01';
const verdicts: readonly Verdict[] = ['PRESENT', 'IN_PREPARATION', 'ABSENT', 'UNKNOWN'];
const paths = { map: '/', table: '/tabel', accountability: '/verantwoording', developers: '/ontwikkelaars' };
/** Several shades are already named by what they show; `policy` is a dimension, `class` the policy class. */
const known = new Set([
  'date',
  'shade',
  'region',
  'block',
  'selected',
  'outlines',
  'sort',
  'columns',
  'lang',
]);

/** Whether the text is a calendar date within the bounds of the records. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDate || text > lastDate) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function parsePage(path: string): Page | undefined {
  const code = /^\/gemeente\/(GM\d{4})\/?$/.exec(path)?.[1];
  if (code) return { name: 'municipality', code };
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  const name = (Object.keys(paths) as (keyof typeof paths)[]).find((each) => paths[each] === plain);
  return name && { name };
}

function parseRegion(text: string): RegionRef | undefined {
  const [, set, code] = /^([a-z0-9-]+)\/([A-Za-z0-9-]+)$/.exec(text) ?? [];
  return set && code ? { set, code } : undefined;
}

function parseBlock(text: string): BlockChoice | undefined {
  const [, block, list] = /^([a-z0-9-]+):([A-Z_,]+)$/.exec(text) ?? [];
  const chosen = (list ?? '').split(',');
  if (!block || !chosen.every((each) => verdicts.includes(each as Verdict))) return undefined;
  return { block, verdicts: verdicts.filter((each) => chosen.includes(each)) };
}

function parseSort(text: string): Sort | undefined {
  const column = columnIds.find((id) => id === text.replace(/^-/, ''));
  return column && { column, descending: text.startsWith('-') };
}

function parseColumns(text: string): readonly ColumnId[] | undefined {
  const chosen = text.split(',');
  return chosen.every((each) => columnIds.includes(each as ColumnId))
    ? columnIds.filter((id) => id === 'name' || chosen.includes(id))
    : undefined;
}

/** Reads an address. What cannot be used is left at its default and reported. */
export function parse(url: URL, remembered: Language = 'nl'): { view: View; rejected: Rejected[] } {
  const rejected: Rejected[] = [];
  const read = <T>(part: string, convert: (text: string) => T | undefined): T | undefined => {
    const value = url.searchParams.get(part);
    if (value === null) return undefined;
    const result = convert(value);
    if (result === undefined) rejected.push({ part, value });
    return result;
  };
  const page = parsePage(url.pathname);
  if (!page) rejected.push({ part: 'path', value: url.pathname });

  let filter: Filter = {
    classes: {},
    region: read('region', parseRegion),
    block: read('block', parseBlock),
  };
  for (const shade of shadeIds) {
    const ids = read(shade, (text) => {
      const chosen = text.split(',');
      return chosen.every((id) => classIds(shade).includes(id)) ? chosen : undefined;
    });
    if (ids) filter = withClasses(filter, shade, ids);
  }
  for (const [part, value] of url.searchParams) {
    if (!known.has(part) && !shadeIds.includes(part as ShadeId)) rejected.push({ part, value });
  }
  const view: View = {
    page: page ?? { name: 'map' },
    language: read('lang', (text) => (text === 'nl' || text === 'en' ? text : undefined)) ?? remembered,
    date: read('date', (text) => (isDate(text) ? text : undefined)),
    shade: read('shade', (text) => shadeIds.find((id) => id === text)) ?? 'class',
    filter,
    selected: read('selected', (text) => (/^GM\d{4}$/.test(text) ? text : undefined)),
    outlines: read('outlines', (text) => (/^[a-z0-9-]+$/.test(text) ? text : undefined)),
    sort: read('sort', parseSort) ?? defaultSort,
    columns: read('columns', parseColumns) ?? defaultColumns,
  };
  return { view, rejected };
}

/** The address of a view: path and query, with defaults left out. */
export function href(view: View): string {
  const { page, filter, sort } = view;
  const path = page.name === 'municipality' ? `/gemeente/${page.code}` : paths[page.name];
  const parts: [string, string | undefined][] = [
    ['date', view.date],
    ['shade', view.shade === 'class' ? undefined : view.shade],
    ...shadeIds.map((shade): [string, string | undefined] => [shade, filter.classes[shade]?.join(',')]),
    ['region', filter.region && `${filter.region.set}/${filter.region.code}`],
    ['block', filter.block && `${filter.block.block}:${filter.block.verdicts.join(',')}`],
    ['selected', view.selected],
    ['outlines', view.outlines],
    ['sort', sortText(sort)],
    ['columns', view.columns.join() === defaultColumns.join() ? undefined : view.columns.join(',')],
    ['lang', view.language === 'nl' ? undefined : view.language],
  ];
  const query = parts.flatMap(([part, value]) =>
    value
      ? [
          `${part}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`,
        ]
      : [],
  );
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

/** The address of a view in a language, named even if it is the default: another may be remembered. */
export function hrefIn(view: View, language: Language): string {
  const address = href({ ...view, language });
  if (language !== 'nl') return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=nl`;
}

function sortText({ column, descending }: Sort): string | undefined {
  const isDefault = column === defaultSort.column && descending === defaultSort.descending;
  return isDefault ? undefined : (descending ? '-' : '') + column;
}
