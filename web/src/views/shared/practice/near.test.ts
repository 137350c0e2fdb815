import { expect, test } from 'vitest';

import type { BottleneckText, Practice } from './model';
import { type RegionAnswer, type Spot, homeOf, notesOf } from './place-notes';

const province = { set: 'provincie', code: 'PV26', name: 'Utrecht' };
const platform = { set: 'vng-platform', code: 'RP02', name: 'Midden' };
const spot: Spot = { code: 'GM0344', regions: [province, platform] };

const practice = (id: string, at: Partial<Practice>): Practice => ({
  id,
  title: id,
  text: '',
  block: null,
  region: null,
  municipality: null,
  source: { label: '', url: null },
  ...at,
});
const bottleneck = (id: string, at: Partial<BottleneckText>): BottleneckText => ({
  id,
  category: 'shelter',
  categoryTitle: 'Opvang',
  raised: '2026-01-01',
  resolved: null,
  region: null,
  text: '',
  escalatedTo: null,
  municipality: null,
  ...at,
});
const here = { municipality: { code: 'GM0344', name: 'Utrecht' } };
const there = { municipality: { code: 'GM0310', name: 'De Bilt' } };
const counts = [
  { category: 'shelter', title: 'Opvang', open: 1, escalated: 0, resolved: 0 },
  { category: 'privacy', title: 'Privacy', open: 0, escalated: 0, resolved: 0 },
];
const answer = (
  region: RegionAnswer['region'],
  known: Partial<RegionAnswer['notes']> = {},
): RegionAnswer => ({
  region,
  notes: { bottleneckCounts: [], goodPractices: [], ...known },
});
const ids = (all: readonly { id: string }[] | undefined): string[] | undefined => all?.map(({ id }) => id);

test('a municipality belongs to its platform first', () => {
  expect(homeOf(spot)).toBe(platform);
  expect(homeOf({ regions: [province] })).toBe(province);
  expect(notesOf({ regions: [] }, [])).toBeUndefined();
});

test('practices are told once, the nearest first; of a wider region only what is for all of it', () => {
  const own = practice('own', here);
  const neighbour = practice('neighbour', there);
  const ofProvince = practice('province', { region: province });
  const far = practice('far', { municipality: { code: 'GM0307', name: 'Amersfoort' } });
  const notes = notesOf(spot, [
    answer(province, { goodPractices: [far, neighbour, own, ofProvince] }),
    answer(platform, { goodPractices: [neighbour, own], bottleneckCounts: counts }),
  ]);
  expect(ids(notes?.practices)).toEqual(['own', 'province', 'neighbour']);
  expect(notes?.counts.map(({ category }) => category)).toEqual(['shelter']);
  expect(notes?.bottlenecks).toBeUndefined();
});

test('who may read them sees the open bottlenecks of the municipality and its regions', () => {
  const texts = [
    bottleneck('region', { region: platform }),
    bottleneck('own', here),
    bottleneck('done', { ...here, resolved: '2026-02-01' }),
    bottleneck('neighbour', there),
  ];
  expect(ids(notesOf(spot, [{ ...answer(platform), texts }])?.bottlenecks)).toEqual(['own', 'region']);
  expect(ids(notesOf({ regions: [platform] }, [{ ...answer(platform), texts }])?.bottlenecks)).toEqual([
    'region',
    'own',
    'neighbour',
  ]);
});
