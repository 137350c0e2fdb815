import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes a `.br` and a `.gz` beside every file of the build that shrinks, so that the server never compresses them. */
export function precompress(): Plugin {
  const shrinking = new Set(['.html', '.js', '.css', '.svg', '.txt', '.webmanifest', '.ttf']);
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      const folder = join(import.meta.dirname, 'dist');
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !shrinking.has(extname(entry.name))) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
