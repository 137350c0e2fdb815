import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { breakpoints } from './breakpoints';

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|tsx?|css)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Where each of the finds stands, in files other than these. */
const find = (pattern: RegExp, ...except: string[]): string[] =>
  sources
    .filter(({ path }) => !except.includes(path))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`));

describe('the tokens', () => {
  const homes = ['ui/styles/theme.css', 'lib/shade/palette.ts'];

  test('hold every colour: none is written out beside them', () => {
    const hex = /(?<![\w&/])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])/gi;
    const functions = /\b(?:rgba?|hsla?|oklch|oklab|lch|lab|hwb|color)\(\s*(?:[\d.]|from\b|srgb\b)[^)]*\)/g;
    const names =
      /(?:color|fill|stroke|background|border[\w-]*):[^;{}]*\b(?:white|black|red|blue|gr[ae]y|orange)\b(?!-)/g;
    expect([hex, functions, names].flatMap((pattern) => find(pattern, ...homes))).toEqual([]);
  });

  test('that are used exist', () => {
    const defined = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?\s*[:=]/g)].map(([, name]) => name)),
    );
    // GraphiQL brings tokens of its own.
    const ours = sources.filter(({ path }) => !path.startsWith('views/developers/graphiql/'));
    const missing = ours.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)].flatMap(([, name = '']) =>
        defined.has(name) ? [] : `${path}: ${name}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  test('that nothing uses are gone', () => {
    const theme = sources.find(({ path }) => path === homes[0])?.text ?? '';
    const all = sources.map(({ text }) => text).join('\n');
    const own = [...theme.matchAll(/^\s*(--(?!utrecht)[\w-]+):/gm)].map(([, name = '']) => name);
    expect(own.filter((name) => !all.includes(`var(${name})`))).toEqual([]);
  });
});

test('a media query names only the widths of the scale', () => {
  const scale = Object.values(breakpoints).flatMap((width) => [
    `(max-width: ${width}rem)`,
    `(min-width: ${width}.01rem)`,
  ]);
  const queries = find(/@media[^{]*/g).flatMap((query) =>
    [...query.matchAll(/\((?:max|min)-width:[^)]*\)|\bwidth\s*[<>][^)]*/g)]
      .map(([width]) => width)
      .filter((width) => !scale.includes(width))
      .map((width) => `${query.split(':')[0]}: ${width}`),
  );
  expect(queries).toEqual([]);
});
