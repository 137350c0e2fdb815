import { expect, test } from 'vitest';

import { gapsOf } from './model';

test('the gaps are counted from the answer, and there are none where nothing is missing', () => {
  const source = { label: '', url: null };
  const document = (validFrom: string | null) => ({ id: '', title: '', validFrom, source });
  const coverage = (policy: number, care: number) => ({
    municipalityCount: 342,
    byClass: [
      { class: 'PARTIAL' as const, count: 85 },
      { class: 'NOT_ASSESSED' as const, count: policy },
    ],
    byStatus: care ? [{ status: 'UNKNOWN' as const, count: care }] : [],
  });
  const dated = [document('2024-01-01'), document(null), document(null)];
  expect(gapsOf({ coverage: coverage(64, 12), policyDocuments: dated })).toEqual({
    total: 342,
    policy: 64,
    care: 12,
    dates: 2,
  });
  expect(gapsOf({ coverage: coverage(0, 0), policyDocuments: [] })).toMatchObject({
    policy: 0,
    care: 0,
    dates: 0,
  });
});
