import { describe, expect, test } from 'vitest';

import { checkArrangement, draftOf, newArrangement, toArrangement } from './arrangement/arrangement';
import { checkDocument, newDocument, toDocument } from './document/document';
import { editFor } from './model';
import {
  type Read,
  type Standing,
  checkVerdicts,
  isChanged,
  newVerdicts,
  ofTheme,
  toVerdicts,
} from './verdict/verdicts';

const tholen = { code: 'GM0716', name: 'Tholen' };
const day = '2026-11-01';

describe('a notice leads to the edit that settles it', () => {
  const about = { block: null, record: null };
  test.each([
    [{ ...about, reason: 'NO_ARRANGEMENT' as const }, { what: 'arrangement' }],
    [
      { ...about, reason: 'NO_ORGANISATION' as const, record: 'a-1' },
      { what: 'arrangement', id: 'a-1' },
    ],
    [
      { ...about, reason: 'EXPIRES' as const, record: 'd-1' },
      { what: 'document', id: 'd-1' },
    ],
    [{ ...about, reason: 'GREW' as const }, { what: 'confirm' }],
    [{ ...about, reason: 'STALE' as const }, { what: 'verdicts' }],
    [
      { ...about, reason: 'DOCUMENT_AGAINST' as const, block: 'regional-plan' },
      { what: 'verdicts', block: 'regional-plan' },
    ],
  ])('%o', (notice, edit) => {
    expect(editFor(notice, tholen, day)).toMatchObject({ ...edit, of: tholen, asOf: day });
  });
});

describe('an arrangement', () => {
  const draft = newArrangement(tholen, day);

  test('takes numbers as people type them, and leaves out what is empty', () => {
    const typed = { ...draft, fte: '0,6', ageFrom: '18', organisation: ' GGD ', contactEmail: 'zc@ggd.nl' };
    expect(checkArrangement(typed)).toEqual({});
    expect(toArrangement(typed)).toMatchObject({
      fte: 0.6,
      ageFrom: 18,
      ageTo: null,
      organisation: 'GGD',
      validTo: null,
      municipalities: ['GM0716'],
      contact: { name: null, email: 'zc@ggd.nl', phone: null },
    });
    expect(toArrangement(draft).contact).toBeNull();
  });

  test('is told what is wrong at its field', () => {
    const wrong = {
      ...draft,
      fte: 'veel',
      ageFrom: '23',
      ageTo: '18',
      validTo: '2020-01-01',
      sourceUrl: 'ggd.nl',
      contactEmail: 'zc',
      municipalities: [],
    };
    expect(Object.keys(checkArrangement(wrong)).toSorted()).toEqual(
      ['ageTo', 'contact.email', 'fte', 'municipalities', 'sourceUrl', 'validTo'].toSorted(),
    );
  });

  test('survives reading and writing', () => {
    const typed = { ...draft, id: 'a-1', fte: '1,5', note: 'Tot de zomer', forms: ['LABOUR' as const] };
    const { contact, sourceUrl, municipalities, ...rest } = toArrangement(typed);
    const read = { ...rest, contact, source: { url: sourceUrl ?? null } } as Parameters<typeof draftOf>[0];
    expect(draftOf(read, [tholen])).toEqual(typed);
    expect(municipalities).toEqual(['GM0716']);
  });
});

test('a document without a title or a day is not sent', () => {
  const draft = { ...newDocument(tholen, ''), identifier: 'CVDR1' };
  expect(Object.keys(checkDocument(draft))).toEqual(['validFrom', 'title']);
  expect(toDocument({ ...draft, title: 'Plan ', validFrom: day })).toMatchObject({
    title: 'Plan',
    identifier: 'CVDR1',
    validTo: null,
  });
});

describe('verdicts', () => {
  const standing = (id: string, level: 'BASIC' | 'ADVANCED', note: string | null = null): Standing => ({
    verdict: 'ABSENT',
    validFrom: '2024-01-01',
    established: 'SURVEY',
    note,
    inherited: false,
    inheritedFrom: [],
    source: null,
    block: { id, level, title: id, theme: { id: 'care' } },
  });
  const read = {
    policy: {
      rubric: { id: 'r-1', themes: [] },
      verdicts: [standing('extra', 'ADVANCED'), standing('one', 'BASIC', 'oud'), standing('two', 'BASIC')],
    },
  } as unknown as Read;

  test('are sent only where they change, and keep their note', () => {
    const answers = {
      one: { verdict: 'PRESENT' as const },
      two: { verdict: 'ABSENT' as const },
      extra: { note: 'Zie raadsbrief' },
    };
    const draft = { ...newVerdicts(day), established: 'CONVERSATION' as const, answers };
    expect(toVerdicts('GM0716', draft, read).verdicts).toEqual([
      { block: 'extra', verdict: 'ABSENT', note: 'Zie raadsbrief' },
      { block: 'one', verdict: 'PRESENT', note: 'oud' },
    ]);
  });

  test('that were looked at again are sent though they are the same', () => {
    expect(isChanged(standing('one', 'BASIC'), { again: true })).toBe(true);
    expect(isChanged(standing('one', 'BASIC', 'x'), { note: ' x ' })).toBe(false);
  });

  test('need a way of knowing and something that changes', () => {
    expect(checkVerdicts(newVerdicts(day), 0)).toEqual({ established: 'edit.how', verdicts: 'edit.nothing' });
  });

  test('of a theme begin with the basic level', () => {
    expect(ofTheme(read, 'care').map(({ block }) => block.id)).toEqual(['one', 'two', 'extra']);
  });
});
