import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:8080';

/** Lets the browser fetch the client itself while the entry already asks for the data. */
function preloadClient(): Plugin {
  return {
    name: 'preload-client',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const client = chunks.find(({ name }) => name === 'start');
        return [...(client?.imports ?? []), ...(client ? [client.fileName] : [])].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

/** Writes a `.br` and a `.gz` beside every text file of the build, so that the server never compresses them. */
function precompress(): Plugin {
  const texts = new Set(['.html', '.js', '.css', '.svg', '.txt', '.webmanifest']);
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      const folder = join(import.meta.dirname, 'dist');
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !texts.has(extname(entry.name))) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [svelte(), preloadClient(), precompress()],
  build: {
    target: 'es2022',
    // Inline data: URLs for fonts or scripts would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The views are small: one style sheet saves a wait at each first visit of one.
    cssCodeSplit: false,
  },
  server: {
    proxy: {
      '/graphql': server,
      '/schema.graphql': server,
      '/map': server,
      '/health': server,
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
