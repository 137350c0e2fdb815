import { describe, expect, test } from 'vitest';

import { Failure, type Problem } from '../../../lib/api/client';
import {
  type RubricDraft,
  blocksOf,
  checkRubric,
  draftOf,
  fieldsOf,
  freshKey,
  moved,
  nextId,
  placed,
  slug,
  toRubricInput,
} from './draft';
import type { Version } from './model';

const theme = (id: string): Version['themes'][number] => ({
  ...{ id, dimension: 'POLICY', titleNl: id, titleEn: id, guidanceUrl: 'https://example.org/g' },
});
const block = (id: string, of: string): Version['blocks'][number] => ({
  ...{ id, level: 'BASIC', weight: 1, from: [], sourceUrl: 'https://example.org/s', theme: { id: of } },
  ...{ titleNl: id, titleEn: id },
});
const last: Version = {
  ...{ id: 'kader-1', validFrom: '2020-01-01', provisional: true, titleNl: 'Kader', titleEn: 'Framework' },
  themes: [theme('a'), theme('b')],
  blocks: [block('one', 'a'), block('three', 'b'), block('two', 'a')],
};
const begun = (): RubricDraft => draftOf(last, '2026-11-28');
const ids = (draft: RubricDraft): string[] => toRubricInput(draft).blocks.map(({ id }) => id);

describe('a new version', () => {
  test('begins as the last one, under its themes, from the next first of January', () => {
    const input = toRubricInput(begun());
    expect(input).toMatchObject({ id: 'kader-2', validFrom: '2027-01-01', provisional: true });
    expect(input.blocks.map(({ id, theme: of, from }) => [id, of, from])).toEqual([
      ['one', 'a', ['one']],
      ['two', 'a', ['two']],
      ['three', 'b', ['three']],
    ]);
    expect(checkRubric(begun(), last, ['kader-1'])).toEqual({});
  });

  test('begins the day after a last one that has yet to come', () => {
    expect(draftOf({ ...last, validFrom: '2030-06-30' }, '2026-11-28').validFrom).toBe('2030-07-01');
  });

  test.each([
    ['kader-voorlopig-1', [], 'kader-voorlopig-2'],
    ['kader', [], 'kader-2'],
    ['kader-1', ['kader-2', 'kader-3'], 'kader-4'],
  ])('after %s gets an id that is free', (id, used, next) => {
    expect(nextId(id, used)).toBe(next);
  });

  test('gives every theme and block a key of its own', () => {
    const draft = begun();
    const keys = [...draft.themes, ...draft.blocks].map(({ key }) => key);
    expect(new Set(keys).size).toBe(5);
    expect(keys).not.toContain(freshKey(draft));
  });
});

describe('the order', () => {
  test('changes within a theme only', () => {
    const draft = begun();
    const [first, second] = blocksOf(draft, draft.themes[0]?.key ?? -1);
    draft.blocks = moved(draft, second?.key ?? -1, -1);
    expect(ids(draft)).toEqual(['two', 'one', 'three']);
    draft.blocks = moved(draft, second?.key ?? -1, -1);
    expect(ids(draft)).toEqual(['two', 'one', 'three']);
    draft.blocks = moved(draft, first?.key ?? -1, 1);
    expect(ids(draft)).toEqual(['two', 'one', 'three']);
  });

  test('follows that of the themes', () => {
    const draft = begun();
    draft.themes.reverse();
    expect(ids(draft)).toEqual(['three', 'one', 'two']);
  });
});

test('a theme that gets another id keeps its blocks', () => {
  const draft = begun();
  Object.assign(draft.themes[0] ?? {}, { id: ' basis ' });
  expect(toRubricInput(draft).blocks.map(({ theme: of }) => of)).toEqual(['basis', 'basis', 'b']);
});

describe('what is wrong', () => {
  const wrongOf = (change: (draft: RubricDraft) => void): Readonly<Record<string, string>> => {
    const draft = begun();
    change(draft);
    return checkRubric(draft, last, ['kader-1']);
  };

  test('is told at its field, of an item with its place as it is sent', () => {
    // The third that is written stands second when sent.
    expect(wrongOf(({ blocks }) => Object.assign(blocks[1] ?? {}, { weight: 0 }))).toEqual({
      'blocks.weight.1': 'rubric.badWeight',
    });
    expect(wrongOf(({ blocks }) => Object.assign(blocks[2] ?? {}, { id: 'one' }))).toEqual({
      'blocks.id.2': 'rubric.twice',
    });
    expect(
      wrongOf(({ themes }) => Object.assign(themes[1] ?? {}, { guidanceUrl: 'x', titleEn: ' ' })),
    ).toEqual({
      'themes.guidanceUrl.1': 'refusal.address',
      'themes.titleEn.1': 'rubric.badTitle',
    });
  });

  test.each([
    ['an id that was used', { id: 'kader-1' }, { id: 'rubric.usedId' }],
    ['an id with a space', { id: 'kader 2' }, { id: 'rubric.badId' }],
    ['the date of the last one', { validFrom: '2020-01-01' }, { validFrom: 'rubric.badDate' }],
    ['no date', { validFrom: '' }, { validFrom: 'rubric.badDate' }],
    ['no title', { titleNl: '  ' }, { titleNl: 'rubric.badTitle' }],
    ['no blocks', { blocks: [] }, { blocks: 'rubric.badCount' }],
  ])('is %s', (_, part, wrong) => {
    expect(wrongOf((draft) => Object.assign(draft, part))).toEqual(wrong);
  });

  test('and what the server refuses of an item has a field that the form shows', () => {
    const refused: Problem = {
      field: '',
      item: null,
      line: null,
      column: null,
      proposal: null,
      code: 'TEXT_EMPTY',
      arguments: {},
      what: 'x',
    };
    const problems = [
      { ...refused, field: 'blocks.weight', item: 2 },
      { ...refused, field: 'id' },
    ];
    const fields = placed(new Failure('refused', 'BAD_INPUT', 'z', { problems })).problems.map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['blocks.weight.2', 'id']);
    for (const field of fields) expect(fieldsOf(begun())).toContain(field);
  });
});

test('an id is made from a title', () => {
  expect(slug(' Coördinatie & opvang, 2e fase ')).toBe('coordinatie-opvang-2e-fase');
});
