import { describe, expect, test } from 'vitest';

import type { AtlasQuery } from '../api/generated';
import { inBlocks, intervalText } from './interval';
import { municipality } from '../testing/build';
import { writer } from '../texts/model';
import { nl } from '../texts/nl';
import { coverage, toAtlas } from './model';

const completeness = {
  low: 0.25,
  high: 0.75,
  present: 6,
  inPreparation: 0,
  absent: 6,
  unknown: 12,
  total: 24,
};
const answer: AtlasQuery = {
  serverInfo: {
    version: '1',
    revision: 7,
    demonstration: true,
    dataDate: '2024-05-01',
    boundariesKnownUntil: '2026-12-31',
  },
  boundaryDates: [
    { date: '2021-01-01', municipalityCount: 352, topologyUrl: '/b', regionalUrl: '/bb' },
    { date: '2020-01-01', municipalityCount: 355, topologyUrl: '/a', regionalUrl: '/aa' },
  ],
  municipalities: {
    totalCount: 1,
    nodes: [
      {
        code: 'GM0200',
        name: 'Apeldoorn',
        asOf: '2020-06-01',
        areaKm2: 341,
        population: { inhabitants: 163_000 },
        regions: [{ set: 'provincie', code: 'PV25' }],
        coordination: {
          status: 'STRUCTURAL',
          inherited: false,
          arrangements: [
            { status: 'STRUCTURAL', mode: 'OWN_STAFF', organisation: 'MEE', phone: '055 526 92 00' },
            { status: 'STRUCTURAL', mode: 'OWN_STAFF', organisation: null, phone: null },
          ],
        },
        policy: {
          class: 'PARTIAL',
          inherited: true,
          lastAssessed: null,
          assessedBlocks: 0,
          completeness,
          dimensions: [{ dimension: 'POLICY', completeness: { low: 0.5, high: 0.5, total: 6 } }],
        },
      },
    ],
  },
};

describe('an answer as an atlas', () => {
  test('carries its date and the boundaries that hold on it', () => {
    const atlas = toAtlas(answer);
    expect(atlas?.asOf).toBe('2020-06-01');
    expect(atlas?.boundary).toEqual({
      date: '2020-01-01',
      count: 355,
      topologyUrl: '/a',
      regionalUrl: '/aa',
    });
    expect(atlas?.boundaries.map(({ date }) => date)).toEqual(['2020-01-01', '2021-01-01']);
  });

  test('joins what the arrangements say', () => {
    expect(toAtlas(answer)?.byCode.get('GM0200')).toMatchObject({
      modes: ['OWN_STAFF'],
      organisations: ['MEE'],
      phones: new Map([['MEE', '055 526 92 00']]),
      inherited: true,
      dimensions: { POLICY: { low: 0.5 }, AWARENESS: { low: 0, high: 1 } },
    });
  });

  test('is refused when it holds no municipality', () => {
    expect(toAtlas({ ...answer, municipalities: { totalCount: 0, nodes: [] } })).toBeUndefined();
  });
});

test('only structural and temporary arrangements cover', () => {
  const all = (['STRUCTURAL', 'TEMPORARY', 'REMOTE', 'NONE', 'UNKNOWN', 'IN_PREPARATION'] as const).map(
    (status, at) => municipality(`GM000${at}`, { status, inhabitants: 10 }),
  );
  expect(coverage(all)).toEqual({
    municipalities: 6,
    coveredMunicipalities: 2,
    inhabitants: 60,
    coveredInhabitants: 20,
  });
});

test('an interval is said in building blocks, halves included', () => {
  const dutch = writer('nl', nl);
  expect(inBlocks({ low: 8.5 / 24, high: 15 / 24, total: 24 })).toEqual({ low: 8.5, high: 15, total: 24 });
  expect(intervalText(dutch, completeness, 'sentence')).toBe(
    'Ten minste 6, ten hoogste 18 van 24 bouwstenen',
  );
  expect(intervalText(dutch, { low: 0.5, high: 0.5, total: 6 }, 'range')).toBe('3 van 6');
});
