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
