import { describe, expect, test } from 'vitest';

import type { Verdict } from '../../lib/api/generated';
import { municipality } from '../../lib/testing/build';
import { blocksByTheme, byRegion, countVerdicts, presence, verdictsByCode } from './model';

const at = (code: string, region?: string) =>
  municipality(code, { regions: new Map(region ? [['provincie', region]] : []) });
const all = [at('GM0001', 'A'), at('GM0002', 'A'), at('GM0003', 'B'), at('GM0004')];
const verdicts = new Map<string, Verdict>([
  ['GM0001', 'PRESENT'],
  ['GM0002', 'ABSENT'],
  ['GM0003', 'PRESENT'],
]);

describe('the verdicts on a building block', () => {
  test('give a share from what is certain to what is possible', () => {
    const counts = countVerdicts(all, verdicts);
    expect(presence(counts, all.length)).toEqual({ low: 0.5, high: 0.75 });
  });

  test('are told by municipality', () => {
    const nodes = (...codes: string[]) => ({ nodes: codes.map((code) => ({ code })) });
    const answer = {
      PRESENT: nodes('GM0001'),
      IN_PREPARATION: nodes(),
      ABSENT: nodes('GM0002'),
      UNKNOWN: nodes('GM0003'),
    };
    expect(Object.fromEntries(verdictsByCode(answer))).toEqual({
      GM0001: 'PRESENT',
      GM0002: 'ABSENT',
      GM0003: 'UNKNOWN',
    });
  });

  test('add up to the municipalities; without a verdict it is not known', () => {
    expect(Object.fromEntries(countVerdicts(all, verdicts))).toEqual({
      ABSENT: 1,
      IN_PREPARATION: 0,
      PRESENT: 2,
      UNKNOWN: 1,
    });
  });

  test('are told by region, where most have it first', () => {
    const rows = byRegion(all, verdicts, 'provincie', (_, code) => `region ${code}`);
    expect(rows.map(({ name, total, having }) => [name, total, having.map(({ code }) => code)])).toEqual([
      ['region B', 1, ['GM0003']],
      ['region A', 2, ['GM0001']],
    ]);
  });
});

test('building blocks stand under their themes, the basic level first', () => {
  const theme = { id: 't', dimension: 'POLICY' as const, title: 'T', guidanceUrl: '' };
  const block = (id: string, level: 'BASIC' | 'ADVANCED') => ({
    id,
    level,
    title: id,
    sourceUrl: '',
    theme: { id: 't' },
  });
  const rubric = {
    id: 'r',
    title: 'R',
    provisional: true,
    validFrom: '2020-01-01',
    themes: [theme],
    blocks: [block('extra', 'ADVANCED'), block('base', 'BASIC')],
  };
  const distributions = {
    rubric: { blocks: [{ id: 'base', distribution: [{ verdict: 'PRESENT' as const, count: 3 }] }] },
  };
  const [only] = blocksByTheme(rubric, distributions);
  expect(only?.blocks.map(({ block: { id }, counts }) => [id, counts.get('PRESENT')])).toEqual([
    ['base', 3],
    ['extra', undefined],
  ]);
});
