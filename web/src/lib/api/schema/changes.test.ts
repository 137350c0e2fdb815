import { buildSchema, findBreakingChanges } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { changes } from './changes';
import { differenceOf, removedUnannounced } from './difference';

const folder = join(import.meta.dirname, '../../../../schema');
const schemaAt = (path: string) => buildSchema(readFileSync(path, 'utf8'));
const now = schemaAt(join(folder, '../schema.graphql'));
const published = schemaAt(join(folder, 'published.graphql'));
const contract = schemaAt(join(folder, 'contract.graphql'));

test('nothing of the contract goes, and nothing of it means something else to a client', () => {
  expect(findBreakingChanges(contract, now)).toEqual([]);
});

test('what goes was deprecated in a published schema first', () => {
  expect(removedUnannounced(published, now)).toEqual([]);
  const breaks = findBreakingChanges(published, now);
  expect(breaks.filter(({ type }) => !/_REMOVED(?:_|$)/.test(type))).toEqual([]);
});

test('what changed since the published schema stands in next.json', async () => {
  const text = `${JSON.stringify(differenceOf(published, now), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'next.json'));
});

test('the changelog has its dates in order, and each entry says something', () => {
  const dates = changes.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
  for (const { date, added, deprecated, removed } of changes)
    expect(added.length + deprecated.length + removed.length, date).toBeGreaterThan(0);
});

describe('a difference', () => {
  const before = buildSchema(`
    type Query { a(x: Int): Int b: Int c: Colour d: Old }
    enum Colour { RED GREEN }
    type Old { x: Int }`);
  const after = buildSchema(`
    type Query { a(x: Int, y: Int): Int b: Int @deprecated(reason: "c") c: Colour new: New }
    enum Colour { RED BLUE }
    type New { x: Int }`);

  test('names what came, what is to go and what went, the whole without its parts', () => {
    expect(differenceOf(before, after)).toEqual({
      added: ['Colour.BLUE', 'New', 'Query.a(y:)', 'Query.new'],
      deprecated: ['Query.b'],
      removed: ['Colour.GREEN', 'Old', 'Query.d'],
    });
    expect(differenceOf(before, before)).toEqual({ added: [], deprecated: [], removed: [] });
  });

  test('tells what went without being deprecated', () => {
    expect(removedUnannounced(before, after).toSorted()).toEqual(['Colour.GREEN', 'Old', 'Old.x', 'Query.d']);
    const later = buildSchema('type Query { a(x: Int, y: Int): Int c: Colour } enum Colour { RED BLUE }');
    expect(removedUnannounced(after, later).toSorted()).toEqual(['New', 'New.x', 'Query.new']);
  });
});
