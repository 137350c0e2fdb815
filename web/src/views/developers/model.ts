import { knownAt } from '../../lib/api/known-at';
import type { MunicipalityFilter } from '../../lib/api/generated';

/** A value as GraphQL source; keys in capitals are enum values. */
function literal(value: unknown, isEnum: boolean): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, isEnum)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([key, each]) => `${key}: ${literal(each, enumFields.has(key))}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return isEnum ? String(value) : JSON.stringify(value);
}

/** The fields of `MunicipalityFilter` whose values are enum values. */
const enumFields = new Set(['coordinationStatus', 'arrangementMode', 'policyClass', 'verdict']);

/** `dimension` is both a filter and, inside it, the enum. */
const whereText = (where: MunicipalityFilter): string =>
  literal(where, false).replace(/dimension: "([A-Z]+)"/g, 'dimension: $1');

/** The query for the municipalities that a view shows. */
export function viewQuery(asOf: string, where: MunicipalityFilter | undefined): string {
  const known = knownAt ? `, knownAt: "${knownAt}"` : '';
  const filter = where ? `, where: ${whereText(where)}` : '';
  return `{
  municipalities(asOf: "${asOf}"${known}${filter}) {
    totalCount
    nodes {
      code
      name
      coordination { status }
      policy { class completeness { low high } }
    }
  }
}`;
}

/** The address at which a query can be run and read; GET, so that it can be shared. */
export const runAddress = (query: string): string => `/graphql?${new URLSearchParams({ query })}`;

/** The ways to the same data beside GraphQL. */
export const ways = [
  { path: '/export/municipalities.csv', text: 'developers.export' },
  { path: '/picture/map.svg', text: 'developers.picture' },
  { path: '/ogc', text: 'developers.ogc' },
  { path: '/tiles.json', text: 'developers.tiles' },
  { path: '/dcat', text: 'developers.dcat' },
  { path: '/openapi.json', text: 'developers.openapi' },
] as const;
