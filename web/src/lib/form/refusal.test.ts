import { expect, test } from 'vitest';

import { Failure } from '../api/client';
import { manageNl } from '../texts/manage/nl';
import { writer } from '../texts/model';
import { nl } from '../texts/nl';
import { noticeText, tell } from './refusal';
import { wording } from './wording';

const dutch = writer('nl', { ...nl, ...manageNl });
const refused = (what: string, field = 'date'): Failure =>
  new Failure('refused', 'BAD_INPUT', what, { problems: [{ field, item: null, what }] });

test.each([
  ['2027-01-01 lies in the future', 'ligt in de toekomst'],
  ['a briefing that was given cannot lie in the future; make it PLANNED', 'ligt in de toekomst'],
  ['2024-01-01 lies before 2024-02-01', 'vóór 1 februari 2024'],
  ['the campaign begins on 2026-03-01; a briefing cannot have been given before', '1 maart 2026'],
  ['its briefing is planned for 2027-03-01, in the future; record it', '1 maart 2027'],
  ['`GM0788` (Haaren) ended on 2021-01-01 and was split; write one of GM0757 (Boxtel, 40 %)', 'Haaren'],
  ['is longer than 200 characters', '200'],
  ['is not an email address; write name@place, without spaces', '@'],
  ['the rubric in force has no block `x`', 'bouwsteen'],
])('%s is told in Dutch, at its field', (what, text) => {
  expect(tell(dutch, refused(what))).toMatchObject([{ field: 'date', text: expect.stringContaining(text) }]);
});

test('what has no words of its own is told as it is', () => {
  expect(tell(dutch, refused('is odd'))[0]?.text).toContain('is odd');
});

test.each([
  'FORBIDDEN',
  'CONFLICT',
  'UNKNOWN_ID',
  'DATABASE_UNAVAILABLE',
  'BODY_TOO_LARGE',
  'BODY_TOO_SLOW',
  'TIMEOUT',
  'TOO_MANY_UPLOADS',
  'TOO_MANY_REQUESTS',
  'BUSY',
  'TOO_LONG',
  'DISK_FULL',
])('%s has Dutch words', (code) => {
  const [told] = tell(dutch, new Failure('refused', code, 'english'));
  expect(told?.field).toBeUndefined();
  expect(told?.text).not.toContain('english');
});

test('one item of a list is told apart from the others', () => {
  const problems = [{ field: 'answers', item: 1, what: 'is longer than 200 characters' }];
  const wrong = wording(dutch, {}, new Failure('refused', 'BAD_INPUT', '', { problems }));
  expect(wrong('answers', 1)).toContain('200');
  expect(wrong('answers', 0)).toBeUndefined();
  expect(wrong('answers')).toContain('200');
});

test('who said a lot in a short time is told when to try again', () => {
  const failure = new Failure('refused', 'TOO_OFTEN', 'that was a lot; try again in 12 minutes, or write');
  expect(tell(dutch, failure)[0]?.text).toContain('over 12 minuten');
});

test('a target that is there already is named', () => {
  const failure = new Failure(
    'refused',
    'CONFLICT',
    'GM0344 is a target of this campaign already; leave it out',
  );
  expect(tell(dutch, failure)[0]?.text).toContain('GM0344');
});

test('an ended municipality and who takes its place are told in Dutch', () => {
  expect(
    noticeText(dutch, '`GM0370` (Beemster) ended on 2022-01-01: GM0439 (Purmerend) takes its place'),
  ).toBe('Beemster is op 1 januari 2022 opgeheven; Purmerend staat er nu voor in de plaats.');
  expect(noticeText(dutch, 'something else')).toBe('something else');
});
