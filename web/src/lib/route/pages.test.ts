import { describe, expect, test } from 'vitest';

import { type Page, type PlainPage, manageParts, parsePage, pathOf, paths } from './page';
import text from './pages.txt?raw';

/** The paths that the server answers with the page of the client; others it answers with 404. */
const served = text.trim().split('\n');

const filled = (path: string): string =>
  path.replace('{municipality}', 'GM0344').replace('{word}', 'focal-point').replace('{id}', 'RP02');

/** One page of every kind whose path holds something; another kind does not compile without one. */
const withParts: Record<Exclude<Page['name'], PlainPage | 'manage'>, Page> = {
  municipality: { name: 'municipality', code: 'GM0344' },
  region: { name: 'region', set: 'focal-point', code: 'RP02' },
  block: { name: 'block', id: 'focal-point' },
  campaign: { name: 'campaign', id: 'RP02' },
};

describe('the paths that the server serves', () => {
  test.each(served)('%s is one that the client knows', (path) => {
    const page = parsePage(filled(path));
    expect(page && pathOf(page)).toBe(filled(path));
  });

  test('are all that the client has', () => {
    const manage = Object.values(manageParts).flatMap((part) =>
      part === '' ? ['/beheer'] : [`/beheer/${part}`, `/beheer/${part}/RP02`],
    );
    const parts = Object.values(withParts).map(pathOf);
    const known = [...Object.values(paths), ...manage, ...parts];
    expect(served.map(filled).sort()).toEqual(known.sort());
  });
});
