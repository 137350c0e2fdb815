import { describe, expect, test } from 'vitest';

import type { Verdict } from '../../../lib/api/generated';
import { type Judged, blockChanges, changeIds, countChanges } from './model';

const judged = (verdicts: Readonly<Record<string, Verdict>>): Judged[] =>
  Object.entries(verdicts).map(([id, verdict]) => ({ verdict, block: { id, title: id.toUpperCase() } }));

const kindOf = (before: Verdict, after: Verdict): string | undefined => {
  const changes = blockChanges(judged({ a: before }), judged({ a: after }));
  return changeIds.find((id) => changes[id].length > 0);
};

describe('what became of a building block', () => {
  test.each<[Verdict, Verdict, string | undefined]>([
    ['ABSENT', 'PRESENT', 'gained'],
    ['IN_PREPARATION', 'PRESENT', 'gained'],
    ['ABSENT', 'IN_PREPARATION', 'begun'],
    ['PRESENT', 'ABSENT', 'lost'],
    ['PRESENT', 'IN_PREPARATION', 'lost'],
    ['IN_PREPARATION', 'ABSENT', 'lost'],
    ['PRESENT', 'PRESENT', undefined],
    ['UNKNOWN', 'UNKNOWN', undefined],
  ])('%s to %s is %s', (before, after, kind) => {
    expect(kindOf(before, after)).toBe(kind);
  });

  test.each<Verdict>(['PRESENT', 'IN_PREPARATION', 'ABSENT'])(
    'unknown to %s is learned, and back is no longer known: neither is a change of the municipality',
    (verdict) => {
      expect(kindOf('UNKNOWN', verdict)).toBe('learned');
      expect(kindOf(verdict, 'UNKNOWN')).toBe('forgotten');
    },
  );

  test('that stands in one of two rubrics only is not compared', () => {
    const changes = blockChanges(judged({ old: 'PRESENT' }), judged({ new: 'PRESENT' }));
    expect(changeIds.flatMap((id) => changes[id])).toEqual([]);
  });

  test('is told with both verdicts', () => {
    const { learned } = blockChanges(judged({ a: 'UNKNOWN' }), judged({ a: 'ABSENT' }));
    expect(learned).toMatchObject([{ id: 'a', title: 'A', before: 'UNKNOWN', after: 'ABSENT' }]);
  });
});

test('the changes of all are counted, without those that nobody assessed again', () => {
  const effects = [
    {
      before: { verdicts: judged({ a: 'ABSENT', b: 'UNKNOWN' }) },
      after: { verdicts: judged({ a: 'PRESENT', b: 'PRESENT' }) },
    },
    { before: { verdicts: judged({ a: 'PRESENT' }) }, after: { verdicts: judged({ a: 'UNKNOWN' }) } },
    { before: { verdicts: judged({ a: 'PRESENT' }) }, after: null },
  ];
  expect(countChanges(effects)).toEqual({ gained: 1, begun: 0, lost: 0, learned: 1, forgotten: 1 });
});
