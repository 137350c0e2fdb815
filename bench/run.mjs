// Measures this program beside others on the same data and questions, and
// writes its sections of `docs/benchmarks.md`. `BENCH=short` takes some minutes
// less and writes nothing.
//
// What disturbs least is the processor time of the server for one request; the
// contestants take turns, so that a slow moment hits all of them.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { prepare } from './contestants/nginx.mjs';
import * as postgraphileWords from './contestants/postgraphile.mjs';
import { everything, questions } from './questions.mjs';
import { machine, measuredWhen, median, table, writeHead, writeSection } from './support/document.mjs';
import { startPostgres } from './support/postgres.mjs';
import {
  freePort,
  memory,
  memoryOfFiles,
  processorTime,
  root,
  serve,
  sharedMemory,
  start,
  stopAll,
  temporaryFolder,
} from './support/processes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const document = 'docs/benchmarks.md';
const floorProgram = process.env.FLOOR_BIN ?? join(root, 'target/bench-floor/release/floor');
const short = process.env.BENCH === 'short';
const rounds = short ? 1 : 3;
const seconds = short ? 1 : 2;
const aim = 0.8;
const names = Object.keys(questions);
const folder = temporaryFolder();
const production = { NODE_ENV: 'production' };

async function ask(address, query) {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await answer.text();
  const told = JSON.parse(text);
  if (told.errors) throw new Error(`${address}: ${text.slice(0, 400)}`);
  return { text, data: told.data };
}

/** Numbers that were written in other digits are equal to nine of them. */
function rounded(value) {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'number' ? Number(one.toPrecision(9)) : one,
  );
}

/** What a contestant is asked: the question in its words, or the file of its answer. */
function request(contestant, name, encoding) {
  const headers = encoding === 'identity' ? {} : { 'accept-encoding': encoding };
  const lines = Object.entries(headers).map(([key, value]) => `wrk.headers["${key}"] = "${value}"`);
  if (contestant.name !== 'nginx') {
    const body = JSON.stringify({ query: (contestant.words ?? questions)[name].query });
    lines.push(
      'wrk.method = "POST"',
      'wrk.headers["content-type"] = "application/json"',
      `wrk.body = [==[${body}]==]`,
    );
  }
  const path = contestant.files ? `/${name}.json${encoding === 'br' ? '.br' : ''}` : '/graphql';
  return { script: lines.join('\n'), path };
}

/** Asks one thing for some seconds at so many connections. */
function load(contestant, name, connections, encoding) {
  if (contestant.child.exitCode !== null) throw new Error(`${contestant.name} ended`);
  const { script, path } = request(contestant, name, encoding);
  const file = join(folder, 'wrk.lua');
  writeFileSync(file, script);
  const pids = [contestant, ...(contestant.beside ?? [])].map(({ pid }) => pid);
  const spent = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
  const before = spent();
  const told = execFileSync(
    'wrk',
    ['-t1', '--timeout', '20s', `-c${connections}`, `-d${seconds}s`, '-s', file, contestant.address + path],
    { encoding: 'utf8' },
  );
  const time = spent() - before;
  if (/Non-2xx|Socket errors/.test(told)) throw new Error(`${contestant.name} ${name}: ${told}`);
  const requests = Number(/(\d+) requests in/.exec(told)[1]);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(told)[1]), time: time / requests };
}

/** Starts what computes its answers, all on the same data. */
async function startContestants() {
  const database = (name) => `sqlite://${folder}/${name}.db`;
  const ours = await serve('ours', database('ours'), ['--demo'], { DEKKINGSKAART_ANSWER_CACHE_MB: '0' });
  const kept = await serve('kept', database('kept'), ['--demo']);
  const [all, coverage] = await Promise.all([
    ask(ours.address, everything.municipalities),
    ask(ours.address, everything.coverage),
  ]);
  const data = { municipalities: all.data.municipalities.nodes, coverage: coverage.data.coverageBy };
  const file = join(folder, 'data.json');
  writeFileSync(file, JSON.stringify(data));

  const port = await freePort();
  const mercurius = await start(
    'mercurius',
    process.execPath,
    [join(here, 'contestants/mercurius.mjs'), file, String(port)],
    `http://127.0.0.1:${port}`,
    production,
  );
  const postgres = await startPostgres();
  postgraphileWords.fill(postgres, data);
  const another = await freePort();
  const postgraphile = {
    ...(await start(
      'PostGraphile',
      process.execPath,
      [join(here, 'contestants/postgraphile.mjs'), postgres.address('bench'), String(another)],
      `http://127.0.0.1:${another}`,
      production,
    )),
    beside: [postgres],
    words: Object.fromEntries(names.map((name) => [name, { query: postgraphileWords.questions[name] }])),
  };
  return { ours, kept, peers: [mercurius, postgraphile], floor: await startFloor('graphql', file) };
}

