import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

import { precompress } from './vite.precompress.ts';
import { dropUnusedVariants } from './vite.unused-variants.ts';

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
        const files = [...(client?.imports ?? []), ...(client ? [client.fileName] : [])];
        const styles = chunks
          .filter(({ fileName, isEntry }) => files.includes(fileName) && !isEntry)
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const link = (file: string, attrs: Record<string, string>) => ({
          tag: 'link',
          attrs: { ...attrs, crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        });
        return [
          ...styles.map((file) => link(file, { rel: 'preload', as: 'style' })),
          ...files.map((file) => link(file, { rel: 'modulepreload' })),
        ];
      },
    },
  };
}

/** Chunks that import each other may run before what they need: the grouping below must not make any. */
function refuseCircularChunks(): Plugin {
  return {
    name: 'refuse-circular-chunks',
    apply: 'build',
    generateBundle(_, bundle) {
      const importsOf = (file: string): readonly string[] => {
        const output = bundle[file];
        return output?.type === 'chunk' ? output.imports : [];
      };
      const done = new Set<string>();
      const visit = (file: string, path: readonly string[]): void => {
        if (path.includes(file)) this.error(`chunks import each other: ${[...path, file].join(' > ')}`);
        if (done.has(file)) return;
        for (const next of importsOf(file)) visit(next, [...path, file]);
        done.add(file);
      };
      for (const file of Object.keys(bundle)) visit(file, []);
    },
  };
}

export default defineConfig({
  css: { postcss: { plugins: [dropUnusedVariants()] } },
  plugins: [svelte(), preloadClient(), refuseCircularChunks(), precompress()],
  build: {
    target: 'es2022',
    // Inline data: URLs for fonts or scripts would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The map, which is the first view, takes these whole: as one file they are less to fetch.
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'map',
              test: /node_modules\/svelte\/src\/events|src\/(?:ui\/(?:DateField|Dropdown|Deferred|button\/(?:LinkButton|CloseButton|MenuOption)|MapPopup|SegmentedControl|SelectField|TabBar|popup)|views\/shared\/(?:map|legend|priority|filter|timeline|compare)\/|views\/shared\/(?:search\/(?:Search|model)|shade\/(?:Swatch|Patterns|ShadePicker|StatusBadge)|completeness\/(?:IncompleteFigure|IntervalBar|model|words)|chart\/StackedBar|edit\/(?:record-changes|editing)|care\/(?:WhomToCall|model)|record\/assessed|tray\/PickButton|campaign\/outreach-changes)|lib\/(?:dates|filter|shade|map|route(?!\/page\.)|tasks(?!\/once)|viewer|chart)\/|views\/shared\/(?:page\/(?:FailureNotice|PlaceTabs|ShareButton|SourceLine|failure)|files\/(?:FilesDropdown|DownloadMenu))|lib\/api\/(?:query|load-gate|view-file|generated\/ledger)|lib\/atlas\/(?!prefetch|contacts))/,
            },
          ],
        },
      },
    },
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
