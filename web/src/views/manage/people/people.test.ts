import { expect, test } from 'vitest';

import { checkGrant, grantOf, granted } from './model';

const regions = [{ set: 'vng-platform', code: 'RP02', name: 'Twee' }];

test('only a platform has regions', () => {
  expect(granted({ role: 'PLATFORM', regions })).toEqual({
    role: 'PLATFORM',
    regions: [{ set: 'vng-platform', code: 'RP02' }],
  });
  expect(granted({ role: 'OUTREACH', regions })).toEqual({ role: 'OUTREACH', regions: [] });
});

test('nobody is of a platform without a region', () => {
  expect(checkGrant({ role: 'PLATFORM', regions: [] })).toEqual({ region: 'people.noRegion' });
  expect(checkGrant({ role: 'PLATFORM', regions })).toEqual({});
  expect(checkGrant({ role: 'OUTREACH', regions: [] })).toEqual({});
});

test('a form begins with what somebody may do already', () => {
  expect(grantOf({ role: 'ADMIN', regions: [] }).role).toBe('ADMIN');
  expect(grantOf({ role: 'PUBLIC', regions: [] }).role).toBe('OUTREACH');
  expect(grantOf(undefined)).toEqual({ role: 'OUTREACH', regions: [] });
});
