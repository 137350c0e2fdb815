import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { serveClientFiles } from './client-files';

/** A server of its own for a test file, with a database of its own. */
export interface Server {
  readonly url: string;
  /** Makes a token of a role, which the server takes from then on. */
  readonly token: (name: string, role: string, region?: string) => Promise<string>;
  /** Makes an account with these arguments of `user add`. */
  readonly person: (email: string, password: string, ...more: string[]) => Promise<void>;
  /** What it has printed and logged so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const target = join(import.meta.dirname, '../../../target');
const started = 60_000;

/** The program that was built last. */
export function binary(): string {
  const named = process.env['DEKKINGSKAART_BIN'];
  const built = ['release', 'debug'].map((profile) => join(target, profile, 'dekkingskaart'));
  const found = named ?? built.find((path) => existsSync(path));
  if (!found)
    throw new Error('no server to test: build it with `cargo build`, or name it in DEKKINGSKAART_BIN');
  return found;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function ready(url: string, process: ChildProcess, output: string[]): Promise<void> {
  const until = Date.now() + started;
  while (Date.now() < until) {
    if (process.exitCode !== null) throw new Error(`the server stopped:\n${output.join('')}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready within ${started} ms:\n${output.join('')}`);
}

/** Waits until the server knows a token: it looks for changes by others every second. */
async function taken(url: string, token: string): Promise<void> {
  const until = Date.now() + started;
  const query = new URLSearchParams({ query: '{viewer{signedIn}}' });
  while (Date.now() < until) {
    const answer = await fetch(`${url}/graphql?${query}`, { headers: { authorization: `Bearer ${token}` } });
    if ((await answer.text()).includes('"signedIn":true')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not take the token within ${started} ms`);
}

/** Asks GraphQL with a token, beside any browser; fails when anything is refused. */
export async function ask<Answer>(
  url: string,
  token: string,
  query: string,
  variables: object = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}

/** Starts the built server on a free port with an empty database, which it fills itself. */
export async function startServer(
  options: { demo?: boolean; closed?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<Server> {
  const flags = [options.demo ? ['--demo'] : [], options.closed ? ['--public', 'none'] : []].flat();
  // Between looking for a free port and listening on it another process may take it.
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(flags, options.settings ?? {});
    } catch (cause) {
      if (attempt === 3) throw cause;
    }
  }
}

async function startOnce(
  more: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'dekkingskaart-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const database = `sqlite://${join(folder, 'test.db')}`;
  const flags = ['serve', '--listen', listen, '--database', database, ...more];
  // A program that is not optimised takes long for what is quick elsewhere.
  const patience = { DEKKINGSKAART_DEADLINE_SECONDS: '120', DEKKINGSKAART_QUEUE_SECONDS: '60' };
  const env = { ...process.env, ...patience, ...settings };
  const child = spawn(binary(), flags, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const own = `http://${listen}`;
  // A client that was built after the server.
  const folderOfClient = process.env['DEKKINGSKAART_CLIENT'];
  const front = folderOfClient ? await serveClientFiles(folderOfClient, own) : undefined;
  const url = front?.url ?? own;
  const stop = async (): Promise<void> => {
    await front?.stop();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  await ready(own, child, output).catch(async (cause: unknown) => {
    await stop();
    throw cause;
  });
  const token = async (name: string, role: string, region?: string): Promise<string> => {
    const asked = ['token', 'add', name, '--role', role, '--database', database];
    const { stdout } = await promisify(execFile)(binary(), region ? [...asked, '--region', region] : asked);
    await taken(url, stdout.trim());
    return stdout.trim();
  };
  const person = async (email: string, password: string, ...more: string[]): Promise<void> => {
    const adding = promisify(execFile)(binary(), ['user', 'add', email, ...more, '--database', database]);
    adding.child.stdin?.end(`${password}\n`);
    await adding;
  };
  return { url, token, person, output: () => output.join(''), stop };
}
