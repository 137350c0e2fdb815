// How the program grows: today's size beside 9,800 areas with 100,000 and
// 1,000,000 verdicts over ten years, and the same grid at today's number of
// areas. `make growth` writes `docs/growth.md`. `GROWTH=short` stops at 100,000.

import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine, measuredWhen, median, table } from '../support/document.mjs';
import {
  memory,
  mostMemory,
  program,
  root,
  serve,
  sleep,
  stop,
  stopAll,
  temporaryFolder,
} from '../support/processes.mjs';
import { generate, nameOf, verdictFiles } from './generate.mjs';

const short = process.env.GROWTH === 'short';
const folder = temporaryFolder();
const blocks = readFileSync(join(root, 'geodata/data/rubric/building_blocks.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[1]);
const date = '2023-06-01';
const small = 342;
const large = 9_800;

/** Runs a command of the program: how long it took, and the most memory it had. */
async function run(...args) {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const told = [];
  child.stdout.on('data', (part) => told.push(part));
  child.stderr.on('data', (part) => told.push(part));
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, mostMemory(child.pid))), 20);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  const text = Buffer.concat(told).toString('utf8');
  if (code !== 0) throw new Error(`${args.slice(0, 3).join(' ')}: ${text.slice(0, 1000)}`);
  return { took: performance.now() - began, most, text };
}

