import { knownAt } from '../../lib/api/known-at';
import { type Shown, fileAddress } from '../../lib/files/download';
import type { TextKey } from '../../lib/texts/model';

/** A view with the site that it is of: `https://dekkingskaart.nl`. */
export interface ShownAt extends Shown {
  readonly origin: string;
}

type Parameters = readonly (readonly [name: string, value: string])[];

function parametersOf({ asOf, where }: Shown): Parameters {
  const selection: Parameters = where ? [['where', JSON.stringify(where)]] : [];
  const known: Parameters = knownAt ? [['knownAt', knownAt]] : [];
  return [['asOf', asOf], ...known, ...selection];
}

/** A CSV as programs read it, with codes for values. */
const forPrograms: Parameters = [
  ['separator', 'comma'],
  ['decimal', 'point'],
  ['values', 'codes'],
];

const inShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export function curl(view: ShownAt): string {
  const lines = [
    `curl -sG ${inShell(`${view.origin}/export/municipalities.csv`)}`,
    ...parametersOf(view).map((given) => `--data-urlencode ${inShell(given.join('='))}`),
    '-o municipalities.csv',
  ];
  return lines.join(' \\\n  ');
}

// A string of JSON is one of Python and of R too.
const literal = (text: string): string => JSON.stringify(text);

export function python(view: ShownAt): string {
  const given = [...parametersOf(view), ...forPrograms];
  return `from urllib.parse import urlencode

import pandas

parameters = {
${given.map(([name, value]) => `    ${literal(name)}: ${literal(value)},`).join('\n')}
}
municipalities = pandas.read_csv(
    ${literal(`${view.origin}/export/municipalities.csv?`)} + urlencode(parameters)
)
print(municipalities)`;
}

export function r(view: ShownAt): string {
  const given = [...parametersOf(view), ...forPrograms];
  return `parameters <- c(
${given.map(([name, value]) => `  ${name} = ${literal(value)}`).join(',\n')}
)
values <- vapply(parameters, URLencode, "", reserved = TRUE)
query <- paste(names(parameters), values, sep = "=", collapse = "&")
municipalities <- read.csv(
  paste0(${literal(`${view.origin}/export/municipalities.csv?`)}, query),
  fileEncoding = "UTF-8-BOM", check.names = FALSE
)
print(municipalities)`;
}

/** An address for a GIS, and what it is there. */
export interface GisAddress {
  readonly text: TextKey;
  readonly address: string;
}

/** The addresses that QGIS takes: of this view as features, as tiles and as a file with a style, and of all. */
export function gisAddresses(view: ShownAt, codes: readonly string[] | undefined): readonly GisAddress[] {
  const items = new URLSearchParams({
    datetime: view.asOf,
    limit: '1000',
    ...(codes ? { code: codes.join(',') } : {}),
  });
  const tiles = new URLSearchParams(parametersOf(view).map((given) => [...given]));
  return [
    { text: 'developers.gis.items', address: `${view.origin}/ogc/collections/municipalities/items?${items}` },
    { text: 'developers.gis.tiles', address: `${view.origin}/tiles/{z}/{x}/{y}.mvt?${tiles}` },
    { text: 'developers.gis.file', address: `${view.origin}${fileAddress('gpkg', view)}` },
    { text: 'developers.gis.all', address: `${view.origin}/ogc` },
  ];
}
