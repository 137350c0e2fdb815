import type { MunicipalityFilter, MunicipalityOrder, MunicipalityOrderField } from '../api/generated';
import { knownAt as pageKnownAt } from '../api/known-at';
import type { RegionRef } from '../filter/model';
import type { ColumnId, Sort } from '../route/columns';
import type { Purpose } from '../route/purpose';
import type { ShadeId } from '../shade/model';
import type { Language } from '../texts/language';

/** The files of a list of municipalities, from what most people open to what a GIS opens. */
export const fileKinds = ['xlsx', 'ods', 'csv', 'geojson', 'gpkg'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What is on the screen: which municipalities, on which date, in which order and with which columns. */
export interface Shown {
  /** ISO 8601. */
  readonly asOf: string;
  readonly where: MunicipalityFilter | undefined;
  readonly language: Language;
  /** As known at another instant (RFC 3339) than the page is. */
  readonly knownAt?: string | undefined;
  /** Only the targets of this campaign, with how far they have come. */
  readonly campaign?: string | undefined;
}

/** A filter for just these municipalities, where more is hidden than the server's filter leaves out. */
export function among(
  where: MunicipalityFilter | undefined,
  shown: readonly string[],
  all: number,
): MunicipalityFilter | undefined {
  if (shown.length === all) return where;
  const these: MunicipalityFilter = { code: [...shown] };
  return where ? { and: [where, these] } : these;
}

/** The columns of an export that hold a column of the table. */
const exported: Readonly<Record<ColumnId, readonly string[]>> = {
  name: ['name'],
  class: ['class'],
  completeness: ['completenessLow', 'completenessHigh'],
  awareness: ['awarenessLow', 'awarenessHigh'],
  policy: ['policyLow', 'policyHigh'],
  approach: ['approachLow', 'approachHigh'],
  status: ['status'],
  mode: ['modes'],
  organisation: ['organisations'],
  population: ['population'],
  assessed: ['lastAssessed'],
  // Drawn of answers about several dates; a file is about one.
  history: [],
  briefed: ['lastBriefed'],
  province: ['region_provincie'],
  platform: ['region_vng_platform'],
  code: ['code'],
};

/** What the server orders by; by the other columns only the table does. */
const fields: Readonly<Partial<Record<ColumnId, MunicipalityOrderField>>> = {
  name: 'NAME',
  class: 'POLICY_CLASS',
  completeness: 'COMPLETENESS_LOW',
  status: 'COORDINATION_STATUS',
  population: 'POPULATION',
  assessed: 'LAST_ASSESSED',
  briefed: 'LAST_BRIEFED',
  code: 'CODE',
};

/** The code stands in every file. */
export const columnsOf = (columns: readonly ColumnId[]): readonly string[] => [
  ...new Set(['code', ...columns.flatMap((column) => exported[column])]),
];

function orderOf({ column, descending }: Sort): readonly MunicipalityOrder[] | undefined {
  const by = fields[column];
  return by && [{ by, direction: descending ? 'DESC' : 'ASC' }];
}

type Given = readonly (readonly [name: string, value: string | undefined])[];

function address(
  path: string,
  { asOf, where, language, campaign, knownAt = campaign ? undefined : pageKnownAt }: Shown,
  more: Given,
): string {
  const all: Given = [
    ['asOf', asOf],
    ['knownAt', knownAt],
    ['campaign', campaign],
    ['where', where && JSON.stringify(where)],
    ['lang', language === 'en' ? 'en' : undefined],
    ...more,
  ];
  const given = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${path}?${new URLSearchParams(given).toString()}`;
}

/** The columns of a file, by the ids of the server, and its order. */
export interface Layout {
  readonly columns: readonly string[];
  readonly order: readonly MunicipalityOrder[] | undefined;
}

/** A file laid out as a table is. */
export const tableLayout = (columns: readonly ColumnId[], sort: Sort): Layout => ({
  columns: columnsOf(columns),
  order: orderOf(sort),
});

/** A file laid out as a list of outreach is: the first to approach first, by the standard weights. */
export const listLayout = (purpose: Purpose): Layout => ({
  columns: [
    purpose === 'ASK' ? 'rankToAsk' : 'rankToBrief',
    ...columnsOf([
      'name',
      'class',
      'completeness',
      'status',
      'population',
      'assessed',
      'province',
      'platform',
    ]),
  ],
  order: [{ by: purpose === 'ASK' ? 'PRIORITY_ASK' : 'PRIORITY', direction: 'ASC' }],
});

/** A file about one building block: the verdict on it of each municipality. */
export const blockLayout = (id: string): Layout => ({
  columns: [
    ...columnsOf(['name']),
    `block_${id.replaceAll('-', '_')}`,
    ...exported.class,
    ...exported.province,
  ],
  order: undefined,
});

/** A file laid out as a campaign is: how far each target has come, and what is to be known of it. */
export const campaignLayout: Layout = {
  columns: [
    'campaignStage',
    'campaignOwner',
    'campaignBriefing',
    ...columnsOf([
      'name',
      'class',
      'completeness',
      'status',
      'organisation',
      'population',
      'province',
      'platform',
    ]),
  ],
  order: undefined,
};

/** The address of a file, laid out as given or with everything. */
export const fileAddress = (kind: FileKind, shown: Shown, layout?: Layout): string =>
  address(`/export/municipalities.${kind}`, shown, [
    ['orderBy', layout?.order && JSON.stringify(layout.order)],
    ['columns', layout?.columns.join(',')],
  ]);

/** The address of the map as a picture; none by a shade that only the client draws. */
export function pictureAddress(
  kind: 'png' | 'svg' | 'pdf',
  shown: Shown,
  shade: ShadeId,
  region?: RegionRef,
  width = 1600,
): string | undefined {
  if (shade === 'stage') return undefined;
  return address(`/picture/map.${kind}`, shown, [
    ['shade', shade],
    ['region', region && `${region.set}/${region.code}`],
    ['width', String(width)],
  ]);
}
