// A PostgreSQL cluster of a benchmark: in a temporary folder, reached by a
// socket in it.

import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, temporaryFolder, until } from './processes.mjs';

const installed = '/usr/lib/postgresql';

function programs() {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  // That of the package first: PostGIS comes with it.
  const folders = [
    ...versions.map((one) => join(installed, one, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((one) => existsSync(join(folder, one))),
  );
  if (!found) throw new Error('there is no PostgreSQL: run .ci/install-bench first');
  return found;
}

/** PostgreSQL refuses to run as root: then as whom. */
function owner(folder) {
  if (process.getuid() !== 0) return {};
  const id = (what) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  const ids = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, ids.uid, ids.gid);
  return ids;
}

/** Starts a cluster with the settings of the package: every commit is on disk. */
export async function startPostgres(settings = []) {
  const folder = temporaryFolder();
  const bin = programs();
  const options = { cwd: folder, ...owner(folder) };
  const data = join(folder, 'data');
  const made = ['--username=bench', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C', '-D', data];
  execFileSync(join(bin, 'initdb'), made, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  const own = ['listen_addresses=', `unix_socket_directories=${folder}`, ...settings];
  const args = ['-D', data, ...own.flatMap((setting) => ['-c', setting])];
  // SIGINT ends it also while somebody is connected.
  const server = launch('PostgreSQL', join(bin, 'postgres'), args, options, 'SIGINT');
  const sql = (statements, database = 'postgres') =>
    execFileSync(
      join(bin, 'psql'),
      ['-h', folder, '-U', 'bench', '-d', database, '-qAt', '-v', 'ON_ERROR_STOP=1'],
      {
        input: statements,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    ).trim();
  const ready = () => {
    try {
      return sql('select 1') === '1';
    } catch {
      return false;
    }
  };
  await until(server, ready);
  return {
    ...server,
    folder,
    sql,
    address: (name) => `postgres://bench@localhost/${name}?host=${folder}`,
  };
}