/** The bare libraries; in short only when they are built already. */
async function startFloor(mode, path) {
  if (!existsSync(floorProgram)) {
    if (!short) throw new Error(`${floorProgram} is not there: make bench builds it`);
    console.error(`without the floor: ${floorProgram} is not built`);
    return undefined;
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return start(mode === 'fixed' ? 'hyper' : 'floor', floorProgram, [mode, path, String(port)], address);
}

/** The text of our answers, after all others answered alike. */
async function compare({ ours, kept, peers, floor }) {
  const answers = {};
  for (const [name, { query }] of Object.entries(questions)) {
    const own = await ask(ours.address, query);
    for (const contestant of [kept, ...peers, floor].filter(Boolean)) {
      const told = await ask(contestant.address, (contestant.words ?? questions)[name].query);
      const data = contestant.words ? postgraphileWords.toContract[name](told.data) : told.data;
      if (!isDeepStrictEqual(rounded(own.data), rounded(data))) {
        throw new Error(`${name}: ${contestant.name} answers otherwise`);
      }
    }
    answers[name] = own.text;
  }
  return answers;
}

async function main() {
  const contestants = await startContestants();
  const { ours, kept, peers, floor } = contestants;
  const answers = await compare(contestants);
  const port = await freePort();
  const nginx = await start('nginx', ...prepare(folder, port, answers), `http://127.0.0.1:${port}/Q1.json`);
  Object.assign(nginx, { address: `http://127.0.0.1:${port}`, files: true });
  const hyper = await startFloor('fixed', join(folder, 'files'));
  if (hyper) hyper.files = true;

  const runs = [];
  const measure = (all, name, connections, encoding) => {
    for (const contestant of all.filter(Boolean)) {
      runs.push({
        of: contestant.name,
        name,
        connections,
        encoding,
        ...load(contestant, name, connections, encoding),
      });
    }
  };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      for (const connections of [1, 32]) measure([ours, ...peers, floor], name, connections, 'identity');
      for (const encoding of ['identity', 'br']) measure([kept, nginx, hyper], name, 32, encoding);
      console.error(`round ${round + 1}: ${name}`);
    }
  }
  const sections = report(runs, peers, memoryOf([ours, kept, ...peers, floor, nginx, hyper].filter(Boolean)));
  for (const [title, text] of Object.entries(sections)) {
    console.log(`## ${title}\n\n${text}\n`);
    if (!short) writeSection(document, title, text);
  }
  if (!short) writeHead(document, head());
}

function memoryOf(contestants) {
  const labels = {
    ours: 'ours, computing',
    kept: 'ours, keeping answers',
    floor: 'async-graphql floor',
    hyper: 'hyper floor',
  };
  return contestants.map(({ name, pid, beside = [] }) => [
    labels[name] ?? name,
    memory(pid),
    memoryOfFiles(pid),
    beside.reduce((sum, one) => sum + sharedMemory(one.pid), 0),
  ]);
}

function head() {
  const version = (name) =>
    JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
  const told = (command) => execFileSync('sh', ['-c', `${command} 2>&1`], { encoding: 'utf8' }).trim();
  return `# Benchmarks

Written by \`make bench\`, on ${machine}. A section says when it was measured. The load comes from the same machine, which takes a part of it; other work on it makes all figures worse.

Node ${process.version}, mercurius ${version('mercurius')} (with its just-in-time compiler, from memory), PostGraphile ${version('postgraphile')} (the present one; 4 is kept for those who have it) on PostgreSQL 15 with PostGIS, ${told('nginx -v').replace('nginx version: ', '')}.

- **Peers** are mercurius and PostGraphile. The processor time of PostGraphile is with that of its PostgreSQL.
- **Floors** are no peers: \`bench/contestants/floor\` answers from memory by plain resolvers of async-graphql, and by hyper alone with the bytes of files. They tell what the libraries below this program cost by themselves.
- The questions are those of \`bench/questions.mjs\`, over the 352 municipalities of 2021 with invented verdicts. All answered them alike before anything was timed. PostGraphile makes its schema from tables, so that it is asked for the same fields in its own words, which \`bench/contestants/postgraphile.mjs\` lists with what makes its answers comparable. Outlines are kept in a column of GeoJSON, written once by \`ST_AsGeoJSON\`; totals of regions are kept as a table, as mercurius keeps them in memory; the filter of Q4 is a function of the database.`;
}

const spread = (numbers) => `${Math.min(...numbers).toPrecision(3)}–${Math.max(...numbers).toPrecision(3)}`;

