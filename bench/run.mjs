// Measures this program beside others on the same data and questions, and
// writes `docs/benchmarks.md`. `BENCH=short` takes about three minutes.
//
// What disturbs least is the processor time of the server for one request; the
// contestants take turns, so that a slow moment hits all of them.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { everything, questions } from './questions.mjs';
import { prepare } from './contestants/nginx.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const program = process.env.DEKKINGSKAART_BIN ?? join(root, 'target/release/dekkingskaart');
const short = process.env.BENCH === 'short';
const rounds = short ? 1 : 3;
const seconds = short ? 1 : 4;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const started = [];

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A port that nobody listens on. */
function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function start(name, command, args, address, env = {}) {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  started.push(child);
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it served`);
    try {
      await fetch(address);
      return { name, child, address };
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`${name} does not serve`);
}

/** A file of a process; nothing when that ended in between. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A process and those that it began and that still run. */
function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}

const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Processor time so far, in milliseconds. */
function processorTime(pid) {
  const times = family(pid).map((one) => {
    const fields = (read(`/proc/${one}/stat`).split(') ')[1] ?? '').split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return times.reduce((sum, time) => sum + time, 0) * tick;
}

/** Memory that is its own, and the most it had, in MB. */
function memory(pid) {
  const all = family(pid).map((one) => {
    const [, resident] = /VmRSS:\s+(\d+)/.exec(read(`/proc/${one}/status`)) ?? [];
    return Number(resident ?? 0) / 1024;
  });
  return all.reduce((sum, one) => sum + one, 0);
}

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

/** Asks one thing for some seconds at so many connections. */
function load(contestant, name, connections, headers) {
  const script = join(folder, `${contestant.name}-${name}.lua`);
  const lines = Object.entries(headers).map(([key, value]) => `wrk.headers["${key}"] = "${value}"`);
  if (!contestant.files) {
    const body = JSON.stringify({ query: questions[name].query });
    lines.push('wrk.method = "POST"', 'wrk.headers["content-type"] = "application/json"', `wrk.body = [==[${body}]==]`);
  }
  writeFileSync(script, lines.join('\n'));
  const suffix = { br: '.br', gzip: '.gz' }[headers['accept-encoding']] ?? '';
  const path = contestant.files ? `/${name}.json${suffix}` : '/graphql';
  if (contestant.child.exitCode !== null) throw new Error(`${contestant.name} ended`);
  const before = processorTime(contestant.child.pid);
  const told = execFileSync(
    'wrk',
    ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, contestant.address + path],
    { encoding: 'utf8' },
  );
  const spent = processorTime(contestant.child.pid) - before;
  if (/Non-2xx|Socket errors/.test(told)) throw new Error(`${contestant.name} ${name}: ${told}`);
  const requests = Number(/(\d+) requests in/.exec(told)[1]);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(told)[1]), time: spent / requests };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.min(...numbers).toPrecision(3)}–${Math.max(...numbers).toPrecision(3)}`;

async function main() {
  const common = { DEKKINGSKAART_LOG: 'error' };
  const serve = async (name, env) => {
    const host = `127.0.0.1:${await freePort()}`;
    const database = `sqlite://${folder}/${name}.db`;
    const args = ['serve', '--demo', '--listen', host, '--database', database];
    return start(name, program, args, `http://${host}`, { ...common, ...env });
  };
  const afresh = await serve('ours', { DEKKINGSKAART_ANSWER_CACHE_MB: '0' });
  const kept = await serve('kept', {});
  const data = join(folder, 'data.json');
  const [all, coverage] = await Promise.all([
    ask(afresh.address, everything.municipalities),
    ask(afresh.address, everything.coverage),
  ]);
  writeFileSync(
    data,
    JSON.stringify({ municipalities: all.data.municipalities.nodes, coverage: coverage.data.coverageBy }),
  );
  const port = await freePort();
  const mercurius = await start(
    'mercurius',
    process.execPath,
    [join(here, 'contestants/mercurius.mjs'), data, String(port)],
    `http://127.0.0.1:${port}`,
    { NODE_ENV: 'production' },
  );
  const answers = {};
  for (const [name, { query }] of Object.entries(questions)) {
    const [ours, again, theirs] = await Promise.all(
      [afresh, kept, mercurius].map(({ address }) => ask(address, query)),
    );
    if (!isDeepStrictEqual(rounded(ours.data), rounded(theirs.data)) || !isDeepStrictEqual(ours.data, again.data)) {
      throw new Error(`${name}: the answers differ`);
    }
    answers[name] = ours.text;
  }
  const files = await freePort();
  const nginx = await start('nginx', ...prepare(folder, files, answers), `http://127.0.0.1:${files}/Q1.json`);
  nginx.address = `http://127.0.0.1:${files}`;
  nginx.files = true;

  const runs = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(questions)) {
      for (const connections of [1, 32]) {
        for (const contestant of [afresh, mercurius]) {
          runs.push({ of: contestant.name, name, connections, encoding: 'identity', ...load(contestant, name, connections, {}) });
        }
        for (const encoding of ['identity', 'br']) {
          const headers = encoding === 'identity' ? {} : { 'accept-encoding': encoding };
          for (const contestant of [kept, nginx]) {
            runs.push({ of: contestant.name, name, connections, encoding, ...load(contestant, name, connections, headers) });
          }
        }
      }
      console.error(`round ${round + 1}: ${name}`);
    }
  }
  const used = Object.fromEntries([afresh, kept, mercurius, nginx].map((one) => [one.name, memory(one.child.pid)]));
  const text = report(runs, used);
  console.log(text);
  if (!short) writeFileSync(join(root, 'docs/benchmarks.md'), text);
}

