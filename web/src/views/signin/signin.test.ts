import { describe, expect, test } from 'vitest';

import { writer } from '../../lib/texts/model';
import { nl } from '../../lib/texts/nl';
import { AuthError } from '../../lib/viewer/auth';
import { passwordProblem, refusalText } from './model';

const dutch = writer('nl', nl);

describe('what is told', () => {
  test('has a text of its own for what people can do something about', () => {
    expect(refusalText(dutch, new AuthError('WRONG_CREDENTIALS'))).toBe(nl['refusal.WRONG_CREDENTIALS']);
    expect(refusalText(dutch, new AuthError('TEAPOT'))).toBe(nl['refusal.OTHER']);
    expect(refusalText(dutch, new Error('?'))).toBe(nl['refusal.OTHER']);
  });

  test('says how long to wait', () => {
    const wait = (seconds: number): string => refusalText(dutch, new AuthError('TOO_MANY_ATTEMPTS', seconds));
    expect(wait(1)).toContain('1 seconde');
    expect(wait(64)).toContain('64 seconden');
    expect(wait(256)).toContain('5 minuten');
  });
});

test.each([
  ['elf tekens!', 'PASSWORD_TOO_SHORT'],
  ['twaalf teken', undefined],
  ['zoals het was', 'PASSWORD_UNCHANGED'],
  ['x'.repeat(201), 'PASSWORD_TOO_LONG'],
  ['🐴🔋📎🐴🔋📎🐴🔋📎🐴🔋', 'PASSWORD_TOO_SHORT'],
])('the password %s is told as %s', (chosen, problem) => {
  expect(passwordProblem(chosen, 'zoals het was')).toBe(problem);
});
