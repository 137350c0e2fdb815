import type { Denominator, ExploitationForm, QualityKind } from '../api/generated';
import { type TabId, type TargetOrder, defaultOrder, orderText, parseOrder, tabIds } from './campaign';
import type { ChangeKind } from './changes';
import { type Filter, forOutreach, withClasses } from '../filter/model';
import { type ListId, listIds, parseChosen } from './outreach';
import { type Weights, parseWeights, standardWeights, weightsText } from './weights';
import { type BottleneckState, type Category, bottleneckStates, parseCategories } from './categories';
import { type Purpose, parsePurpose, purposeText } from './purpose';
import { type ShadeId, classIds, shadeIds } from '../shade/model';
import { type ColumnId, type Sort, defaultColumns, defaultSort } from './columns';
import type { Language } from '../texts/language';
import { type Page, parsePage, pathOf } from './page';
import * as part from './parsers';

export type { Page } from './page';

/** For whom somebody asks who coordinates care. */
export interface CareRecipient {
  readonly age?: number | undefined;
  readonly form?: ExploitationForm | undefined;
}

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
  /** The region set by which a page looks at the country. */
  readonly set?: string | undefined;
  /** Over what shares are taken. */
  readonly per: Denominator;
  /** What is compared: municipality codes, or regions as `set/code`. */
  readonly compared: readonly string[];
  /** The earlier of two dates between which changes are told; undefined means a default. */
  readonly since?: string | undefined;
  /** The kinds of change that are shown; empty means all. */
  readonly changes: readonly ChangeKind[];
  readonly careRecipient: CareRecipient;
  /** Which of the two lists of outreach is shown. */
  readonly purpose: Purpose;
  /** How much each factor of a priority counts. */
  readonly weights: Weights;
  /** Codes of the municipalities ticked for outreach. */
  readonly chosen: readonly string[];
  /** What stands beside the map of outreach. */
  readonly list: ListId;
  /** What bottlenecks are about; empty means anything. */
  readonly categories: readonly Category[];
  /** Whether bottlenecks are open; undefined means either. */
  readonly state?: BottleneckState | undefined;
  /** The building block that good practices are for. */
  readonly about?: string | undefined;
  /** The campaign to which municipalities are added. */
  readonly campaign?: string | undefined;
  /** What came of signing in elsewhere. */
  readonly arrival?: string | undefined;
  /** What a campaign shows, and its targets in which order. */
  readonly tab: TabId;
  readonly order: TargetOrder;
  /** What is to be done about the data; empty means anything. */
  readonly kinds: readonly QualityKind[];
  /** Which lines of the audit trail are shown. */
  readonly trail: Trail;
}

/** Which lines of the audit trail: by whom, about what, from and up to which day (ISO 8601). */
export interface Trail {
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The filter that holds: outreach is about the classes of its list, unless the address says which. */
export const filterOf = ({ page, filter, purpose }: View): Filter =>
  page.name === 'outreach' ? forOutreach(filter, purpose) : filter;

/** A part of the address that could not be used, for a notice. */
export interface Rejected {
  readonly part: string;
  readonly value: string;
  /** True when the form was right, but nothing bears the name. */
  readonly known?: boolean;
}

/** Reads an address. What cannot be used is left at its default and reported. */
export function parse(url: URL, remembered: Language = 'nl'): { view: View; rejected: Rejected[] } {
  const rejected: Rejected[] = [];
  const asked = new Set<string>();
  const read = <T>(name: string, convert: (text: string) => T | undefined): T | undefined => {
    asked.add(name);
    const value = url.searchParams.get(name);
    if (value === null) return undefined;
    const result = convert(value);
    if (result === undefined) rejected.push({ part: name, value });
    return result;
  };
  const page = parsePage(url.pathname);
  if (!page) rejected.push({ part: 'path', value: url.pathname });

  let filter: Filter = {
    classes: {},
    region: read('region', part.parseRegion),
    block: read('block', part.parseBlock),
  };
  for (const shade of shadeIds) {
    const ids = read(shade, (text) => {
      const chosen = text.split(',');
      return chosen.every((id) => classIds(shade).includes(id)) ? chosen : undefined;
    });
    if (ids) filter = withClasses(filter, shade, ids);
  }
  const view: View = {
    page: page ?? { name: 'map' },
    language: read('lang', (text) => (text === 'nl' || text === 'en' ? text : undefined)) ?? remembered,
    date: read('date', part.parseDate),
    shade: read('shade', (text) => shadeIds.find((id) => id === text)) ?? 'class',
    filter,
    selected: read('selected', part.parseCode),
    outlines: read('outlines', part.parseId),
    sort: read('sort', part.parseSort) ?? defaultSort,
    columns: read('columns', part.parseColumns) ?? defaultColumns,
    set: read('set', part.parseId),
    per: read('per', part.parsePer) ?? 'MUNICIPALITIES',
    compared: read('with', part.parseCompared) ?? [],
    since: read('since', part.parseDate),
    changes: read('change', part.parseChanges) ?? [],
    careRecipient: { age: read('age', part.parseAge), form: read('form', part.parseForm) },
    purpose: read('doel', parsePurpose) ?? 'BRIEF',
    weights: read('weights', parseWeights) ?? standardWeights,
    chosen: read('kies', parseChosen) ?? [],
    list: read('list', (text) => listIds.find((id) => id === text)) ?? 'targets',
    categories: read('category', parseCategories) ?? [],
    state: read('state', (text) => bottleneckStates.find((id) => id === text)),
    about: read('about', part.parseId),
    campaign: read('campaign', part.parseId),
    arrival: read('aanmelden', part.parseId),
    tab: read('tab', (text) => tabIds.find((id) => id === text)) ?? 'board',
    order: read('order', parseOrder) ?? defaultOrder,
    kinds: read('quality', part.parseKinds) ?? [],
    trail: {
      actor: read('actor', part.parseText),
      subject: read('subject', part.parseText),
      from: read('from', part.parseDate),
      to: read('to', part.parseDate),
    },
  };
  for (const [name, value] of url.searchParams) {
    if (!asked.has(name)) rejected.push({ part: name, value });
  }
  return { view, rejected };
}

/** The address of a view: path and query, with defaults left out. */
export function href(view: View): string {
  const { page, filter, sort } = view;
  const path = pathOf(page);
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
    ['set', view.set],
    ['per', view.per === 'INHABITANTS' ? 'inhabitants' : undefined],
    ['with', view.compared.join(',')],
    ['since', view.since],
    ['change', view.changes.join(',')],
    ['age', view.careRecipient.age?.toString()],
    ['form', view.careRecipient.form],
    ['doel', purposeText(view.purpose)],
    ['weights', weightsText(view.weights)],
    ['kies', view.chosen.join(',')],
    ['list', view.list === 'targets' ? undefined : view.list],
    ['category', view.categories.join(',')],
    ['state', view.state],
    ['about', view.about],
    ['campaign', view.campaign],
    ['tab', view.tab === 'board' ? undefined : view.tab],
    ['order', orderText(view.order)],
    ['quality', view.kinds.join(',')],
    ['actor', view.trail.actor],
    ['subject', view.trail.subject],
    ['from', view.trail.from],
    ['to', view.trail.to],
    ['lang', view.language === 'nl' ? undefined : view.language],
  ];
  const query = parts.flatMap(([name, value]) =>
    value
      ? [
          `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`,
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
