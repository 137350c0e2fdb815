import { existsSync, readFileSync, statSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A server in front of another one, which takes the files of the client from a folder. */
export interface ClientFiles {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a client that was built after the server: the server holds the client inside,
 * and building it again takes minutes. The pages keep the server's headers.
 */
export async function serveClientFiles(folder: string, server: string): Promise<ClientFiles> {
  const fileOf = (path: string): string | undefined => {
    const file = join(folder, normalize(path));
    return path !== '/' && existsSync(file) && statSync(file).isFile() ? file : undefined;
  };

  /** A page of the client as the folder has it; any other as it is. */
  function newer(page: string): string {
    const name = page.includes('assets/graphiql')
      ? 'graphiql.html'
      : page.includes('id="app"')
        ? 'index.html'
        : undefined;
    return name ? readFileSync(join(folder, name), 'utf8') : page;
  }

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    // The encoded page of the server would be that of the client inside it.
    const headers = { ...asked.headers, ...(isPage(asked) ? { 'accept-encoding': 'identity' } : {}) };
    const forwarded = request(
      `${server}${asked.url ?? '/'}`,
      { method: asked.method, headers },
      (response) => {
        const page = response.headers['content-type']?.startsWith('text/html') === true && isPage(asked);
        if (!page || response.headers.location) {
          answer.writeHead(response.statusCode ?? 502, response.headers);
          response.pipe(answer);
          return;
        }
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const { 'content-length': _, etag: __, ...kept } = response.headers;
          answer.writeHead(response.statusCode ?? 502, kept);
          answer.end(newer(Buffer.concat(parts).toString()));
        });
      },
    );
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  }

  const front = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', server);
    const file = fileOf(pathname);
    if (!file) return pass(asked, answer);
    const type = { 'content-type': types[extname(file)] ?? 'application/octet-stream' };
    const small = `${file}.br`;
    const encoded = asked.headers['accept-encoding']?.includes('br') === true && existsSync(small);
    answer.writeHead(200, encoded ? { ...type, 'content-encoding': 'br' } : type);
    answer.end(readFileSync(encoded ? small : file));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port } = front.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        front.close(() => resolve());
        front.closeAllConnections();
      }),
  };
}

const isPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers.accept?.includes('text/html') === true;
