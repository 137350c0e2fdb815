import { knownAt } from '../../lib/api/known-at';
import type { MunicipalityFilter } from '../../lib/api/generated';

/** The query for the municipalities that a view shows; its date and filter are variables. */
export const viewQuery = `query View($asOf: Date, $knownAt: DateTime, $where: MunicipalityFilter) {
  municipalities(asOf: $asOf, knownAt: $knownAt, where: $where) {
    totalCount
    nodes {
      code
      name
      coordination { status }
      policy { class completeness { low high } }
    }
  }
}`;

/** The variables of that query, as JSON. */
export const viewVariables = (asOf: string, where: MunicipalityFilter | undefined): string =>
  JSON.stringify({ asOf, knownAt, where }, null, 2);

/** The address at which a query can be run and read; GET, so that it can be shared. */
export const runAddress = (query: string, variables?: string): string =>
  `/graphql?${new URLSearchParams({ query, ...(variables && { variables }) })}`;

/** The ways to the same data beside GraphQL. */
export const ways = [
  { path: '/export/municipalities.csv', text: 'developers.export' },
  { path: '/picture/map.svg', text: 'developers.picture' },
  { path: '/ogc', text: 'developers.ogc' },
  { path: '/tiles.json', text: 'developers.tiles' },
  { path: '/dcat', text: 'developers.dcat' },
  { path: '/openapi.json', text: 'developers.openapi' },
] as const;