async function ask(address, query, token) {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(errors).slice(0, 300)}`);
  return data;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Asks a list page by page, as far as a page goes. */
async function askAll(address, query) {
  for (let after = null; ;) {
    const { municipalities } = await ask(address, query.replace('AFTER', JSON.stringify(after)));
    const { hasNextPage, endCursor } = municipalities.pageInfo;
    if (!hasNextPage) return;
    after = endCursor;
  }
}

/** The first time and the median of the next ones. */
async function question(address, query, times = 15) {
  const once = () => timed(() => (query.includes('AFTER') ? askAll : ask)(address, query));
  const first = await once();
  const next = [];
  for (let time = 0; time < times; time++) next.push(await once());
  return { first, next: median(next) };
}

const questions = (code, name) => ({
  'all areas in pages of 1,000 (shading)': `{ municipalities(asOf: "${date}", first: 1000, after: AFTER) { pageInfo { hasNextPage endCursor } nodes { code name coordination { status } policy { class completeness { low high } } } } }`,
  'a list of 50, filtered, by inhabitants': `{ municipalities(asOf: "${date}", first: 50, orderBy: [{ by: POPULATION, direction: DESC }], where: { policyClass: [NONE, PARTIAL] }) { totalCount nodes { code name policy { class } } } }`,
  'whom to brief, the first 50': `{ outreachTargets(asOf: "${date}", first: 50) { totalCount nodes { municipality { code } priority { rank } } } }`,
  'one municipality with its verdicts': `{ municipality(code: "${code}", asOf: "${date}") { code name policy { class verdicts { block { id } verdict validFrom } } } }`,
  'search by name': `{ search(text: "${name}", asOf: "${date}") { municipality { code } } }`,
  'coverage of regions': `{ coverageBy(group: { regionSet: "veiligheidsregio" }, asOf: "${date}") { key coverage { byStatus { status count } } } }`,
  'timeline of ten quarters': `{ timeline(from: "2020-01-01", to: "2022-06-30", step: QUARTER) { date coverage { byClass { class count } } } }`,
});

const token = async (database) =>
  (await run('token', 'add', `growth-${Date.now()}`, '--role', 'ADMIN', '--database', database)).text
    .trim()
    .split(/\s/)
    .at(-1);

/** Everything that is measured on a filled database. */
async function measure(database, code, name, file, month = '2023-02') {
  const secret = await token(database);
  const told = {};
  const starts = [];
  for (let time = 0; time < 3; time++) {
    const server = await serve('dekkingskaart', database);
    starts.push(server.ready);
    told['memory after the start'] = memory(server.pid);
    await stop(server);
  }
  told['start until ready'] = median(starts);
  const log = join(folder, 'log');
  const settings = {
    DEKKINGSKAART_ANSWER_CACHE_MB: '0',
    DEKKINGSKAART_LOG: 'error,dekkingskaart_atlas::core::live=info',
  };
  const server = await serve('dekkingskaart', database, [], settings, {
    stdio: ['ignore', 'ignore', openSync(log, 'w')],
  });
  const { address } = server;
  for (const [what, query] of Object.entries(questions(code, name))) {
    const { first, next } = await question(address, query);
    told[`${what}, first`] = first;
    told[what] = next;
  }
  const day = (number) => `${month}-${String(number + 1).padStart(2, '0')}`;
  const changes = [];
  const written = [];
  for (let number = 0; number < 12; number++) {
    const record = `mutation { recordVerdicts(input: { code: "${code}", validFrom: "${day(number)}", established: CONVERSATION, verdicts: [{ block: "${blocks[0]}", verdict: PRESENT }] }) { code } }`;
    const read = `{ municipality(code: "${code}", asOf: "${day(number)}") { policy { verdicts { block { id } validFrom } } } }`;
    const began = performance.now();
    await ask(address, record, secret);
    written.push(performance.now() - began);
    const { municipality } = await ask(address, read, secret);
    const found = municipality.policy.verdicts.find((one) => one.block.id === blocks[0]);
    if (found?.validFrom !== day(number)) throw new Error('what was recorded cannot be read');
    changes.push(performance.now() - began);
  }
  told['one verdict, until it is answered'] = median(written);
  told['one verdict, until it is read'] = median(changes);
  // What the log says of each: facts read anew from the database, and the atlas of them.
  const find = () => [...readFileSync(log, 'utf8').matchAll(/serving another revision.*milliseconds=(\d+)/g)];
  // The log is written beside the work, and waits for a busy disk.
  let replaced = find();
  for (let tries = 0; tries < 100 && replaced.length < changes.length; tries++) {
    await sleep(100);
    replaced = find();
  }
  if (replaced.length < changes.length)
    throw new Error(`the log tells of ${replaced.length} revisions of ${changes.length}`);
  told['of it, until the atlas is replaced'] = median(
    replaced.map(([, milliseconds]) => Number(milliseconds)),
  );
  const last = async () =>
    (await ask(address, '{ changeLog(first: 1) { nodes { revision } } }', secret)).changeLog.nodes[0]
      .revision;
  const undo = async () => {
    const revision = await last();
    return timed(() => ask(address, `mutation { undoChange(revision: ${revision}) { __typename } }`, secret));
  };
  told['undo of one verdict'] = await undo();
  told['memory after all of this'] = memory(server.pid);
  told['most memory'] = mostMemory(server.pid);
  await stop(server);
  told['size of the database'] = statSync(file).size / 1e6;
  return told;
}

/** Takes back the last file of verdicts. */
async function undoImport(database, revision) {
  const secret = await token(database);
  const server = await serve('dekkingskaart', database);
  const query = `mutation { undoChange(revision: ${revision}) { withdrawn } }`;
  const began = performance.now();
  const { withdrawn, refused } = await ask(server.address, query, secret).then(
    ({ undoChange }) => undoChange,
    (error) => ({ refused: /"code":"(\w+)"/.exec(error.message)?.[1] ?? 'failed' }),
  );
  const took = performance.now() - began;
  if (withdrawn) console.error(`undone: ${withdrawn} verdicts`);
  const used = mostMemory(server.pid);
  await stop(server);
  return { 'undo of a file of verdicts': refused ?? took, 'most memory of that undo': used };
}

/** Fills a database from files of the generator up to so many verdicts, and measures at each. */
async function grow(count, totals, report) {
  const files = join(folder, String(count));
  mkdirSync(files);
  const path = join(files, 'filled.db');
  const database = `sqlite://${path}`;
  const imports = { boundaries: [], others: [], verdicts: [] };
  let most = 0;
  let revision;
  const bring = async ({ kind, file, args }) => {
    const { took, most: used, text } = await run('import', ...args, '--database', database);
    most = Math.max(most, used);
    revision = /this is revision (\d+)/.exec(text)?.[1];
    (imports[kind] ?? imports.others).push(took);
    console.error(
      `${count}: import ${file.split('/').at(-1)} ${(took / 1000).toFixed(1)} s, ${used.toFixed(0)} MB`,
    );
  };
  for (const one of generate(files, count)) await bring(one);
  let rows = 0;
  for (const one of verdictFiles(files, count, totals.at(-1), blocks)) {
    await bring(one);
    rmSync(one.file);
    rows += one.rows;
    if (!totals.includes(rows)) continue;
    // What was recorded at the measurement before would be no change.
    const month = `2023-${String(2 + totals.indexOf(rows)).padStart(2, '0')}`;
    const told = await measure(database, 'GM0100', nameOf(99).slice(0, 12), path, month);
    told['import of the first boundaries'] = imports.boundaries[0];
    told['import of later boundaries with mergers'] = median(imports.boundaries.slice(1));
    told['import of a file of verdicts: the first'] = imports.verdicts[0];
    told['import of a file of verdicts: the last'] = imports.verdicts.at(-1);
    told['import of all verdicts'] = imports.verdicts.reduce((sum, one) => sum + one, 0);
    told['most memory of an import'] = most;
    if (rows === totals.at(-1)) Object.assign(told, await undoImport(database, revision));
    report(rows, told);
  }
}

async function main() {
  const columns = [];
  const today = join(folder, 'today.db');
  await stop(await serve('dekkingskaart', `sqlite://${today}`, ['--demo']));
  columns.push({
    areas: small,
    verdicts: 'shipped, with demonstration data',
    told: await measure(`sqlite://${today}`, 'GM0344', 'Utrecht', today),
  });
  // The share of verdicts that 342 areas have of 100,000.
  const share = Math.round((100_000 * small) / large);
  for (const [count, totals] of [
    [small, [share]],
    [large, short ? [100_000] : [100_000, 1_000_000]],
  ]) {
    await grow(count, totals, (verdicts, told) => {
      columns.push({ areas: count, verdicts, told });
      write(columns);
    });
  }
}

