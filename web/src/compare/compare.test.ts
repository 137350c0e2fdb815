import { expect, test } from 'vitest';

import { withSubject } from './model';

test('what is compared is added once, and another kind starts anew', () => {
  expect(withSubject(['GM0344'], 'GM0200')).toEqual(['GM0344', 'GM0200']);
  expect(withSubject(['GM0344'], 'GM0344')).toEqual(['GM0344']);
  expect(withSubject(['GM0344'], 'provincie/PV23')).toEqual(['provincie/PV23']);
  expect(withSubject(['provincie/PV23'], 'vng-platform/RP01')).toEqual([
    'provincie/PV23',
    'vng-platform/RP01',
  ]);
});
