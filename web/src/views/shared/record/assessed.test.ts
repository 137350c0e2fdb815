import { expect, test } from 'vitest';

import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { assessedCell, assessedText } from './assessed';

const dutch = writer('nl', nl);
const policy = (assessedBlocks: number, lastAssessed: string | null = '2026-05-01') => ({
  lastAssessed,
  assessedBlocks,
  completeness: { total: 24 },
});

test('a few building blocks do not date the whole municipality', () => {
  expect(assessedText(dutch, policy(2))).toBe('Laatst beoordeeld op 1 mei 2026: 2 van 24 bouwstenen');
  expect(assessedCell(dutch, policy(2))).toBe('1 mei 2026 · 2 van 24');
});

test('of all of them, or of none, no number is told', () => {
  expect(assessedText(dutch, policy(24))).toBe('Laatst beoordeeld op 1 mei 2026');
  expect(assessedCell(dutch, policy(24))).toBe('1 mei 2026');
  expect(assessedText(dutch, policy(0, null))).toBe('Nog niet beoordeeld');
  expect(assessedCell(dutch, policy(0, null))).toBe('Geen oordeel bekend');
});
