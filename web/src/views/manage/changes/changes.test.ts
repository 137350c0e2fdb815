import { describe, expect, test } from 'vitest';

import { nl } from '../../../lib/texts/nl';
import { manageNl } from '../../../lib/texts/manage/nl';
import { writer } from '../../../lib/texts/model';
import { actorText, summaryText } from './wording';

const dutch = writer('nl', { ...nl, ...manageNl });

describe('what was changed', () => {
  test.each([
    ['1 verdict of GM0344', '1 oordeel over GM0344'],
    ['5000 verdicts of 342 municipalities', '5.000 oordelen over 342 gemeenten'],
    ['5 editions of the boundaries and all that belongs to them', '5 sets grenzen met wat daarbij hoort'],
    [
      'edition 2: 1094 new, 5 changed, 1 withdrawn, 3 left',
      'uitgave 2: 1.094 nieuw, 5 veranderd, 1 vervallen, 3 zoals mensen ze vastlegden',
    ],
    ['vng-platform/RP02: 25 members from 2027-01-01', 'vng-platform/RP02: 25 gemeenten vanaf 1 jan 2027'],
    ['arrangement-12 on 2026-01-01', 'arrangement-12 op 1 jan 2026'],
    ['kader-2 from 2026-06-01', 'kader-2 vanaf 1 jun 2026'],
    ['revision 12 (record_verdicts)', 'nummer 12: Oordelen vastgelegd'],
    ['revision 12 (record_verdicts), 3 kept', 'nummer 12: Oordelen vastgelegd (3 gebleven)'],
    ['arrangement-12: TEMPORARY', 'arrangement-12: TEMPORARY'],
  ])('%s', (said, text) => expect(summaryText(dutch, said)).toBe(text));
});

test('the program has a name in Dutch, and people have their own', () => {
  expect(actorText(dutch, 'public data')).toBe('openbare gegevens');
  expect(actorText(dutch, 'first start')).toBe('eerste start');
  expect(actorText(dutch, 'Ans')).toBe('Ans');
});
