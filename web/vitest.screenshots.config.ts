import { defineConfig } from 'vitest/config';

import { outside } from './vitest.browser.config';

export default defineConfig({
  ...outside,
  test: {
    include: ['tests/browser/screenshots.ts', 'tests/browser/contact-sheet.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
