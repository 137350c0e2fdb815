import { describe, expect, test } from 'vitest';

import { manageNl } from '../../../lib/texts/manage/nl';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import {
  type Block,
  type Piece,
  type Previewed,
  type Version,
  changesOf,
  countEffects,
  editionsOf,
  effectOn,
  movesOf,
  tellChanges,
} from './model';

const dutch = writer('nl', { ...nl, ...manageNl });

const block = (id: string): Block => ({
  ...{ id, level: 'BASIC', weight: 1, from: [], sourceUrl: 'https://example.org', theme: { id: 'a' } },
  ...{ titleNl: `${id} nl`, titleEn: `${id} en` },
});
const version = (id: string, validFrom: string): Version => ({
  ...{ id, validFrom, provisional: false, titleNl: id, titleEn: id },
  ...{ themes: [], blocks: [block('x')] },
});

describe('versions by date', () => {
  const [one, two, three] = [
    version('one', '2020-01-01'),
    version('two', '2026-01-01'),
    version('three', '2027-01-01'),
  ];

  test('stand with the last one first, until the day before the next', () => {
    const editions = editionsOf([two, three, one], '2026-11-28');
    expect(editions.map(({ version: { id }, before, until, when }) => [id, before?.id, until, when])).toEqual(
      [
        ['three', 'two', undefined, 'later'],
        ['two', 'one', '2026-12-31', 'now'],
        ['one', undefined, '2025-12-31', 'past'],
      ],
    );
  });

  test('hold from their very day', () => {
    expect(editionsOf([one, two], '2026-01-01').map(({ when }) => when)).toEqual(['now', 'past']);
    expect(editionsOf([one, two], '2025-12-31').map(({ when }) => when)).toEqual(['later', 'now']);
  });
});

const piece = (id: string, from: string[], known: Partial<Piece> = {}): Piece => ({
  ...{ id, from, theme: 'a', level: 'BASIC', weight: 1, titleNl: id, titleEn: id },
  ...known,
});

describe('what changes', () => {
  const before = ['kept', 'left', 'right', 'old', 'whole', 'lost'].map((id) => piece(id, []));
  const after = [
    piece('kept', ['kept'], { weight: 2 }),
    piece('both', ['left', 'right']),
    piece('named', ['old']),
    piece('half', ['whole']),
    piece('other-half', ['whole']),
    piece('brand-new', []),
  ];

  test('is told by kind, each block once', () => {
    const told = tellChanges(dutch, changesOf(before, after));
    expect(Object.fromEntries(told.map(({ kind, items }) => [kind, items]))).toEqual({
      gone: ['lost'],
      fresh: ['brand-new'],
      renamed: ['old → named'],
      joined: ['left + right → both'],
      split: ['whole → half + other-half'],
      weighed: ['kept: Basis, gewicht 1 → Basis, gewicht 2'],
    });
  });

  test('is nothing when every block goes by itself', () => {
    const same = before.map((each) => ({ ...each, from: [each.id] }));
    expect(tellChanges(dutch, changesOf(before, same))).toEqual([]);
  });

  test('tells another title and another id apart', () => {
    const told = (known: Partial<Piece>): readonly string[] =>
      tellChanges(dutch, changesOf([piece('a', [])], [piece('a', ['a'], known)]))[0]?.items ?? [];
    expect(told({ titleNl: 'Anders' })).toEqual(['a → Anders']);
    expect(told({ id: 'b' })).toEqual(['a: a → b']);
    expect(told({ theme: 'z' })).toEqual(['a: ander thema']);
  });

  test('leaves out a block of which the version before knows no origin', () => {
    expect(changesOf([], [piece('a', ['never-was'])]).fresh).toHaveLength(1);
  });
});

describe('the effect on the map', () => {
  type Class = NonNullable<Previewed['before']>['class'];
  const municipality = (was: Class, is: Class): Previewed => {
    const outlook = (of: Class): NonNullable<Previewed['before']> => ({
      ...{ name: 'X', class: of, completeness: { low: 0, high: 1 } },
    });
    return { code: 'GM0001', before: outlook(was), after: outlook(is) };
  };

  test.each([
    ['NONE', 'PARTIAL', 'UP'],
    ['ADVANCED', 'PARTIAL', 'DOWN'],
    ['PARTIAL', 'NOT_ASSESSED', 'OTHER'],
    ['NOT_ASSESSED', 'NONE', 'OTHER'],
    ['PARTIAL', 'PARTIAL', 'SHARE'],
  ] as const)('from %s to %s is %s', (was, is, effect) => {
    expect(effectOn(municipality(was, is))).toBe(effect);
  });

  test('is counted by move, the largest first, without what stays', () => {
    const moves = movesOf([
      municipality('NONE', 'PARTIAL'),
      municipality('PARTIAL', 'NONE'),
      municipality('PARTIAL', 'NONE'),
      municipality('PARTIAL', 'PARTIAL'),
    ]);
    expect(moves).toEqual([
      { from: 'PARTIAL', to: 'NONE', count: 2 },
      { from: 'NONE', to: 'PARTIAL', count: 1 },
    ]);
  });

  test('adds up to all areas', () => {
    const counts = countEffects(new Map([...'abc'].map((code) => [code, code === 'a' ? 'UP' : 'SAME'])));
    expect([...counts]).toEqual([
      ['UP', 1],
      ['SAME', 2],
    ]);
  });
});
