import { expect, test } from 'vitest';

import { Failure, type Problem } from '../api/client';
import { manageNl } from '../texts/manage/nl';
import type { Message } from '../texts/messages/model';
import { messagesNl } from '../texts/messages/nl';
import { writer } from '../texts/model';
import { nl } from '../texts/nl';
import { tell } from './refusal';
import { wording } from './wording';

const dutch = writer('nl', { ...nl, ...manageNl }, messagesNl);
const problem = (code: string, given: Message['arguments'] = {}, of: Partial<Problem> = {}): Problem => ({
  code,
  arguments: given,
  what: 'is odd',
  field: 'date',
  item: null,
  line: null,
  column: null,
  proposal: null,
  ...of,
});
const refused = (...problems: Problem[]): Failure =>
  new Failure('refused', 'BAD_INPUT', 'is odd', { problems });

test.each([
  ['DATE_IN_FUTURE', { date: '2027-01-01' }, '1 januari 2027 ligt in de toekomst.'],
  ['BRIEFING_IN_FUTURE', {}, 'Deze datum ligt in de toekomst'],
  ['DATE_BEFORE', { date: '2024-01-01', first: '2024-02-01' }, 'vóór 1 februari 2024'],
  ['CAMPAIGN_BEGINS', { date: '2026-03-01' }, '1 maart 2026'],
  ['BRIEFING_PLANNED', { date: '2027-03-01' }, '1 maart 2027'],
  [
    'CODE_SPLIT',
    { code: 'GM0788', name: 'Haaren', ended: '2021-01-01', parts: { items: ['GM0757 (Boxtel, 40 %)'] } },
    'Haaren',
  ],
  ['TOO_LONG', { most: 200 }, '200'],
  ['BAD_EMAIL', {}, '@'],
  ['NO_BLOCK_IN_FORCE', { block: 'x' }, 'bouwsteen'],
])('%s is told in Dutch, at its field', (code, given, text) => {
  expect(tell(dutch, refused(problem(code, given)))).toMatchObject([
    { field: 'date', text: expect.stringContaining(text) },
  ]);
});

test('what a later server says is told as it is', () => {
  expect(tell(dutch, refused(problem('NOT_YET_KNOWN')))[0]?.text).toBe('Is odd.');
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
  const failure = refused(problem('TOO_LONG', { most: 200 }, { field: 'answers', item: 1 }));
  const wrong = wording(dutch, {}, failure);
  expect(wrong('answers', 1)).toContain('200');
  expect(wrong('answers', 0)).toBeUndefined();
  expect(wrong('answers')).toContain('200');
});

test('who said a lot in a short time is told when to try again', () => {
  const said = { code: 'TOO_OFTEN', arguments: { minutes: 12 }, what: 'that was a lot' };
  const failure = new Failure('refused', 'TOO_OFTEN', 'that was a lot', { said });
  expect(tell(dutch, failure)[0]?.text).toContain('over 12 minuten');
});

test('a target that is there already is named', () => {
  const said = { code: 'ALREADY_TARGET', arguments: { code: 'GM0344' }, what: 'GM0344 is a target' };
  const failure = new Failure('refused', 'CONFLICT', 'GM0344 is a target', { said });
  expect(tell(dutch, failure)[0]?.text).toContain('GM0344 staat al in deze campagne');
});

test('what somebody else wrote meanwhile is told as a conflict', () => {
  const said = { code: 'CHANGED_MEANWHILE', arguments: { changes: { items: [] } }, what: '' };
  const standing = [{ subject: 'arrangement 12', by: 'Ans', at: '2024-01-01T00:00:00Z' }];
  const failure = new Failure('refused', 'CONFLICT', '', { said, standing });
  expect(tell(dutch, failure)[0]?.text).toContain('Iemand anders');
});
