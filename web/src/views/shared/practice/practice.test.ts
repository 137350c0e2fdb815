import { describe, expect, test } from 'vitest';

import type { Viewer } from '../../../lib/viewer/model';
import { nobody } from '../../../lib/viewer/model';
import { categories, toggleCategory } from '../../../lib/route/categories';
import { someOf } from '../../../lib/route/values';
import {
  type Bottleneck,
  type BottleneckText,
  type CategoryCount,
  byRegion,
  categoryRows,
  mergeBottlenecks,
  regionsToRead,
  sumOf,
  whereOf,
} from './model';

const zeeland = { set: 'vng-platform', code: 'RP01', name: 'Zeeland' };
const twente = { set: 'vng-platform', code: 'RP02', name: 'Twente' };
const platform: Viewer = { signedIn: true, name: 'desk', role: 'PLATFORM', regions: [zeeland] };
const staff: Viewer = { ...platform, role: 'OUTREACH', regions: [] };

const bottleneck = (id: string, known: Partial<BottleneckText> = {}): BottleneckText => ({
  id,
  category: 'capacity',
  categoryTitle: 'Capaciteit',
  raised: '2026-01-01',
  resolved: null,
  region: zeeland,
  text: '',
  escalatedTo: null,
  municipality: null,
  ...known,
});
const count = (category: string, open: number, escalated: number, resolved: number): CategoryCount => ({
  category,
  title: category,
  open,
  escalated,
  resolved,
});

describe('topics in an address', () => {
  test('stand in the order of the server, each once', () => {
    expect(someOf(categories)('shelter,privacy,shelter')).toEqual(['privacy', 'shelter']);
    expect(someOf(categories)('shelter,luck')).toBeUndefined();
  });

  test('are added and taken away', () => {
    expect(toggleCategory(['shelter'], 'privacy')).toEqual(['privacy', 'shelter']);
    expect(toggleCategory(['privacy', 'shelter'], 'privacy')).toEqual(['shelter']);
  });
});

describe('the condition for the server', () => {
  test('leaves out what restricts nothing', () => {
    expect(whereOf({ categories: [] })).toEqual({});
    expect(whereOf({ categories: ['shelter'], region: zeeland, state: 'resolved' })).toEqual({
      category: ['shelter'],
      region: { set: 'vng-platform', code: 'RP01' },
      open: false,
    });
  });
});

describe('the text of bottlenecks', () => {
  test('is asked by staff for what is chosen, by a platform for its own regions, by the public never', () => {
    expect(regionsToRead(staff)).toEqual([undefined]);
    expect(regionsToRead(staff, twente)).toEqual([twente]);
    expect(regionsToRead(platform)).toEqual([zeeland]);
    expect(regionsToRead(platform, zeeland)).toEqual([zeeland]);
    expect(regionsToRead(platform, twente)).toEqual([]);
    expect(regionsToRead(nobody)).toEqual([]);
    expect(regionsToRead(nobody, zeeland)).toEqual([]);
  });

  test('of several regions is told once, the open ones first and the last raised first', () => {
    const old = bottleneck('old');
    const done = bottleneck('done', { raised: '2026-03-01', resolved: '2026-04-01' });
    const late = bottleneck('late', { raised: '2026-02-01' });
    expect(
      mergeBottlenecks([
        [old, done],
        [old, late],
      ]).map(({ id }) => id),
    ).toEqual(['late', 'old', 'done']);
  });
});

describe('the counts of topics', () => {
  const counts = [count('capacity', 3, 1, 1), count('shelter', 1, 0, 0), count('privacy', 0, 0, 0)];

  test('become bars beside the largest', () => {
    const [capacity, shelter, privacy] = categoryRows(counts, ['shelter']);
    expect(capacity?.shares).toEqual({ escalated: 0.25, waiting: 0.5, resolved: 0.25 });
    expect(shelter).toMatchObject({ chosen: true, shares: { waiting: 0.25 } });
    expect(privacy?.shares).toEqual({ escalated: 0, waiting: 0, resolved: 0 });
  });

  test('add up over what is chosen, or over all', () => {
    expect(sumOf(categoryRows(counts, []))).toEqual({ open: 4, escalated: 1, resolved: 1 });
    expect(sumOf(categoryRows(counts, ['shelter']))).toEqual({ open: 1, escalated: 0, resolved: 0 });
  });

  test('of nothing are bars without length', () => {
    expect(categoryRows([count('capacity', 0, 0, 0)], [])[0]?.shares.waiting).toBe(0);
  });
});

test('bottlenecks stand by region, where most are open first; those of municipalities last', () => {
  const all: Bottleneck[] = [
    bottleneck('1', { region: null }),
    bottleneck('2', { resolved: '2026-02-01' }),
    bottleneck('3'),
    bottleneck('4', { region: twente }),
    bottleneck('5', { region: twente, category: 'shelter', categoryTitle: 'Opvang' }),
    bottleneck('6', { region: null }),
    bottleneck('7', { region: null }),
  ];
  expect(
    byRegion(all).map(({ region, open, resolved, topics }) => [region?.name, open, resolved, topics]),
  ).toEqual([
    [
      'Twente',
      2,
      0,
      [
        { title: 'Capaciteit', count: 1 },
        { title: 'Opvang', count: 1 },
      ],
    ],
    ['Zeeland', 1, 1, [{ title: 'Capaciteit', count: 2 }]],
    [undefined, 3, 0, [{ title: 'Capaciteit', count: 3 }]],
  ]);
});
