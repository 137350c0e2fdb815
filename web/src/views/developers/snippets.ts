import { fileAddress } from '../../lib/files/download';
import type { TextKey } from '../../lib/texts/model';
import type { Language } from '../../lib/texts/language';
import { type Parameters, type ViewSource, known, parametersOf } from './view/model';

/** A view with the site that it is of: `https://dekkingskaart.nl`. */
export interface SourceAt extends ViewSource {
  readonly origin: string;
}

const inShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

// A string of JSON is one of Python and of R too.
const literal = (text: string): string => JSON.stringify(text);

const header = 'Authorization: Bearer TOKEN';
const [headerName = '', headerValue = ''] = header.split(': ');

/** The variables as a parameter, none where there are none. */
const variablesOf = ({ variables }: ViewSource): Parameters =>
  Object.keys(variables).length > 0 ? [['variables', JSON.stringify(variables)]] : [];

/** A command that saves the list as CSV, or shows the answer to the query. */
export function curl(view: SourceAt): string {
  const { file, query, origin, internal } = view;
  const given = file ? file.parameters : [['query', query] as const, ...variablesOf(view)];
  return [
    `curl -sG ${inShell(origin + (file ? file.path : '/graphql'))}`,
    ...(internal ? [`-H ${inShell(header)}`] : []),
    ...given.map((each) => `--data-urlencode ${inShell(each.join('='))}`),
    ...(file ? [`-o ${file.path.split('/').at(-1)}`] : []),
  ].join(' \\\n  ');
}

/** A script in Python: the list as a table, or the answer to the query. */
export function python(view: SourceAt): string {
  const { file, query, origin, internal } = view;
  const given = (all: Parameters): string =>
    all.map(([name, value]) => `    ${literal(name)}: ${literal(value)},\n`).join('');
  if (file)
    return `from urllib.parse import urlencode

import pandas

parameters = {
${given(parametersOf(file))}}
table = pandas.read_csv(
    ${literal(`${origin}${file.path}?`)} + urlencode(parameters)${
      internal ? `,\n    storage_options={${literal(headerName)}: ${literal(headerValue)}},` : ''
    }
)
print(table)`;
  return `import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = """${query}"""
parameters = {
    "query": query,
${given(variablesOf(view))}}
request = Request(
    ${literal(`${origin}/graphql?`)} + urlencode(parameters)${
      internal ? `,\n    headers={${literal(headerName)}: ${literal(headerValue)}},` : ''
    }
)
with urlopen(request) as answer:
    data = json.load(answer)["data"]
print(json.dumps(data, indent=2, ensure_ascii=False))`;
}

/** A script in R: the list as a table, or the answer to the query. */
export function r(view: SourceAt): string {
  const { file, query, origin, internal } = view;
  const given = file ? parametersOf(file) : variablesOf(view);
  const named = given.map(([name, value]) => `  ${name} = ${literal(value)}`);
  const parameters = file ? named : ['  query = query', ...named];
  const address = internal ? `url(address, headers = c(${headerName} = ${literal(headerValue)}))` : 'address';
  return `${file ? '' : `query <- r"(${query})"\n`}parameters <- c(
${parameters.join(',\n')}
)
values <- vapply(parameters, URLencode, "", reserved = TRUE)
address <- paste0(
  ${literal(`${origin}${file ? file.path : '/graphql'}?`)},
  paste(names(parameters), values, sep = "=", collapse = "&")
)
${
  file
    ? `table <- read.csv(${address}, fileEncoding = "UTF-8-BOM", check.names = FALSE)\nprint(table)`
    : `data <- jsonlite::fromJSON(${address})$data\nstr(data)`
}`;
}

/** An address for a GIS, and what it is there. */
export interface GisAddress {
  readonly text: TextKey;
  /** The region set that it is of, where it is of one. */
  readonly set?: string;
  readonly address: string;
}

/** The addresses that QGIS takes: of the view as features, as tiles and as a file with a style, and of all. */
export function gisAddresses(
  { municipalities, regions = [], origin }: SourceAt,
  { asOf, language }: { readonly asOf: string; readonly language: Language },
): readonly GisAddress[] {
  const items = (collection: string, codes: readonly string[] | undefined): string => {
    const given = { datetime: asOf, limit: '1000', ...(codes ? { code: codes.join(',') } : {}) };
    return `${origin}/ogc/collections/${collection}/items?${new URLSearchParams(given)}`;
  };
  const ofRegions = regions.map(({ set, codes }) => ({
    text: 'developers.gis.regions' as const,
    set,
    address: items(`regions-${set}`, codes),
  }));
  const { where, codes } = municipalities ?? { where: undefined };
  const tiles = new URLSearchParams({ asOf, ...known, ...(where ? { where: JSON.stringify(where) } : {}) });
  const ofMunicipalities = municipalities
    ? ([
        { text: 'developers.gis.items', address: items('municipalities', codes) },
        { text: 'developers.gis.tiles', address: `${origin}/tiles/{z}/{x}/{y}.mvt?${tiles}` },
        {
          text: 'developers.gis.file',
          address: `${origin}${fileAddress('gpkg', { asOf, where, language })}`,
        },
      ] as const)
    : [];
  return [...ofRegions, ...ofMunicipalities, { text: 'developers.gis.all', address: `${origin}/ogc` }];
}
