import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { manageEn } from '../../../lib/texts/manage/en';
import { manageNl } from '../../../lib/texts/manage/nl';

const server = join(import.meta.dirname, '../../../../../server/src');
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.rs'))
  .map((path) => readFileSync(join(server, path), 'utf8').split('#[cfg(test)]')[0] ?? '');

/** What the first group of a pattern finds in the server's sources, each once and in order. */
const found = (...patterns: RegExp[]): string[] =>
  [
    ...new Set(
      sources.flatMap((text) =>
        patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, word = '']) => word)),
      ),
    ),
  ].toSorted();

/** What texts there are with a start, without it. */
const named = (texts: object, start: string): string[] =>
  Object.keys(texts)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .toSorted();

describe('the audit trail has words', () => {
  test.each([manageNl, manageEn])('for just the actions that the server writes', (texts) => {
    const written = found(
      /\.(?:begin|note|note_change)\(\s*"(\w+)"/g,
      /\.begin\(\s*[\w.]+,\s*[\w.()]+,\s*"(\w+)"/g,
      /AuditEvent::new\(\s*[\w.]+,\s*"(\w+)"/g,
    );
    expect(written).toContain('refuse_correction');
    expect(named(texts, 'action.')).toEqual(written);
  });

  test('each action is named where it is done, so that none is missed', () => {
    const handed = found(
      /\.begin\(\s*([a-z]\w*)\s*\)/g,
      /\.note(?:_change)?\(\s*([a-z]\w*),/g,
      /AuditEvent::new\(\s*[\w.()]+,\s*([a-z]\w*),/g,
    );
    // Where a line about an account is made of what it is given.
    expect(handed).toEqual(['action']);
  });
});
