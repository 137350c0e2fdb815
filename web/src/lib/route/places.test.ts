import { expect, test } from 'vitest';

import { parsePage, paths } from './page';
import { entryOf, placeOf, places } from './places';

const placeAt = (path: string): string | undefined => {
  const page = parsePage(path);
  return page && placeOf(page);
};

test('every page of a place has an address that leads to it', () => {
  for (const [place, pages] of Object.entries(places))
    for (const name of pages) expect(placeAt(paths[name]), name).toBe(place);
});

test('no page stands in two places', () => {
  const all = Object.values(places).flat();
  expect(new Set(all).size).toBe(all.length);
});

test('what lies deeper belongs to the page above it', () => {
  expect(placeAt('/regio/vng-platform/RP02')).toBe('compare');
  expect(placeAt('/bouwsteen/focal-point')).toBe('compare');
  expect(placeAt('/goede-voorbeelden')).toBe('outreach');
  expect(placeAt('/gemeente/GM0344')).toBeUndefined();
  expect(entryOf({ name: 'region', set: 'provincie', code: 'PV25' })).toBe('regions');
});
