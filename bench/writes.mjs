// How many verdicts a second can be recorded over HTTP, each one read back
// before its writer goes on: with 1 and 16 writers, on SQLite and PostgreSQL
// with full durability, and with none and 100,000 verdicts on record before.
// `node bench/writes.mjs` writes its section of `docs/benchmarks.md`.

import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { measuredWhen, median, table, writeSection } from './support/document.mjs';
import { startPostgres } from './support/postgres.mjs';
import {
  processorTime,
  program,
  serve,
  sleep,
  stop,
  stopAll,
  temporaryFolder,
} from './support/processes.mjs';

const aim = 200;
const short = process.env.BENCH === 'short';
const seconds = short ? 1 : 4;
const records = short ? [0] : [0, 100_000];
const writers = [1, 16];
const folder = temporaryFolder();
/** One account writes as much as sixteen people do. */
const unlimited = ['--client-rate', '100000', '--client-burst', '1000000'];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function run(...args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

function ask(address, token, query, variables) {
  return new Promise((done, failed) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(`${address}/graphql`, { method: 'POST', agent, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const { data, errors } = JSON.parse(Buffer.concat(parts).toString('utf8'));
        if (errors) failed(new Error(JSON.stringify(errors).slice(0, 400)));
        else done(data);
      });
    });
    sent.on('error', failed);
    sent.end(JSON.stringify({ query, variables }));
  });
}

const day = (number) => new Date(Date.UTC(2023, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

/** Verdicts on what none is about yet, one after the other. */
function* verdicts(codes, blocks) {
  for (let at = 0; ; at++) {
    const rest = Math.floor(at / codes.length);
    yield {
      code: codes[at % codes.length],
      block: blocks[rest % blocks.length],
      date: day(Math.floor(rest / blocks.length)),
    };
  }
}

const recording = `mutation ($code: MunicipalityCode!, $block: ID!, $date: Date!) {
  recordVerdicts(input: {
    code: $code, validFrom: $date, established: CONVERSATION, sourceUrl: "https://example.org/raad/besluit",
    verdicts: [{ block: $block, verdict: PRESENT, note: "zoals besproken met de beleidsadviseur" }]
  }) { code }
}`;
const reading = `query ($code: MunicipalityCode!, $date: Date!) {
  municipality(code: $code, asOf: $date) { policy { verdicts { block { id } verdict validFrom } } }
}`;

/** Records one, and reads it back by a request of its own. */
async function record(address, token, { code, block, date }) {
  const began = performance.now();
  await ask(address, token, recording, { code, block, date });
  const took = performance.now() - began;
  const { municipality } = await ask(address, token, reading, { code, date });
  const found = municipality.policy.verdicts.find((one) => one.block.id === block);
  if (found?.validFrom !== date || found.verdict !== 'PRESENT') {
    throw new Error(`${code} ${block} ${date} was recorded and cannot be read`);
  }
  return took;
}

/** How long a write of a page takes until the disk has it, in milliseconds. */
function diskTime() {
  const file = openSync(join(folder, 'disk'), 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return median(times);
}

/** Serves a new database with so many verdicts, and tells what it is written with. */
async function prepare(database, count) {
  const first = await serve('dekkingskaart', database);
  const data = await ask(
    first.address,
    undefined,
    '{ municipalities(asOf: "2023-01-01") { nodes { code } } rubric { blocks { id } } }',
  );
  await stop(first);
  const codes = data.municipalities.nodes.map(({ code }) => code);
  const next = verdicts(
    codes,
    data.rubric.blocks.map(({ id }) => id),
  );
  if (count > 0) {
    const file = join(folder, 'verdicts.csv');
    const rows = Array.from({ length: count }, () => {
      const { code, block, date } = next.next().value;
      return `${code},${block},PRESENT,${date},CONVERSATION`;
    });
    writeFileSync(file, ['municipality_code,block,verdict,valid_from,established', ...rows].join('\n'));
    run('import', 'verdicts', file, '--database', database);
  }
  const token = run('token', 'add', 'bench', '--role', 'ADMIN', '--database', database).trim();
  return { server: await serve('dekkingskaart', database, unlimited), token, next };
}

async function measure({ server, token, next }, count, beside) {
  const spent = () => [server, ...beside].reduce((sum, one) => sum + processorTime(one.pid), 0);
  const until = performance.now() + seconds * 1000;
  const times = [];
  const write = async () => {
    while (performance.now() < until) times.push(await record(server.address, token, next.next().value));
  };
  const [before, began] = [spent(), performance.now()];
  await Promise.all(Array.from({ length: count }, write));
  const took = (performance.now() - began) / 1000;
  return {
    rate: times.length / took,
    time: median(times),
    processor: (spent() - before) / times.length,
    times,
  };
}

async function main() {
  const rows = [];
  const disk = diskTime();
  const postgres = await startPostgres();
  let perSync;
  for (const kind of ['SQLite', 'PostgreSQL']) {
    for (const count of records) {
      const name = `writes_${count}`;
      if (kind === 'PostgreSQL') postgres.sql(`create database ${name}`);
      const database = kind === 'SQLite' ? `sqlite://${folder}/${name}.db` : postgres.address(name);
      const prepared = await prepare(database, count);
      for (const number of writers) {
        const syncs = async () => {
          // A backend tells its counters at most once a second.
          await sleep(1500);
          return Number(postgres.sql('select wal_sync from pg_stat_wal'));
        };
        const before = await syncs();
        const told = await measure(prepared, number, kind === 'SQLite' ? [] : [postgres]);
        if (kind === 'PostgreSQL' && number === 16) perSync = told.times.length / ((await syncs()) - before);
        const met = told.rate >= aim;
        rows.push([
          kind,
          count.toLocaleString('en'),
          number,
          Math.round(told.rate),
          `${told.time.toFixed(1)} ms`,
          `${told.processor.toFixed(2)} ms`,
          met ? 'met' : `not met, by ${((1 - told.rate / aim) * 100).toFixed(0)} %`,
        ]);
        console.error(rows.at(-1).join(' | '));
      }
      await stop(prepared.server);
    }
  }
  const text = `${measuredWhen}: \`bench/writes.mjs\`, ${seconds} s for each figure, over HTTP. Every verdict is a change of its own, on disk when it is answered (SQLite with \`synchronous = full\`, PostgreSQL with its own settings), and was read back by another request before its writer went on. The aim is ${aim} a second.

${table(
  [
    'database',
    'verdicts before',
    'writers',
    'recorded a second',
    'until it is answered (median)',
    'processor time of one, read back',
    'aim',
  ],
  rows,
)}

A page written and synced to this disk by itself took ${disk.toFixed(2)} ms (median of 200). Changes are not committed in groups: a writer holds the turn of its server until its transaction is on disk (\`server/store/src/record/change.rs\`, \`Store::open\`), so that 16 writers have no more syncs to share than one; PostgreSQL counted ${perSync.toFixed(2)} verdicts for each sync of its log with 16 writers. What is not the disk is the processor: the change itself, its lines in the audit trail, the next atlas, and the view of the date that is read. Nothing of that goes through all verdicts on record since 1 December 2026; [growth.md](growth.md#what-grows-faster) tells what did.`;
  console.log(text);
  if (!short) writeSection('docs/benchmarks.md', 'Writes', text);
}

try {
  await main();
} finally {
  agent.destroy();
  await stopAll();
}
