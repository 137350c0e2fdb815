import { defineConfig } from 'vite';

import { precompress } from './vite.precompress.ts';

/**
 * GraphiQL is a build of its own, after that of the client: it shares neither
 * chunks nor the style sheet with it, so the map never carries an editor.
 */
export default defineConfig({
  plugins: [precompress()],
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // Inline data: URLs for fonts or scripts would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    // The editor is one large piece that only this page loads.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: 'graphiql.html',
      onLog(level, log, report) {
        // 'use client' means something to frameworks that render on a server.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
