import { type IntrospectionQuery, buildClientSchema, buildSchema, getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Server, startServer } from '../support/server';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('the audits of GraphQL over HTTP', () => {
  for (const audit of serverAudits({ url: () => `${server.url}/graphql` }))
    test(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn();
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
    });
});

const whole = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

/** A reference to a type, so many wrappers deep. */
const reference = (depth: number, more = ''): string =>
  `kind name ${more} ${depth > 0 ? `ofType { ${reference(depth - 1, more)} }` : ''}`;

/** What clients before 2020 asked, whose queries others still carry. */
const earlier = (name: string, depth: number, more = ''): string => `
  query ${name} {
    __schema {
      ${more}
      queryType { name ${more} } mutationType { name ${more} } subscriptionType { name ${more} }
      types { ...FullType }
      directives { name description locations args { ...InputValue } ${more} }
    }
  }
  fragment FullType on __Type {
    kind name description ${more}
    fields(includeDeprecated: true) {
      name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason ${more}
    }
    inputFields { ...InputValue }
    interfaces { ...TypeRef }
    enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason ${more} }
    possibleTypes { ...TypeRef }
  }
  fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue ${more} }
  fragment TypeRef on __Type { ${reference(depth, more)} }`;

const queries: readonly (readonly [string, string])[] = [
  // Version 17 (17.1.0) writes the same, unless it is asked for what is not in the specification.
  ['graphql-js 16 and 17', getIntrospectionQuery()],
  ['graphql-js 16 and 17, everything', getIntrospectionQuery(whole)],
  // As Apollo's client sends it: with the name of the type in every place.
  ['Apollo', earlier('IntrospectionQuery', 7, '__typename')],
  ['Insomnia', getIntrospectionQuery({ inputValueDeprecation: true })],
  ['Relay', earlier('IntrospectionQuery', 7)],
];

async function ask(query: string): Promise<{ data?: IntrospectionQuery; errors?: unknown }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ operationName: 'IntrospectionQuery', query }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { data?: IntrospectionQuery; errors?: unknown };
}

describe('the schema as clients ask for it', () => {
  test.each(queries)('%s', async (_, query) => {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    const sdl = await (await fetch(`${server.url}/schema.graphql`)).text();
    const names = Object.keys(buildSchema(sdl).getTypeMap()).toSorted();
    const introspected = data as IntrospectionQuery;
    expect(Object.keys(buildClientSchema(introspected).getTypeMap()).toSorted()).toEqual(names);
  });
});
