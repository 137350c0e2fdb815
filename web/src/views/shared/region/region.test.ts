import { describe, expect, test } from 'vitest';

import { atlas, municipality } from '../../../lib/testing/build';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { draw } from '../../../lib/map/geometry';
import { grid } from '../../../lib/testing/build';
import {
  type Coverage,
  classCounts,
  coveredOf,
  intervalOf,
  onlyMembers,
  sharedDocuments,
  statusCounts,
} from './model';
import { measureName, shareRange } from './words';

const interval = (low: number, high: number) => ({
  low,
  high,
  present: 0,
  inPreparation: 0,
  absent: 0,
  unknown: 0,
  total: 24,
});
const coverage: Coverage = {
  municipalityCount: 4,
  population: 1000,
  perMunicipality: 0.75,
  perInhabitant: 0.9,
  byStatus: [
    { status: 'STRUCTURAL', count: 2, population: 800 },
    { status: 'TEMPORARY', count: 1, population: 100 },
    { status: 'UNKNOWN', count: 1, population: 100 },
  ],
  byClass: [{ class: 'PARTIAL', count: 4, population: 1000 }],
  completeness: interval(0.5, 0.75),
  dimensions: [{ dimension: 'POLICY', completeness: interval(0.6, 0.6) }],
};

describe('the totals of a region', () => {
  test('count municipalities or inhabitants', () => {
    expect(coveredOf(coverage, 'MUNICIPALITIES')).toEqual({ share: 0.75, part: 3, whole: 4 });
    expect(coveredOf(coverage, 'INHABITANTS')).toEqual({ share: 0.9, part: 900, whole: 1000 });
    expect(statusCounts(coverage, 'INHABITANTS').get('UNKNOWN')).toBe(100);
    expect(classCounts(coverage, 'MUNICIPALITIES').get('PARTIAL')).toBe(4);
  });

  test('say completeness as a range of shares', () => {
    const dutch = writer('nl', nl);
    expect(shareRange(dutch, intervalOf(coverage, 'ALL'))).toBe('50% tot 75%');
    expect(shareRange(dutch, intervalOf(coverage, 'POLICY'))).toBe('60%');
    expect(measureName(dutch, 'ALL')).toBe('Volledigheid');
  });
});

test('a scene is cut to the members of a region', () => {
  const whole = {
    request: { date: undefined, block: undefined },
    atlas: atlas([municipality('GM0001'), municipality('GM0002')]),
    geometry: draw(grid(1, 1)),
    block: undefined,
  };
  const { atlas: members } = onlyMembers(whole, new Set(['GM0002']));
  expect(members.municipalities.map(({ code }) => code)).toEqual(['GM0002']);
  expect(members.byCode.has('GM0001')).toBe(false);
});

test('a document is told by how many members it covers, whoever else it covers', () => {
  const document = (id: string, ...codes: string[]) => ({
    id,
    title: id,
    validFrom: null,
    source: { label: '', url: null, certainty: null, demonstration: false },
    municipalities: codes.map((code) => ({ code })),
  });
  const region = {
    municipalities: [{ code: 'GM0001' }, { code: 'GM0002' }],
    documents: [document('plan', 'GM0001', 'GM0002', 'GM0003')],
  };
  expect(sharedDocuments(region).map(({ document: { id }, covers }) => [id, covers])).toEqual([['plan', 2]]);
});
