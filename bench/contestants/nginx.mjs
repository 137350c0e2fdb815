// The bytes of the answers as files, by nginx: what is possible when nothing is
// computed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Writes the settings and the files, and tells how nginx is started. */
export function prepare(folder, port, answers) {
  mkdirSync(join(folder, 'files'), { recursive: true });
  for (const [name, body] of Object.entries(answers)) {
    writeFileSync(join(folder, 'files', `${name}.json`), body);
    writeFileSync(join(folder, 'files', `${name}.json.gz`), gzipSync(body));
    writeFileSync(join(folder, 'files', `${name}.json.br`), brotliCompressSync(body));
  }
  const settings = `
    daemon off;
    ${process.getuid() === 0 ? 'user root;' : ''}
    pid ${folder}/nginx.pid;
    error_log stderr crit;
    worker_processes 2;
    events { worker_connections 256; }
    http {
      types { application/json json; }
      access_log off;
      sendfile on;
      keepalive_requests 1000000000;
      open_file_cache max=100;
      server {
        listen 127.0.0.1:${port};
        root ${folder}/files;
        location ~ \\.br$ { types {} default_type application/json; add_header Content-Encoding br; }
      }
    }`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, settings);
  return ['nginx', ['-e', 'stderr', '-c', file]];
}
