import { expect, test } from 'vitest';

import { instantOf, parseInstant } from './known-at';

test('an instant is read as the API writes it, and is not to come', () => {
  const now = instantOf(new Date());
  for (const text of ['2026-11-28T10:00:00Z', '2026-11-28T11:00:00.5+01:00', now])
    expect(parseInstant(text), text).toBe(text);
  for (const text of ['', '2026-11-30', 'gisteren', '2026-13-30T10:00:00Z', '2999-01-01T00:00:00Z'])
    expect(parseInstant(text), text).toBeUndefined();
});

test('now is told to the second', () => {
  expect(instantOf(new Date('2026-11-30T10:00:00.987Z'))).toBe('2026-11-30T10:00:00Z');
});
