// Processes that a benchmark starts: on free ports, in a temporary folder, and
// gone with it, however it ends.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const program = process.env.DEKKINGSKAART_BIN ?? join(root, 'target/release/dekkingskaart');

const started = [];
const folders = [];

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A folder that goes when the benchmark ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  return folder;
}

// Also when it fails or is interrupted: what runs is killed, and what it wrote goes.
process.once('exit', () => {
  for (const { child } of started) if (child.exitCode === null) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Starts a process that is stopped, at the latest, when the benchmark ends. */
export function launch(name, command, args, options = {}, signal = 'SIGTERM') {
  const child = spawn(command, args, { stdio: 'ignore', ...options });
  child.once('error', (error) => console.error(`${name}: ${error.message}`));
  const process = { name, child, pid: child.pid, signal };
  started.push(process);
  return process;
}

/** Waits until something is so, as long as the process runs. */
export async function until(process, isSo, pause = 100) {
  for (let waited = 0; waited < 120_000; waited += pause) {
    if (process.child.exitCode !== null) throw new Error(`${process.name} ended before it served`);
    if (await isSo()) return;
    await sleep(pause);
  }
  throw new Error(`${process.name} does not serve`);
}

export const answers = (address) => () =>
  fetch(address).then(
    (answer) => answer.arrayBuffer().then(() => true),
    () => false,
  );

/** Starts a server and waits until it answers at an address. */
export async function start(name, command, args, address, env = {}) {
  const server = launch(name, command, args, { env: { ...process.env, ...env } });
  await until(server, answers(address));
  return { ...server, address };
}

/** Serves a database with this program; ready when this returns. */
export async function serve(name, database, args = [], env = {}, options = {}) {
  const host = `127.0.0.1:${await freePort()}`;
  const all = ['serve', '--listen', host, '--database', database, ...args];
  const environment = { ...process.env, DEKKINGSKAART_LOG: 'error', ...env };
  const began = performance.now();
  const server = launch(name, program, all, { ...options, env: environment });
  const address = `http://${host}`;
  const ready = () =>
    fetch(`${address}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until(server, ready, 5);
  return { ...server, address, ready: performance.now() - began };
}

/** Stops a process and waits for its end. */
export async function stop({ child, signal }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

export async function stopAll() {
  for (const one of started.toReversed()) await stop(one);
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

/** Processor time so far in milliseconds, with that of children that ended. */
export function processorTime(pid) {
  const times = family(pid).map((one) => {
    const fields = (read(`/proc/${one}/stat`).split(') ')[1] ?? '').split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return times.reduce((sum, time) => sum + time, 0) * tick;
}

/** Resident memory in MB, of a process and those that it began. */
export function memory(pid) {
  return sum(pid, (one) => /VmRSS:\s+(\d+)/.exec(read(`/proc/${one}/status`)));
}

/** The part of it that is pages of files, such as the program's own, in MB. */
export function memoryOfFiles(pid) {
  return sum(pid, (one) => /RssFile:\s+(\d+)/.exec(read(`/proc/${one}/status`)));
}

/** The most that was resident, in MB. */
export function mostMemory(pid) {
  return sum(pid, (one) => /VmHWM:\s+(\d+)/.exec(read(`/proc/${one}/status`)));
}

/** Resident memory in MB, where processes share much of it: counted once. */
export function sharedMemory(pid) {
  return sum(pid, (one) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`)));
}

function sum(pid, match) {
  return family(pid).reduce((all, one) => all + Number(match(one)?.[1] ?? 0) / 1024, 0);
}
