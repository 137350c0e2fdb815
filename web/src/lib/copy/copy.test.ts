import { expect, test } from 'vitest';

import { keyOf } from './key';
import { questions } from './questions';

test('a question has one key, however its variables are written', () => {
  expect(keyOf('{a}', { b: 1, a: { d: 'é', c: undefined } })).toBe(keyOf('{a}', { a: { d: 'é' }, b: 1 }));
  expect(keyOf('{a}', {})).not.toBe(keyOf('{b}', {}));
  expect(keyOf('{a}', { a: 1 })).not.toBe(keyOf('{a}', { a: '1' }));
  // The program that writes copies holds the same (server/src/http/copy/key.rs).
  expect(keyOf('{a}', { b: [1, null, 'é"'], a: { d: false, c: 'x' } })).toBe('1ca79260b58ea48b');
});

test('the questions that a copy holds are those of the pages', async () => {
  await expect(`${JSON.stringify(questions, null, 1)}\n`).toMatchFileSnapshot('./questions.json');
});
