// The same questions by mercurius with its just-in-time compiler, from memory:
// `node mercurius.mjs DATA PORT`.

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { GraphQLScalarType } from 'graphql';
import mercurius from 'mercurius';

const [, , file, port] = process.argv;
const { municipalities, coverage } = JSON.parse(readFileSync(file, 'utf8'));
const byCode = new Map(municipalities.map((one) => [one.code, one]));

const schema = `
  scalar GeoJSON
  enum Class { NONE PARTIAL BASIC COMPLETE UNKNOWN BASIC_COMPLETE PROVISIONAL }
  enum Order { POPULATION NAME }
  enum Direction { ASC DESC }
  input RegionInput { set: String! code: String! }
  input Where { region: RegionInput policyClass: [String!] }
  input OrderInput { by: Order! direction: Direction }
  input Group { regionSet: String }
  type Source { url: String }
  type Block { id: String! }
  type Verdict { block: Block! verdict: String! validFrom: String established: String source: Source }
  type Completeness { low: Float! high: Float! }
  type Policy { class: String! completeness: Completeness! verdicts: [Verdict!]! }
  type Coordination { status: String! }
  type Population { inhabitants: Int! }
  type Region { set: String! code: String! name: String! }
  type Municipality {
    code: String! name: String! geometry: GeoJSON! population: Population
    regions: [Region!]! coordination: Coordination! policy: Policy!
  }
  type Municipalities { totalCount: Int! nodes: [Municipality!]! }
  type StatusCount { status: String! count: Int! }
  type Coverage { byStatus: [StatusCount!]! }
  type CoverageRow { key: String! label: String! coverage: Coverage! }
  type Query {
    municipality(code: String!, asOf: String): Municipality
    municipalities(asOf: String, first: Int, orderBy: [OrderInput!], where: Where): Municipalities!
    coverageBy(group: Group!, asOf: String): [CoverageRow!]!
  }
`.replace('policyClass: [String!]', 'policyClass: [Class!]');

const inhabitants = (one) => one.population?.inhabitants ?? 0;

const resolvers = {
  GeoJSON: new GraphQLScalarType({ name: 'GeoJSON', serialize: (value) => value }),
  Query: {
    municipality: (_, { code }) => byCode.get(code) ?? null,
    municipalities: (_, { first, orderBy, where }) => {
      let found = municipalities;
      if (where?.region) {
        const { set, code } = where.region;
        found = found.filter((one) => one.regions.some((in_) => in_.set === set && in_.code === code));
      }
      if (where?.policyClass) {
        const wanted = new Set(where.policyClass);
        found = found.filter((one) => wanted.has(one.policy.class));
      }
      if (orderBy?.[0]?.by === 'POPULATION') {
        found = [...found].sort((a, b) => inhabitants(b) - inhabitants(a));
      }
      return { totalCount: found.length, nodes: first ? found.slice(0, first) : found };
    },
    coverageBy: () => coverage,
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, jit: 1 });
await app.listen({ host: '127.0.0.1', port: Number(port) });
