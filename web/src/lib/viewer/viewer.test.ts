import { expect, test } from 'vitest';

import { type Viewer, nobody } from './model';
import { isSame, isStaff, readsIn, readsOutreach } from './permissions';

const platform: Viewer = {
  signedIn: true,
  name: 'desk',
  role: 'PLATFORM',
  regions: [{ set: 'vng-platform', code: 'RP02', name: 'Twee' }],
};
const staff: Viewer = { ...platform, role: 'OUTREACH', regions: [] };
const inside = new Map([['vng-platform', 'RP02']]);
const outside = new Map([['vng-platform', 'RP03']]);

test('the public reads no outreach', () => {
  expect([isStaff(nobody), readsOutreach(nobody), readsIn(nobody, inside)]).toEqual([false, false, false]);
});

test('a platform reads that of its own regions', () => {
  expect([isStaff(platform), readsOutreach(platform)]).toEqual([false, true]);
  expect([readsIn(platform, inside), readsIn(platform, outside)]).toEqual([true, false]);
});

test('staff reads everything', () => {
  for (const role of ['OUTREACH', 'ADMIN'] as const) {
    expect([isStaff({ ...staff, role }), readsIn({ ...staff, role }, outside)]).toEqual([true, true]);
  }
});

test('an answer is for whom it was given to, and not for who came after', () => {
  expect(isSame(staff, { ...staff })).toBe(true);
  expect(isSame(staff, nobody)).toBe(false);
  expect(isSame(staff, platform)).toBe(false);
});
