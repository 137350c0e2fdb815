import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { PolicyClass, Verdict } from '../../../web/src/lib/api/generated';
import { type Server, startServer } from '../support/server';

/**
 * The rules of verdicts and classes once more, straight from the shipped files and without a line of the
 * program, against what the program says of every municipality on many dates.
 */

type Row = Readonly<Record<string, string>>;
const data = join(import.meta.dirname, '../../../geodata/data');

/** The records of a CSV file; a quoted field may hold commas, and quotes doubled. */
function rows(file: string): Row[] {
  const text = readFileSync(join(data, file), 'utf8');
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') records.push([]);
  }
  const [names = [], ...lines] = records.filter((record) => record.length > 1);
  return lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ''])));
}

const editions = ['2020-01-01', '2021-01-01', '2022-01-01', '2022-03-24', '2023-01-01'];
const codesOf = new Map(
  editions.map((date) => {
    const text = readFileSync(join(data, `boundaries/gemeenten-${date}.geojson`), 'utf8');
    const { features } = JSON.parse(text) as { features: { properties: { statcode: string } }[] };
    return [date, features.map(({ properties }) => properties.statcode)];
  }),
);
const editionOn = (date: string): string => editions.findLast((edition) => edition <= date) ?? '';
const blocks = rows('rubric/building_blocks.csv');
const successions = rows('successions.csv');
const arrangements = rows('coordination/arrangements.csv');
const documents = rows('policy/documents.csv');

function grouped(all: readonly Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of all) groups.set(row[key] ?? '', [...(groups.get(row[key] ?? '') ?? []), row]);
  return groups;
}

const verdictsOf = grouped(rows('policy/verdicts.csv'), 'municipality_code');
const arrangementsOf = grouped(rows('coordination/coverage.csv'), 'municipality_code');
const documentsOf = grouped(rows('policy/coverage.csv'), 'municipality_code');

interface Known {
  readonly verdict: Verdict;
  /** Whether it follows from an arrangement alone. */
  readonly arranged?: boolean;
}
type States = ReadonlyMap<string, Known>;
const unknown: Known = { verdict: 'UNKNOWN' };
const strength: readonly Verdict[] = ['ABSENT', 'UNKNOWN', 'IN_PREPARATION', 'PRESENT'];
const statuses = ['NONE', 'REMOTE', 'IN_PREPARATION', 'TEMPORARY', 'STRUCTURAL'];
const care: readonly Verdict[] = ['ABSENT', 'ABSENT', 'IN_PREPARATION', 'PRESENT', 'PRESENT'];

/** Who went wholly into a municipality on the day on which it began. */
function origins(code: string): string[] {
  const born = editions.findIndex((edition) => codesOf.get(edition)?.includes(code));
  if (born < 1) return [];
  return successions
    .filter((each) => each['to_code'] === code && each['effective_date'] === editions[born])
    .filter((each) => each['from_code'] !== code && Number(each['area_share']) > 0.5)
    .map((each) => each['from_code'] ?? '');
}

function statesOn(date: string): (code: string) => States {
  const memory = new Map<string, States>();
  const named = (list: Map<string, Row[]>, code: string, id: string, records: readonly Row[]): Row[] => {
    const ids = new Set(list.get(code)?.map((row) => row[id]));
    return records.filter((record) => ids.has(record['id']));
  };
  return function states(code: string): States {
    const before = memory.get(code);
    if (before) return before;
    const found = new Map<string, Known>();
    for (const row of verdictsOf
      .get(code)
      ?.toSorted((a, b) => (a['valid_from'] ?? '').localeCompare(b['valid_from'] ?? '')) ?? [])
      if ((row['valid_from'] ?? '') <= date)
        found.set(row['block'] ?? '', { verdict: row['verdict'] as Verdict });
    const derive = (block: string, known: Known): void => {
      if (!found.has(block)) found.set(block, known);
    };
    for (const document of named(documentsOf, code, 'document_id', documents)) {
      if (!document['valid_from'] || document['valid_from'] > date) continue;
      derive('adopted-policy', { verdict: 'PRESENT' });
      if (document['scope'] === 'REGIONAL') derive('regional-plan', { verdict: 'PRESENT' });
    }
    const best = Math.max(
      ...named(arrangementsOf, code, 'arrangement_id', arrangements)
        .filter(
          (each) => (each['valid_from'] ?? '') <= date && (!each['valid_to'] || date < each['valid_to']),
        )
        .map((each) => statuses.indexOf(each['status'] ?? '')),
    );
    const verdict = care[best];
    if (verdict) derive('care-coordination', { verdict, arranged: true });
    const inherited = origins(code).map(states);
    for (const { id = '' } of blocks) {
      const [weakest = unknown] = inherited
        .map((each) => each.get(id) ?? unknown)
        .toSorted((a, b) => strength.indexOf(a.verdict) - strength.indexOf(b.verdict));
      derive(id, weakest);
    }
    memory.set(code, found);
    return found;
  };
}

