import { expect, test } from 'vitest';

import { Failure } from '../api/client';
import { writer } from '../texts/model';
import { nl } from '../texts/nl';
import { tell } from './refusal';

const dutch = writer('nl', nl);
const refused = (what: string, field = 'date'): Failure =>
  new Failure('refused', 'BAD_INPUT', what, { problems: [{ field, item: null, what }] });

test.each([
  ['2027-01-01 lies in the future', 'ligt in de toekomst'],
  ['2024-01-01 lies before 2024-02-01', 'vóór 1 februari 2024'],
  ['`GM0788` (Haaren) ended on 2021-01-01 and was split; write one of GM0757 (Boxtel, 40 %)', 'Haaren'],
  ['`GM0370` (Beemster) ended on 2022-01-01; write GM0439 (Purmerend)', 'Purmerend'],
  ['is longer than 200 characters', '200'],
  ['is empty; write something', 'leeg'],
  ['give a region or a municipality, and not both', 'regio of een gemeente'],
  ['write an address that begins with https://', 'https://'],
])('%s is told in Dutch, at its field', (what, text) => {
  expect(tell(dutch, refused(what))).toEqual([{ field: 'date', text: expect.stringContaining(text) }]);
});

test('what has no words of its own is told as it is', () => {
  expect(tell(dutch, refused('is odd'))[0]?.text).toContain('is odd');
});

test.each(['FORBIDDEN', 'CONFLICT', 'UNKNOWN_ID', 'DATABASE_UNAVAILABLE'])('%s has Dutch words', (code) => {
  const [told] = tell(dutch, new Failure('refused', code, 'english'));
  expect(told?.field).toBeUndefined();
  expect(told?.text).not.toContain('english');
});