/** How what is measured may grow: with areas, with verdicts, or hardly at all. */
const expected = [
  [/^import of (the first|later) boundaries/, 'areas'],
  [/^(import of|undo of) a file of verdicts/, 'rows'],
  [/^import of all verdicts/, 'verdicts'],
  [/^(size|memory|most memory|start)/, 'both'],
  [/^(all areas|a list|whom to brief|search|coverage|timeline)/, 'areas'],
  [/^(one municipality|one verdict|undo)/, 'logarithm'],
];

/** The aim for the atlas after one change, in milliseconds by areas. */
function atlasAim(columns) {
  const aims = { [small]: 5, [large]: 60 };
  const told = columns.map((column) => {
    const took = column.told['of it, until the atlas is replaced'];
    const aim = aims[column.areas];
    return `${took} ms with ${head(column)} (${took < aim ? 'met' : `not met, by ${took - aim} ms`})`;
  });
  return `The aim for the atlas after one change is less than ${aims[small]} ms with ${small} areas and ${aims[large]} ms with ${large.toLocaleString('en')}: ${told.join('; ')}. That is with reading the change from the database, in whole milliseconds.`;
}

const head = ({ areas, verdicts }) =>
  `${areas.toLocaleString('en')} areas, ${typeof verdicts === 'number' ? `${verdicts.toLocaleString('en')} verdicts` : verdicts}`;

const number = (value) =>
  typeof value !== 'number'
    ? String(value ?? '')
    : value >= 1000
      ? Math.round(value).toLocaleString('en')
      : value.toPrecision(3);

function unit(what) {
  if (/memory|size/.test(what)) return 'MB';
  return 'ms';
}

function write(columns) {
  const grids = columns.filter((column) => column.areas === small && typeof column.verdicts === 'number');
  const base = grids[0];
  const big = columns.filter((column) => column.areas === large);
  const names = [...new Set(columns.flatMap((column) => Object.keys(column.told)))];
  const rows = names.map((what) => [
    `${what}, ${unit(what)}`,
    ...columns.map((column) => number(column.told[what])),
  ]);
  const bars = big.flatMap((column) => {
    const grown = { areas: column.areas / base.areas, verdicts: column.verdicts / base.verdicts };
    const may = {
      areas: grown.areas,
      verdicts: grown.verdicts,
      both: Math.max(grown.areas, grown.verdicts),
      rows: Math.min(100_000, column.verdicts) / base.verdicts,
      logarithm: Math.log2(column.verdicts) / Math.log2(base.verdicts),
    };
    const lines = names.flatMap((what) => {
      const [value, before] = [column.told[what], base.told[what]];
      const kind = expected.find(([pattern]) => pattern.test(what))?.[1] ?? 'both';
      // The atlas has an aim of its own.
      if (typeof value !== 'number' || typeof before !== 'number' || what.startsWith('of it')) return [];
      const factor = value / before;
      const share = factor / may[kind];
      return [
        [
          what,
          `x ${factor.toFixed(factor < 10 ? 1 : 0)}`,
          `x ${may[kind].toFixed(may[kind] < 10 ? 1 : 0)} (${kind})`,
          `\`${'█'.repeat(Math.max(1, Math.min(30, Math.round(share * 10)))).padEnd(10, '·')}\``,
          share <= 1.1 ? 'met' : `not met: ${share.toFixed(1)} times that`,
        ],
      ];
    });
    return [
      `### ${head(column)}`,
      table(['', 'factor', 'aim: in proportion', 'ten blocks are in proportion', ''], lines),
    ];
  });
  const text = `# Growth

Written by \`make growth\`, on ${machine}; ${measuredWhen}.

\`bench/growth/generate.mjs\` invents a country on a grid: areas with about 50 positions each, three dates of boundaries between which one in fifty pairs of neighbours merge, regions of 40, inhabitants, and verdicts over ten years, each municipality and building block in turn. Four digits of a code allow no more than about 9,800 areas. A file of verdicts has at most 100,000 rows, which is what \`import\` reads, so that a million come in ten files. All is on SQLite. Questions are computed afresh: the first one after the start apart, then the median of 15; each is a request over HTTP, whose constant part keeps small factors small.

## Measured

${table(['', ...columns.map(head)], rows)}

## Factor

Against the same grid of ${small} areas with ${base.verdicts.toLocaleString('en')} verdicts. What may grow in proportion is held to the number of areas, of verdicts, of rows of the file, or to the larger of the first two; a point question and a single change to the logarithm of the verdicts. ${atlasAim(columns)}

${bars.join('\n\n')}
`;
  console.log(text);
  const reasons = readReasons();
  if (!short) writeFileSync(join(root, 'docs/growth.md'), `${text}${reasons}`);
}

/** What was found out by hand about what grows faster stays. */
function readReasons() {
  try {
    const old = readFileSync(join(root, 'docs/growth.md'), 'utf8');
    const place = old.indexOf('\n## What grows faster');
    return place < 0 ? '' : old.slice(place);
  } catch {
    return '';
  }
}

try {
  await main();
} finally {
  await stopAll();
}
