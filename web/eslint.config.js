import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

/** The layers from the top; each may import only of itself and of those below it. */
const layers = ['app', 'views', 'ui', 'lib'];
const direction = layers.slice(1).map((layer, at) => ({
  files: [`src/${layer}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${layers.slice(0, at + 1).join('|')})/`,
            message: `${layer} is below it: see README.md.`,
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'src/lib/api/generated.ts',
      'src/lib/api/generated/',
      'src/lib/texts/messages/nl.ts',
      'src/lib/texts/messages/en.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // Without SvelteKit there is no `resolve()`; addresses come from `lib/route/model.ts`.
      'svelte/no-navigation-without-resolve': 'off',
      // The content security policy forbids inline styles and markup from strings.
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'Use a `style:` directive, which sets the CSSOM.',
        },
      ],
    },
  },
  { rules: { eqeqeq: 'error', 'no-console': 'error' } },
  ...direction,
);
