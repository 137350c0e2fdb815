import { expect, test } from 'vitest';

import { withoutFormulas } from './csv';

test.each([
  ['=1+1', "'=1+1"],
  ['text;=HYPERLINK("x")', 'text;\'=HYPERLINK("x")'],
  ['a,+b', "a,'+b"],
  ['a\t@b', "a\t'@b"],
  ['a;"=b', 'a;"\'=b'],
  ['a; =b', "a;' =b"],
  ['Noord-Holland, Zuid-Holland', 'Noord-Holland, Zuid-Holland'],
  ['', ''],
])('%j is no formula to any spreadsheet', (text, safe) => {
  expect(withoutFormulas(text)).toBe(safe);
});
