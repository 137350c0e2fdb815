import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

import { precompress } from './vite.precompress.ts';

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
      '/auth': server,
      '/map': server,
      '/sheet': server,
      '/health': server,
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
