import { describe, expect, test } from 'vitest';

import { standing } from '../correction/standing';
import { checkNl } from '../../../lib/texts/check/nl';
import { writer } from '../../../lib/texts/model';
import {
  type Check,
  type CheckedRecord,
  emptyCheck,
  hasWords,
  mailTo,
  secretOf,
  toSubmission,
  linkProblem,
} from './model';

const dutch = writer('nl', checkNl);

const record: CheckedRecord = {
  code: 'GM0344',
  name: 'Utrecht',
  asOf: '2026-11-01',
  coordination: { status: 'UNKNOWN', arrangements: [] },
  policy: { themes: [], verdicts: [standing('deep'), standing('plain')] },
};
const check: Check = { open: true, expiresAt: '2026-12-01T12:00:00Z', municipality: record };
const now = Date.parse('2026-11-15T12:00:00Z');

describe('a link', () => {
  test.each([
    ['#dekkingskaart_ab-c_9', 'dekkingskaart_ab-c_9'],
    ['', undefined],
    ['#content', undefined],
    ['#dekkingskaart_', undefined],
    ['#dekkingskaart_ab<script>', undefined],
  ])('%s holds the secret %s', (hash, secret) => {
    expect(secretOf(hash)).toBe(secret);
  });

  test('opens, or says why not', () => {
    expect(linkProblem(check, now)).toBeUndefined();
    expect(linkProblem(null, now)).toBe('unknown');
    expect(linkProblem({ ...check, open: false }, now)).toBe('used');
    expect(linkProblem({ ...check, open: false }, now + 30 * 86_400_000)).toBe('expired');
    expect(linkProblem({ ...check, municipality: null }, now)).toBe('gone');
  });
});

describe('what is said', () => {
  test('is sent with the words on care coordination first', () => {
    const answers = { plain: { verdict: 'PRESENT' as const, note: '' } };
    const draft = { ...emptyCheck, answers, care: ' Nu de GGD ', text: 'Meer', name: ' Ans ' };
    expect(hasWords(draft)).toBe(true);
    expect(toSubmission(dutch, record, draft)).toEqual({
      text: 'Zorgcoördinatie: Nu de GGD\n\nMeer',
      name: 'Ans',
      answers: [{ block: 'plain', verdict: 'PRESENT', note: null }],
    });
  });

  test('is nothing when all is right', () => {
    expect(hasWords({ ...emptyCheck, care: ' \n' })).toBe(false);
    expect(toSubmission(dutch, record, emptyCheck)).toEqual({ text: null, name: null, answers: [] });
  });
});

test('a mail has no recipient, and keeps its lines and the whole link', () => {
  const address = mailTo('Klopt dit & dat?', 'Open:\nhttps://kaart.example/controle#dekkingskaart_a');
  expect(address).toBe(
    'mailto:?subject=Klopt%20dit%20%26%20dat%3F&body=Open%3A%0D%0Ahttps%3A%2F%2Fkaart.example%2Fcontrole%23dekkingskaart_a',
  );
});
