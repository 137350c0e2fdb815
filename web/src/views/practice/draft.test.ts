import { expect, test } from 'vitest';

import {
  type BottleneckDraft,
  type Place,
  checkBottleneck,
  checkPractice,
  placeOf,
  toBottleneck,
  toPractice,
} from './draft';

const utrecht: Place = { kind: 'municipality', code: 'GM0344', name: 'Utrecht' };
const midden: Place = { kind: 'region', ref: { set: 'vng-platform', code: 'RP02' }, name: 'Midden' };
const draft: BottleneckDraft = {
  category: 'shelter',
  text: ' Geen plek ',
  place: utrecht,
  raised: '2026-03-01',
  escalatedTo: '  ',
};

test('a bottleneck to raise names a municipality or a region, and nothing that was left empty', () => {
  expect(toBottleneck(draft)).toEqual({
    category: 'shelter',
    text: 'Geen plek',
    municipality: 'GM0344',
    raised: '2026-03-01',
    escalatedTo: null,
  });
  expect(toBottleneck({ ...draft, place: midden })).toMatchObject({
    region: { set: 'vng-platform', code: 'RP02' },
  });
});

test('what was left out is told at its field', () => {
  const empty = { ...draft, category: '', text: ' ', place: undefined, raised: '' };
  expect(Object.keys(checkBottleneck(empty))).toEqual(['category', 'text', 'region', 'raised']);
  expect(checkBottleneck(draft)).toEqual({});
});

test('a good practice without a place is for the whole country', () => {
  const practice = { title: 'T', text: 'X', block: '', place: undefined, sourceUrl: '' };
  expect(toPractice(practice)).toEqual({ title: 'T', text: 'X', block: null, sourceUrl: null });
  expect(checkPractice({ ...practice, text: '' })).toEqual({ text: 'refusal.empty' });
});

test('what was found by searching is a place', () => {
  const found = { kind: 'region' as const, key: 'k', ref: { set: 's', code: 'C' }, name: 'N', setTitle: 'S' };
  expect(placeOf(found)).toEqual({ kind: 'region', ref: { set: 's', code: 'C' }, name: 'N' });
});
