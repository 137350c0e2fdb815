import { expect, test } from 'vitest';

import { embedCode } from './embed';

const code = (address: string): string | undefined =>
  embedCode(new URL(address, 'https://kaart.example.nl'), 'Beleid "vandaag"');

test('the frame shows the map of the view, by what the server draws', () => {
  expect(code('/')).toBe(
    '<iframe src="https://kaart.example.nl/embed" title="Beleid &quot;vandaag&quot;" width="800" height="900"></iframe>',
  );
  expect(code('/?date=2022-06-30&class=NONE,PARTIAL&outlines=provincie')).toContain(
    'src="https://kaart.example.nl/embed?date=2022-06-30&amp;class=NONE%2CPARTIAL"',
  );
  expect(code('/regio/provincie/PV26?lang=en')).toContain('/embed/regio/provincie/PV26?lang=en"');
});

test('one of what was known stays as it is', () => {
  expect(code('/?date=2022-06-30&knownAt=2026-11-30T10:00:00Z')).toContain(
    '/embed?date=2022-06-30&amp;knownAt=2026-11-30T10%3A00%3A00Z"',
  );
});

test('a view that the server does not draw has none', () => {
  for (const address of [
    '/voorlichting',
    '/vergelijken?with=GM0200',
    '/?block=focal-point:PRESENT',
    '/?shade=briefed',
    '/?completeness=0.2-0.4',
  ])
    expect(code(address)).toBeUndefined();
});
