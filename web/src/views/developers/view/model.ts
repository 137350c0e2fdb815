import { knownAt } from '../../../lib/api/known-at';
import type { MunicipalityFilter } from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { Municipality } from '../../../lib/atlas/model';
import type { FilteredScene } from '../../../lib/atlas/filtered-scene';
import { type Layout, among } from '../../../lib/files/download';
import { toWhere } from '../../../lib/filter/where';
import type { View } from '../../../lib/route/model';
import type { RegionName } from '../../shared/search/rows';

/** What a view shows, as other programs ask for it. */
export interface ViewSource {
  /** A GraphQL document with one operation. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The file of an export that holds the same, where there is one. */
  readonly file?: ExportedFile;
  /** The municipalities that it is about, where it is about some. */
  readonly municipalities?: Selection;
  /** The regions that it is about, by set; all of the set where none are named. */
  readonly regions?: readonly { readonly set: string; readonly codes?: readonly string[] }[];
  /** Whether only who has an account may read it. */
  readonly internal?: boolean;
}

/** Municipalities as an export is asked for them, and by code; no codes stand for all. */
export interface Selection {
  readonly where: MunicipalityFilter | undefined;
  readonly codes?: readonly string[];
}

/** A file of an export: its path, and what it is asked for with. */
export interface ExportedFile {
  readonly path: string;
  readonly parameters: Parameters;
  /** What makes of it what programs read: codes for values, and one separator whatever the language. */
  readonly coded?: Parameters;
}

export type Parameters = readonly (readonly [name: string, value: string])[];

/** What is known of the view beside its address. */
export interface Context {
  readonly view: View;
  readonly filtered: FilteredScene;
  /** ISO 8601. */
  readonly today: string;
  readonly regionName: RegionName;
  /** Whether who looks has the factor `contact` among the weights. */
  readonly staff: boolean;
}

/** The instant of the page, for variables. */
export const known = knownAt ? { knownAt } : {};

const coded: Parameters = [
  ['separator', 'comma'],
  ['decimal', 'point'],
  ['values', 'codes'],
];

/** The list of municipalities as CSV. */
export function municipalitiesFile(
  asOf: string | undefined,
  where: MunicipalityFilter | undefined,
  layout?: Partial<Layout>,
  campaign?: string,
): ExportedFile {
  const given: readonly (readonly [string, string | undefined])[] = [
    ['asOf', asOf],
    ['knownAt', campaign ? undefined : knownAt],
    ['campaign', campaign],
    ['where', where && JSON.stringify(where)],
    ['orderBy', layout?.order && JSON.stringify(layout.order)],
    ['columns', layout?.columns?.join(',')],
  ];
  const parameters = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { path: '/export/municipalities.csv', parameters, coded };
}

/** The parts that most views are made of. */
export function parts({ view, filtered, today }: Context, rows: readonly Municipality[] = filtered.shown) {
  const { asOf, municipalities } = filtered.scene.atlas;
  const listed = rows.map(({ code }) => code);
  const where = among(toWhere(filtered.filter, asOf, municipalities), listed, filtered.shown.length);
  const codes = listed.length === municipalities.length ? undefined : listed;
  const dated = { asOf, ...known };
  return {
    asOf,
    today,
    where,
    dated,
    language: serverLanguage(view.language),
    selection: { where, ...(codes ? { codes } : {}) },
    selected: { ...dated, ...(where ? { where } : {}) },
  };
}

/** What a file is asked for with by a program. */
export const parametersOf = ({ parameters, coded: forPrograms = [] }: ExportedFile): Parameters => [
  ...parameters,
  ...forPrograms,
];
