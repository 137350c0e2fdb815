import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { manageEn } from '../../../lib/texts/manage/en';
import { manageNl } from '../../../lib/texts/manage/nl';

const list = '../../../../../server/domain/src/vocabulary/audit_actions.txt';
/** The actions of the audit trail, one a line; the server's tests hold the list to what it writes. */
const actions = readFileSync(join(import.meta.dirname, list), 'utf8')
  .trim()
  .split('\n');

/** What texts there are with a start, without it. */
const named = (texts: object, start: string): string[] =>
  Object.keys(texts)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .toSorted();

describe('the audit trail has words', () => {
  test.each([manageNl, manageEn])('for just the actions that the server writes', (texts) => {
    expect(named(texts, 'action.')).toEqual(actions);
  });
});
