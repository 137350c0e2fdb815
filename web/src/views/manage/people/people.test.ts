import { expect, test } from 'vitest';

import { grantOf, granted } from './model';

const regions = [{ set: 'vng-platform', code: 'RP02', name: 'Twee' }];

test('only a platform has regions', () => {
  expect(granted({ role: 'PLATFORM', regions })).toEqual({
    role: 'PLATFORM',
    regions: [{ set: 'vng-platform', code: 'RP02' }],
  });
  expect(granted({ role: 'OUTREACH', regions })).toEqual({ role: 'OUTREACH', regions: [] });
});

test('a form begins with what somebody may do already', () => {
  expect(grantOf({ role: 'ADMIN', regions: [] }).role).toBe('ADMIN');
  expect(grantOf({ role: 'PUBLIC', regions: [] }).role).toBe('OUTREACH');
  expect(grantOf(undefined)).toEqual({ role: 'OUTREACH', regions: [] });
});
