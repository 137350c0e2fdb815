import { expect, test } from 'vitest';

import type { QualityKind } from '../../../lib/api/generated';
import { type Work, byRegion, countKinds, select, toWork, total } from './model';

const node = (code: string, region: string | undefined, kinds: readonly QualityKind[]) => ({
  code,
  name: code,
  regions: region ? [{ set: 'vng-platform', code: region }] : [],
  quality: kinds.map((kind) => ({
    kind,
    reason: 'STALE' as const,
    block: null,
    record: null,
    text: `${code} ${kind}`,
  })),
});
const work: Work[] = toWork([
  node('GM0001', 'RP01', ['MISSING', 'MISSING']),
  node('GM0002', 'RP01', []),
  node('GM0003', 'RP02', ['STALE', 'INHERITED']),
  node('GM0004', undefined, ['MISSING']),
]);

test('the regions of a set and what lies in none of them add up to all of the work', () => {
  const rows = byRegion(work, 'vng-platform', ['RP01', 'RP02', 'RP03']);
  expect(rows.map(({ code, municipalities }) => [code, municipalities])).toEqual([
    ['RP01', 2],
    ['RP02', 1],
    [undefined, 1],
  ]);
  expect(rows.reduce((sum, { counts }) => sum + total(counts), 0)).toBe(total(countKinds(work)));
  expect(rows[0]?.counts.MISSING).toBe(2);
});

test('a set without regions on record leaves everything outside', () => {
  expect(byRegion(work, 'nowhere', []).map(({ municipalities }) => municipalities)).toEqual([4]);
});

test('what is in order is not work', () => {
  expect(select(work, [], undefined).map(({ code }) => code)).toEqual(['GM0001', 'GM0003', 'GM0004']);
});

test('kinds and a region narrow it', () => {
  const ref = { set: 'vng-platform', code: 'RP02' };
  const [only, ...others] = select(work, ['INHERITED', 'MISSING'], ref);
  expect(others).toEqual([]);
  expect(only?.notices.map(({ kind }) => kind)).toEqual(['INHERITED']);
  expect(select(work, ['MISSING'], ref)).toEqual([]);
});
