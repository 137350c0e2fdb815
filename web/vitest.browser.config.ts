import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const packages = join(import.meta.dirname, 'node_modules');

/** The tests stand outside this folder, so its packages are named one by one. */
export const outside = {
  root: join(import.meta.dirname, '..'),
  resolve: {
    alias: {
      'playwright-core': join(packages, 'playwright-core/index.mjs'),
      'oidc-provider': join(packages, 'oidc-provider/lib/index.js'),
      'axe-core': join(packages, 'axe-core/axe.js'),
      'graphql-http': join(packages, 'graphql-http/lib/audits/index.mjs'),
      graphql: join(packages, 'graphql/index.mjs'),
    },
  },
} as const;

export default defineConfig({
  ...outside,
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    // A browser with its server keeps two processors busy: more at a time take as long.
    fileParallelism: false,
    // A machine that has no time for a moment is no fault; what fails three times is one.
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as the browser itself waits for what it is asked to find.
    expect: { poll: { timeout: 30_000 } },
  },
});