function report(runs, peers, used) {
  const of = (who, name, connections, encoding, what) =>
    runs
      .filter(
        (run) =>
          run.of === who && run.name === name && run.connections === connections && run.encoding === encoding,
      )
      .map((run) => run[what]);
  const hasFloor = runs.some((run) => run.of === 'floor');
  const measured = `${measuredWhen}: medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s for each figure, in brackets from lowest to highest.`;

  const afresh = names.flatMap((name) =>
    [1, 32].map((connections) => {
      const times = (who) => of(who, name, connections, 'identity', 'time');
      const rate = (who) => Math.round(median(of(who, name, connections, 'identity', 'rate')));
      const time = (who) => `${median(times(who)).toFixed(3)} (${spread(times(who))})`;
      const best = peers.map((one) => one.name).toSorted((a, b) => median(times(a)) - median(times(b)))[0];
      const ratio = median(times('ours')) / median(times(best));
      const floors = hasFloor
        ? [time('floor'), (median(times('ours')) / median(times('floor'))).toFixed(2)]
        : ['', ''];
      return [
        `${name} ${questions[name].what}`,
        connections,
        time('ours'),
        ...peers.map((one) => time(one.name)),
        `${ratio.toFixed(2)} (${best})`,
        ratio <= aim ? 'met' : `not met, by ${((ratio / aim - 1) * 100).toFixed(0)} %`,
        ...floors,
        [rate('ours'), ...peers.map((one) => rate(one.name))].join(' / '),
      ];
    }),
  );
  const again = names.flatMap((name) =>
    ['identity', 'br'].map((encoding) => {
      const rate = (who) => median(of(who, name, 32, encoding, 'rate'));
      const time = (who) => median(of(who, name, 32, encoding, 'time')).toFixed(3);
      const ratio = rate('kept') / rate('nginx');
      return [
        name,
        encoding,
        Math.round(rate('kept')),
        Math.round(rate('nginx')),
        hasFloor ? Math.round(rate('hyper')) : '',
        ratio.toFixed(2),
        ratio >= aim ? 'met' : `not met, by ${((1 - ratio / aim) * 100).toFixed(0)} %`,
        hasFloor ? (rate('hyper') / rate('nginx')).toFixed(2) : '',
        hasFloor ? (rate('kept') / rate('hyper')).toFixed(2) : '',
        [time('kept'), time('nginx'), hasFloor ? time('hyper') : ''].join(' / '),
      ];
    }),
  );
  const all = (who, what, connections, encodings) =>
    encodings.flatMap((encoding) => names.map((name) => median(of(who, name, connections, encoding, what))));
  const between = (numbers) => spread(numbers).replace('–', ' to ');
  const hyperTakes = hasFloor
    ? `Where it is not met: an answer that is kept takes ${between(all('kept', 'time', 32, ['br']))} ms of processor time, of which hyper alone takes ${between(all('hyper', 'time', 32, ['br']))} ms (brotli); the rest is what a server has around it: places of connections, the limits of a client, the route, the question as the key of its answer, headers, what is counted. A profile of 1 December 2026 (Q4, brotli) had 40 % in the kernel, 11 % in hyper and what it reads and writes heads with, 8 % in metrics and traces, 8 % in this program's own functions, 7 % in tokio, 5 % in allocating and 1 % in the layers of tower and axum, which had been 21 % with what passed through them.`
    : '';
  const floorTakes = hasFloor
    ? `Where it is not met: a question this small is mostly what every request costs (HTTP, reading the question, limits). The executor of async-graphql alone, with nothing around it, takes ${between(all('floor', 'time', 32, ['identity']))} ms at 32 connections, which is why hot objects are written without it.`
    : '';
  const mb = (number) => `${Math.round(number)} MB`;
  return {
    'Computed afresh': `${measured} Processor time of the server for one request, in milliseconds. The aim is ${aim} times that of the best peer.

${table(
  [
    'question',
    'connections',
    'ours',
    ...peers.map((one) => one.name),
    'ours / best peer',
    'aim',
    'async-graphql floor',
    'ours / floor',
    `requests a second: ours / ${peers.map((one) => one.name).join(' / ')}`,
  ],
  afresh,
)}

${floorTakes}`,
    'Asked again': `${measured} Requests a second at 32 connections of what was asked before, beside the same bytes as a file by nginx, and by hyper alone: it reads the same question as ours and answers with fixed bytes. The aim is ${aim} times nginx; what hyper reaches is what is left to reach.

${table(
  [
    'question',
    'encoding',
    'ours',
    'nginx',
    'hyper',
    'ours / nginx',
    'aim',
    'hyper / nginx',
    'ours / hyper',
    'processor time, ms: ours / nginx / hyper',
  ],
  again,
)}

${hyperTakes}`,
    'Memory after the load': `${measuredWhen}: resident, after all of the above. What processes of PostgreSQL share is counted once. The aim is less than 100 MB.

${table(
  ['', 'memory', 'of it pages of files', 'aim'],
  used.map(([name, own, files, beside]) => [
    name,
    beside > 0 ? `${mb(own)}, and its database ${mb(beside)}` : mb(own),
    mb(files),
    name.startsWith('ours') ? (own < 100 ? 'met' : `not met, by ${mb(own - 100)}`) : '',
  ]),
)}`,
  };
}

try {
  await main();
} finally {
  await stopAll();
}
