import { describe, expect, test } from 'vitest';

import type { MessageCode } from '../../api/generated';
import { writer } from '../model';
import { messagesEn } from './en';
import { asSentence, namesOf } from './model';
import { messagesNl } from './nl';

const dutch = writer('nl', {}, messagesNl);
const english = writer('en', {}, messagesEn);
const codes = Object.keys(messagesNl) as MessageCode[];

test('every code has a text in both languages', () => {
  expect(Object.keys(messagesEn).toSorted()).toEqual(codes.toSorted());
  expect(codes.length).toBeGreaterThan(300);
});

test('a Dutch text uses no argument that the English one has not', () => {
  for (const code of codes) {
    const names = namesOf(messagesEn[code]);
    expect(names, code).toEqual(expect.arrayContaining(namesOf(messagesNl[code])));
  }
});

describe('a message', () => {
  const split = {
    code: 'CODE_SPLIT',
    arguments: {
      code: 'GM0788',
      name: 'Haaren',
      ended: '2021-01-01',
      parts: { items: ['Boxtel', 'Vught'], more: 0 },
    },
    what: '`GM0788` (Haaren) ended',
  };

  test('is written with dates, numbers and lists as the language has them', () => {
    expect(dutch.message(split)).toBe(
      'Haaren (GM0788) is op 1 januari 2021 verdeeld; kies een van Boxtel of Vught',
    );
    expect(english.message(split)).toContain('write one of Boxtel or Vught');
    const same = {
      code: 'ROWS_SAME',
      arguments: { count: 12345, lines: { items: ['2', '5'], more: 3 } },
      what: '',
    };
    expect(dutch.message(same)).toContain('12.345 regels zeggen hetzelfde');
    expect(dutch.message(same)).toContain('regels 2, 5 en 3 andere');
  });

  test('chooses its words by a number or a word', () => {
    const often = (minutes: number) => dutch.message({ code: 'TOO_OFTEN', arguments: { minutes }, what: '' });
    expect(often(1)).toContain('over 1 minuut');
    expect(often(12)).toContain('over 12 minuten');
    const alike = (letters: number) =>
      dutch.message({
        code: 'NAME_ALIKE',
        arguments: { given: 'a', code: 'GM0034', name: 'Almere', letters },
        what: '',
      });
    expect(alike(0)).toContain('Alleen de toevoeging');
    expect(alike(1)).toContain('Eén letter verschilt');
    expect(alike(2)).toContain('2 letters verschillen');
    const wider = (area: string) =>
      dutch.message({ code: 'WIDER_AREA', arguments: { given: 'PV20', area }, what: '' });
    expect(wider('PROVINCE')).toContain('een provincie');
    expect(wider('CONTINENT')).toContain('een groter gebied');
  });

  test('may stand within another', () => {
    const row = { code: 'AT_LINE', arguments: { line: '3', what: split }, what: '' };
    expect(dutch.message(row)).toMatch(/^regel 3: Haaren/);
  });

  test('of a later server is told as the server says it', () => {
    expect(dutch.message({ code: 'NOT_YET_KNOWN', arguments: {}, what: 'is odd' })).toBe('is odd');
  });

  test('is a sentence where it stands by itself', () => {
    expect(asSentence('dit is leeg')).toBe('Dit is leeg.');
    expect(asSentence('bedoelt u Almere?')).toBe('Bedoelt u Almere?');
  });
});
