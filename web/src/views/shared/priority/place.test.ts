import { expect, test } from 'vitest';

import { en } from '../../../lib/texts/en';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { type ListPlaces, listPlaceOf, placeText } from './place';

const places = (toBrief: number | null, toAsk: number | null): ListPlaces => ({
  toBrief: { purpose: 'BRIEF', listRank: toBrief, listSize: 85, explanation: 'Te weinig.' },
  toAsk: { purpose: 'ASK', listRank: toAsk, listSize: 257, explanation: 'Onbekend.' },
});

test('a municipality has the place of the list that it is on, and none on neither', () => {
  expect(listPlaceOf(places(12, null))).toEqual({
    purpose: 'BRIEF',
    rank: 12,
    size: 85,
    explanation: 'Te weinig.',
  });
  expect(listPlaceOf(places(null, 3))).toMatchObject({ purpose: 'ASK', rank: 3, size: 257 });
  expect(listPlaceOf(places(null, null))).toBeUndefined();
});

test('a place in words says of which list it is', () => {
  const dutch = writer('nl', nl);
  expect(placeText(dutch, { purpose: 'BRIEF', rank: 3, size: 85 })).toBe(
    'Nummer 3 van 85 om voor te lichten',
  );
  expect(placeText(dutch, { purpose: 'ASK', rank: 12, size: 257 })).toBe('Nummer 12 van 257 om na te vragen');
  expect(placeText(writer('en', en), { purpose: 'ASK', rank: 1, size: 257 })).toBe('Number 1 of 257 to ask');
});
