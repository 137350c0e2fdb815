import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|tsx?|css|graphql)$/.test(path))
  .sort();

/** The files that a file imports, relative to this folder and without their extension where none is written. */
function importsOf(path: string, text = readFileSync(join(root, path), 'utf8')): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'(\.[^'?]+)/g);
  return [...found].map(([, name = '']) => normalize(join(dirname(path), name)));
}

/** The same, but for types, which are gone once a file is built. */
const runtimeImportsOf = (path: string): string[] =>
  importsOf(path, readFileSync(join(root, path), 'utf8').replace(/^import type [^;]*;/gm, ''));

/** Each may import of its own and of those below it. */
const layers = ['app', 'views', 'ui', 'lib'];
const layerOf = (path: string): number => layers.indexOf(path.split('/')[0] ?? '');

/** A view is a folder of `views`; `shared` is for all of them. */
const viewOf = (path: string): string | undefined => /^views\/([^/]+)/.exec(path)?.[1];

const edges = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })));
const written = ({ from, to }: { from: string; to: string }): string => `${from} imports ${to}`;

describe('the layers', () => {
  test('are app, views, ui and lib, and hold every file', () => {
    const outside = files.filter((path) => layerOf(path) < 0);
    expect(outside).toEqual([relative(root, import.meta.filename)]);
  });

  test('import downwards only', () => {
    const upwards = edges.filter(({ from, to }) => layerOf(from) >= 0 && layerOf(to) < layerOf(from));
    expect(upwards.map(written)).toEqual([]);
  });

  test('keep the domain out of ui', () => {
    const domain = /^lib\/(?:atlas|filter|route|shade|viewer)\//;
    const known = edges.filter(({ from, to }) => from.startsWith('ui/') && domain.test(to));
    expect(known.map(written)).toEqual([]);
  });

  test('keep Svelte out of the page of GraphiQL, which is built without it', () => {
    const isSvelte = (path: string): boolean => /\.svelte(?:\.ts)?$/.test(path);
    const reached = new Set(['views/developers/graphiql/main.tsx']);
    // A set goes on to what is added to it meanwhile.
    for (const from of reached)
      for (const to of runtimeImportsOf(from))
        for (const path of [to, `${to}.ts`, `${to}.tsx`]) if (files.includes(path)) reached.add(path);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter(isSvelte)).toEqual([]);
  });

  test('leave a view to itself: what two of them need stands in views/shared', () => {
    const across = edges.filter(({ from, to }) => {
      const [own, other] = [viewOf(from), viewOf(to)];
      return own !== undefined && other !== undefined && other !== 'shared' && other !== own;
    });
    expect(across.map(written)).toEqual([]);
  });
});

describe('the sizes', () => {
  test('no folder holds more than 20 source files', () => {
    const counts = new Map<string, number>();
    for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
  });

  test('no file is longer than 400 lines, unless it is generated', () => {
    const long = files
      .filter((path) => !/^lib\/(api\/generated|texts\/messages\/(en|nl))\.ts$/.test(path))
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
