import type { MunicipalityFilter } from '../api/generated';
import type { TextKey } from '../texts/model';

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
  const filter = where ? `, where: ${whereText(where)}` : '';
  return `{
  municipalities(asOf: "${asOf}"${filter}) {
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

export interface Example {
  readonly title: TextKey;
  readonly query: string;
}

export const examples: readonly Example[] = [
  {
    title: 'developers.exampleAll',
    query: `{
  municipalities(orderBy: [{ by: POPULATION, direction: DESC }], first: 10) {
    totalCount
    nodes { code name coordination { status } policy { class } }
  }
}`,
  },
  {
    title: 'developers.examplePlace',
    query: `{
  municipalityAt(longitude: 5.3872, latitude: 52.1552) { code name }
}`,
  },
  {
    title: 'developers.exampleCare',
    query: `{
  whoCovers(code: "GM0200", asOf: "2021-12-31", age: 17) {
    fallback
    explanation
    arrangement { organisation status }
  }
}`,
  },
  {
    title: 'developers.exampleRegions',
    query: `{
  coverageBy(group: { regionSet: "veiligheidsregio" }) {
    label
    coverage { municipalityCount coveredShare byStatus { status count } }
  }
}`,
  },
  {
    title: 'developers.exampleHistory',
    query: `{
  reorganisations { date kind from { name } to { name } }
}`,
  },
];