function classOf(states: States): PolicyClass {
  const known = [...states.values()];
  const basics = blocks
    .filter(({ level }) => level === 'BASIC')
    .map(({ id = '' }) => states.get(id) ?? unknown);
  const told = known.filter(({ arranged }) => !arranged);
  if (told.every(({ verdict }) => verdict === 'UNKNOWN')) return 'NOT_ASSESSED';
  if (known.every(({ verdict }) => verdict === 'PRESENT')) return 'ADVANCED';
  if (basics.every(({ verdict }) => verdict === 'PRESENT')) return 'COMPLETE';
  if (!basics.some(({ verdict }) => verdict === 'ABSENT' || verdict === 'IN_PREPARATION')) return 'UNCERTAIN';
  const something = told.some(({ verdict }) => verdict === 'PRESENT' || verdict === 'IN_PREPARATION');
  return states.get('adopted-policy')?.verdict === 'ABSENT' && !something ? 'NONE' : 'PARTIAL';
}

/** The boundary dates, the quarters and the ends of months, and the days about which figures are quoted. */
const dates = [
  ...new Set([
    ...editions,
    '2021-12-31',
    '2026-11-28',
    ...Array.from({ length: 8 * 12 }, (_, month) =>
      new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10),
    ),
    ...Array.from({ length: 8 * 4 }, (_, quarter) =>
      new Date(Date.UTC(2020, 3 * quarter, 1)).toISOString().slice(0, 10),
    ),
  ]),
].toSorted();

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

type Told = readonly [code: string, policyClass: PolicyClass, verdicts: string];

async function told(date: string): Promise<Told[]> {
  const query = `query ($asOf: Date) { municipalities(asOf: $asOf, first: 400) { nodes {
    code policy { class verdicts { verdict block { id } } } } } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { asOf: date } }),
  });
  const { data: answer, errors } = (await response.json()) as {
    data: {
      municipalities: {
        nodes: {
          code: string;
          policy: { class: PolicyClass; verdicts: { verdict: Verdict; block: { id: string } }[] };
        }[];
      };
    };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return answer.municipalities.nodes
    .map(({ code, policy }): Told => [
      code,
      policy.class,
      policy.verdicts.map(({ verdict, block }) => `${block.id} ${verdict}`).join(', '),
    ])
    .toSorted(([a], [b]) => a.localeCompare(b));
}

function reckoned(date: string): Told[] {
  const states = statesOn(date);
  return (codesOf.get(editionOn(date)) ?? [])
    .map((code): Told => {
      const of = states(code);
      const verdicts = blocks.map(({ id = '' }) => `${id} ${of.get(id)?.verdict ?? 'UNKNOWN'}`);
      return [code, classOf(of), verdicts.join(', ')];
    })
    .toSorted(([a], [b]) => a.localeCompare(b));
}

function counts(all: readonly Told[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const [, of] of all) counted[of] = (counted[of] ?? 0) + 1;
  return counted;
}

test.each([
  ['2021-12-31', { PARTIAL: 38, UNCERTAIN: 188, NOT_ASSESSED: 126 }],
  ['2026-11-28', { PARTIAL: 85, UNCERTAIN: 193, NOT_ASSESSED: 64 }],
])('on %s the classes of the public data are as they were reckoned apart', async (date, expected) => {
  expect(counts(reckoned(date))).toEqual(expected);
  expect(counts(await told(date))).toEqual(expected);
});

test(`every verdict and class agrees for every municipality on ${dates.length} dates`, async () => {
  for (const date of dates) expect(await told(date), date).toEqual(reckoned(date));
}, 600_000);