function report(runs, used) {
  const of = (who, name, connections, encoding, what) =>
    runs
      .filter((run) => run.of === who && run.name === name && run.connections === connections && run.encoding === encoding)
      .map((run) => run[what]);
  const names = Object.keys(questions);
  const version = (command, args) => execFileSync(command, args, { encoding: 'utf8' }).trim();
  const packages = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies;
  const lines = [
    '# Benchmarks',
    '',
    `Written by \`make bench\`${short ? ', in short' : ''}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s for each figure, medians (in brackets from lowest to highest), on ${cpus().length} cores (${cpus()[0].model.trim()}) with ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}. Node ${process.version}, mercurius ${packages.mercurius}, ${version('sh', ['-c', 'nginx -v 2>&1'])}. The load comes from the same machine (wrk), which takes a part of it.`,
    '',
    'The questions are those of `bench/questions.mjs`, over the 352 municipalities of 2021 with invented verdicts; all contestants answered them alike before anything was timed.',
    '',
    '## Computed afresh',
    '',
    'Processor time of the server for one request, in milliseconds. The aim is 0.8 times that of the best peer.',
    '',
    '| question | connections | ours | mercurius | ours / mercurius | aim | requests a second: ours | mercurius |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const name of names) {
    for (const connections of [1, 32]) {
      const [ours, theirs] = ['ours', 'mercurius'].map((who) => of(who, name, connections, 'identity', 'time'));
      const [rate, other] = ['ours', 'mercurius'].map((who) => median(of(who, name, connections, 'identity', 'rate')));
      const ratio = median(ours) / median(theirs);
      lines.push(
        `| ${name} ${questions[name].what} | ${connections} | ${median(ours).toFixed(3)} (${spread(ours)}) | ${median(theirs).toFixed(3)} (${spread(theirs)}) | ${ratio.toFixed(2)} | ${ratio <= 0.8 ? 'met' : 'not met'} | ${Math.round(rate)} | ${Math.round(other)} |`,
      );
    }
  }
  lines.push(
    '',
    '## Asked again',
    '',
    'Requests a second at 32 connections of what was asked before, beside the same bytes as a file. The aim is 0.8 times nginx.',
    '',
    '| question | encoding | ours | nginx | ours / nginx | aim | processor time: ours | nginx |',
    '|---|---|---|---|---|---|---|---|',
  );
  for (const name of names) {
    for (const encoding of ['identity', 'br']) {
      const [ours, theirs] = ['kept', 'nginx'].map((who) => of(who, name, 32, encoding, 'rate'));
      const [time, other] = ['kept', 'nginx'].map((who) => median(of(who, name, 32, encoding, 'time')));
      const ratio = median(ours) / median(theirs);
      lines.push(
        `| ${name} | ${encoding} | ${Math.round(median(ours))} | ${Math.round(median(theirs))} | ${ratio.toFixed(2)} | ${ratio >= 0.8 ? 'met' : 'not met'} | ${time.toFixed(3)} | ${other.toFixed(3)} |`,
      );
    }
  }
  const mb = (who) => `${Math.round(used[who])} MB`;
  lines.push(
    '',
    '## Memory after the load',
    '',
    `Ours, computing: ${mb('ours')}; ours, keeping answers: ${mb('kept')}; mercurius: ${mb('mercurius')}; nginx: ${mb('nginx')}. The aim is 100 MB.`,
    '',
  );
  return lines.join('\n');
}

try {
  await main();
} finally {
  for (const child of started) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
