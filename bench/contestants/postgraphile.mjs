// The same questions by PostGraphile, from PostgreSQL with PostGIS:
// `node postgraphile.mjs DATABASE PORT`.

import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const schema = `
  create extension postgis;

  create table municipality (
    -- By its key a list is in order: that of the others' answers.
    position int primary key,
    code text not null unique,
    name text not null,
    outline geometry(geometry, 4326) not null,
    inhabitants int,
    status text not null,
    class text not null,
    low float8 not null,
    high float8 not null,
    -- Written once: a column that is computed on each question is slower.
    geometry json not null generated always as (ST_AsGeoJSON(outline)::json) stored
  );
  create table region (
    "set" text,
    code text,
    name text not null,
    primary key ("set", code)
  );
  create table membership (
    municipality_code text references municipality (code),
    "set" text,
    region_code text not null,
    primary key (municipality_code, "set"),
    constraint membership_region foreign key ("set", region_code) references region
  );
  create index on membership ("set", region_code);
  create table verdict (
    municipality_code text references municipality (code),
    position int,
    block_id text not null,
    verdict text not null,
    valid_from date,
    established text,
    source_url text,
    primary key (municipality_code, position)
  );
  create table coverage (
    key text primary key,
    label text not null
  );
  create table status_count (
    key text references coverage,
    position int,
    status text not null,
    count int not null,
    primary key (key, position)
  );

  comment on constraint membership_municipality_code_fkey on membership is E'@foreignSimpleFieldName memberships';
  comment on constraint membership_region on membership is E'@fieldName region';
  comment on constraint verdict_municipality_code_fkey on verdict is E'@foreignSimpleFieldName verdicts';
  comment on constraint status_count_key_fkey on status_count is E'@foreignSimpleFieldName byStatus';

  -- A filter over other tables and a list of values is asked by a function.
  create function targets(region_set text, region_code text, classes text[]) returns setof municipality
    language sql stable as $$
      select municipality.*
      from municipality
      join membership on membership.municipality_code = municipality.code
      where membership."set" = region_set
        and membership.region_code = targets.region_code
        and municipality.class = any (classes)
      order by municipality.inhabitants desc
    $$;
`;

// What is no object of its own here is a field of the municipality.
const ofAll = 'code name status class low high';

/** The same sets of fields, as this schema says them. */
export const questions = {
  Q1: `{ allMunicipalitiesList { ${ofAll} geometry } }`,
  Q2: `{ allMunicipalitiesList { ${ofAll} } }`,
  Q3: `{ municipalityByCode(code: "GM0344") { code name geometry memberships { region { set code name } } status class verdicts { blockId verdict validFrom established sourceUrl } } }`,
  Q4: `{ targets(regionSet: "provincie", regionCode: "PV30", classes: ["NONE", "PARTIAL"], first: 50) { totalCount nodes { code name inhabitants class } } }`,
  Q5: `{ allCoveragesList { key label byStatus { status count } } }`,
};

const shaded = ({ status, class: policyClass, low, high, ...rest }) => ({
  ...rest,
  coordination: { status },
  policy: { class: policyClass, completeness: { low, high } },
});

/** Answers in the shape of the others', to compare them. */
export const toContract = {
  Q1: (data) => ({ municipalities: { nodes: data.allMunicipalitiesList.map(shaded) } }),
  Q2: (data) => ({ municipalities: { nodes: data.allMunicipalitiesList.map(shaded) } }),
  Q3: ({ municipalityByCode: { memberships, status, class: policyClass, verdicts, ...rest } }) => ({
    municipality: {
      ...rest,
      regions: memberships.map(({ region }) => region),
      coordination: { status },
      policy: {
        class: policyClass,
        verdicts: verdicts.map(({ blockId, sourceUrl, ...verdict }) => ({
          ...verdict,
          block: { id: blockId },
          source: { url: sourceUrl },
        })),
      },
    },
  }),
  Q4: ({ targets: { totalCount, nodes } }) => ({
    municipalities: {
      totalCount,
      nodes: nodes.map(({ inhabitants, class: policyClass, ...rest }) => ({
        ...rest,
        population: { inhabitants },
        policy: { class: policyClass },
      })),
    },
  }),
  Q5: (data) => ({
    coverageBy: data.allCoveragesList.map(({ byStatus, ...rest }) => ({ ...rest, coverage: { byStatus } })),
  }),
};

/** A value as SQL. */
function literal(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

const insert = (table, rows) =>
  `insert into ${table} values ${rows.map((row) => `(${row.map(literal).join(',')})`).join(',\n')};`;

/** Puts the data that the others have in memory into a database. */
export function fill(postgres, { municipalities, coverage }) {
  const rows = (of) => municipalities.flatMap((one) => of(one));
  const regions = new Map(rows(({ regions }) => regions.map((one) => [`${one.set} ${one.code}`, one])));
  const outlines = municipalities.map(
    (
      { code, name, geometry, population, coordination, policy: { class: policyClass, completeness } },
      position,
    ) =>
      `(${[position, code, name].map(literal).join(',')}, ST_SetSRID(ST_GeomFromGeoJSON(${literal(JSON.stringify(geometry))}), 4326), ${[population?.inhabitants, coordination.status, policyClass, completeness.low, completeness.high].map(literal).join(',')})`,
  );
  postgres.sql('create database bench');
  postgres.sql(
    [
      schema,
      `insert into municipality values ${outlines.join(',\n')};`,
      insert(
        'region',
        [...regions.values()].map(({ set, code, name }) => [set, code, name]),
      ),
      insert(
        'membership',
        rows((one) => one.regions.map(({ set, code }) => [one.code, set, code])),
      ),
      insert(
        'verdict',
        rows((one) =>
          one.policy.verdicts.map(({ block, verdict, validFrom, established, source }, position) => [
            one.code,
            position,
            block.id,
            verdict,
            validFrom,
            established,
            source?.url,
          ]),
        ),
      ),
      insert(
        'coverage',
        coverage.map(({ key, label }) => [key, label]),
      ),
      insert(
        'status_count',
        coverage.flatMap(({ key, coverage: { byStatus } }) =>
          byStatus.map(({ status, count }, position) => [key, position, status, count]),
        ),
      ),
      'analyze;',
    ].join('\n'),
    'bench',
  );
}

async function main(database, port) {
  process.env.GRAPHILE_ENV = 'production';
  // PostGraphile 5 is made for Node 22, and this is all that 20 lacks of it.
  Promise.withResolvers ??= () => {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  };
  const { postgraphile } = await import('postgraphile');
  const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
  const { makePgService } = await import('postgraphile/adaptors/pg');
  const { grafserv } = await import('postgraphile/grafserv/node');
  const service = makePgService({
    connectionString: database,
    schemas: ['public'],
    poolConfig: { max: 16, idleTimeoutMillis: 0 },
  });
  const served = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    schema: { defaultBehavior: '+connection +list' },
    grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
  }).createServ(grafserv);
  const server = createServer();
  await served.addTo(server);
  server.listen({ host: '127.0.0.1', port });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv[2], Number(process.argv[3]));
}
