import { expect, test } from 'vitest';

import { Failure } from '../../../lib/api/client';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { failureText } from './failure';

const dutch = writer('nl', nl);

test.each([
  'ANSWER_TOO_LARGE',
  'BUSY',
  'FORBIDDEN',
  'TIMEOUT',
  'TOO_COMPLEX',
  'TOO_LONG',
  'TOO_MANY_CONNECTIONS',
  'TOO_MANY_REQUESTS',
])('%s has Dutch words', (code) => {
  expect(failureText(dutch, new Failure('refused', code, 'english'))).not.toContain('english');
});

test('another refusal is told as it is', () => {
  expect(failureText(dutch, new Failure('refused', 'BAD_DATE', 'write a date'))).toContain('write a date');
});
