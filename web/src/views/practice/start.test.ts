import { expect, test } from 'vitest';

import { toReference } from '../../lib/atlas/reference';
import type { Viewer } from '../../lib/viewer/model';
import { initialPlace } from './initial-place';

const twente = { set: 'vng-platform', code: 'RP02', name: 'Twente' };
const zeeland = { set: 'vng-platform', code: 'RP01', name: 'Zeeland' };
const reference = toReference({
  regionSets: [{ id: 'vng-platform', title: 'Platforms', provisional: false, regions: [zeeland] }],
  rubric: null,
});
const platform: Viewer = { signedIn: true, name: 'desk', role: 'PLATFORM', regions: [twente] };
const staff: Viewer = { ...platform, role: 'OUTREACH', regions: [] };

test('what the staff records is of the region that is looked at', () => {
  const { set, code } = zeeland;
  expect(initialPlace(staff, { set, code }, reference)).toEqual({
    kind: 'region',
    ref: { set, code },
    name: 'Zeeland',
  });
  expect(initialPlace(staff, undefined, reference)).toBeUndefined();
});

test('what a platform records is of its own region, when it has one', () => {
  expect(initialPlace(platform, zeeland, reference)).toMatchObject({ name: 'Twente' });
  expect(initialPlace({ ...platform, regions: [twente, zeeland] }, zeeland, reference)).toBeUndefined();
});
