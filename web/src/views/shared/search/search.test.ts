import { expect, test } from 'vitest';

import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { toReference } from '../../../lib/atlas/reference';
import { type Hit, findRegions, foundMunicipalities, noneText, reasonText, step } from './model';

const dutch = writer('nl', nl);
const vught = { code: 'GM0865', name: 'Vught', regions: [] };
const hit = (part: Partial<Hit>): Hit => ({
  municipality: vught,
  matched: 'Vught',
  reason: 'NAME',
  since: null,
  ...part,
});

test('a former municipality is named with its end', () => {
  expect(reasonText(dutch, hit({ matched: 'Haaren', reason: 'FORMER_NAME', since: '2021-01-01' }))).toBe(
    'Haaren, tot 1 januari 2021',
  );
});

test('an alias is named, the own name is not repeated', () => {
  expect(reasonText(dutch, hit({ matched: 'Vucht', reason: 'ALIAS' }))).toBe('ook bekend als Vucht');
  expect(reasonText(dutch, hit({ matched: 'Hoofddorp', reason: 'PLACE' }))).toBe(
    'Hoofddorp ligt in deze gemeente',
  );
  expect(reasonText(dutch, hit({ matched: '1509 Zaandam', reason: 'POSTCODE' }))).toBe(
    'postcode 1509 Zaandam',
  );
  expect(reasonText(dutch, hit({ matched: 'Vugth', reason: 'FUZZY' }))).toBe('lijkt op Vugth');
  expect(noneText(dutch, '9999 zz')).toContain('niet bekend');
  expect(noneText(dutch, 'Xyz')).not.toContain('postcode');
  expect(reasonText(dutch, hit({}))).toBe('');
});

test('arrow keys go through the list and back to the field', () => {
  expect(step(-1, 'ArrowDown', 2)).toBe(0);
  expect(step(1, 'ArrowDown', 2)).toBe(-1);
  expect(step(-1, 'ArrowUp', 2)).toBe(1);
  expect(step(0, 'ArrowUp', 2)).toBe(-1);
  expect(step(-1, 'ArrowDown', 0)).toBe(-1);
});

test('regions are found by a part of their name, those that begin with it first, accents aside', () => {
  const set = (id: string, names: string[]) => ({
    id,
    title: id,
    provisional: false,
    regions: names.map((name, at) => ({ code: `R${at}`, name })),
  });
  const reference = toReference({
    regionSets: [
      set('veiligheidsregio', ['Noord- en Oost-Gelderland', 'Fryslân']),
      set('provincie', ['Gelderland']),
    ],
    rubric: null,
  });
  const names = (text: string): string[] => findRegions(reference, text, 4).map(({ key }) => key);
  expect(names('gelder')).toEqual(['provincie/R0', 'veiligheidsregio/R0']);
  expect(names('frysl')).toEqual(['veiligheidsregio/R1']);
  expect(names('g')).toEqual([]);
  expect(findRegions(undefined, 'gelder', 4)).toEqual([]);
  expect(foundMunicipalities([hit({})]).map(({ kind }) => kind)).toEqual(['municipality']);
});
