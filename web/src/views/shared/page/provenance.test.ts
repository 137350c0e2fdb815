import { expect, test } from 'vitest';

import { filterText } from '../../../lib/filter/sentence';
import { atlas } from '../../../lib/testing/build';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { provenanceOf } from './provenance';

const dutch = writer('nl', nl);
const origin = { selection: 'alle gemeenten', today: '2026-11-28', address: 'https://kaart.example/tabel' };
const linesOf = (demonstration: boolean): string[] =>
  provenanceOf(dutch, { ...origin, atlas: { ...atlas([], '2026-11-28'), demonstration } }).map(
    ({ label, text }) => `${label}: ${text}`,
  );

test('a list that leaves the screen says of which date it is, of whom, and where it comes from', () => {
  const [date, selection, source] = linesOf(false);
  expect(date).toMatch(/^Peildatum: 28 november 2026, grenzen van /);
  expect(selection).toBe('Selectie: alle gemeenten');
  expect(source).toMatch(
    /^Bron: Dekkingskaart, gegevens bijgewerkt tot .*, https:\/\/kaart\.example\/tabel$/,
  );
});

test('what is invented says so first', () => {
  expect(linesOf(true)[0]).toMatch(/verzonnen/);
  expect(linesOf(false).join()).not.toMatch(/verzonnen/);
});

test('a filter is told in words, and so is none', () => {
  expect(filterText(dutch, undefined, { classes: {} })).toBe('alle gemeenten');
  expect(
    filterText(dutch, undefined, {
      classes: { class: ['NONE', 'PARTIAL'], mode: ['SEVERAL'] },
      region: { set: 'provincie', code: 'PV25' },
    }),
  ).toBe('geen of onvolledig beleid; PV25; Wie de zorgcoördinatie invult: meer dan één');
});
