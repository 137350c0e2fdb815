import { describe, expect, test } from 'vitest';

import { writer } from '../../lib/texts/model';
import { nl } from '../../lib/texts/nl';
import { type Arrangement, byTheme, forWhom } from '../shared/record/model';
import { type Reorganisation, dayBefore, absenceOf } from './model';

const haaren = { code: 'GM0788', name: 'Haaren' };
const tilburg = { code: 'GM0855', name: 'Tilburg' };
const vught = { code: 'GM0865', name: 'Vught' };
const purmerend = { code: 'GM0439', name: 'Purmerend' };
const beemster = { code: 'GM0370', name: 'Beemster' };
const maashorst = { code: 'GM1991', name: 'Maashorst' };
const uden = { code: 'GM0856', name: 'Uden' };
const reorganisations: Reorganisation[] = [
  { date: '2022-01-01', kind: 'MERGER', note: null, from: [uden], to: [maashorst] },
  { date: '2022-01-01', kind: 'ABSORPTION', note: null, from: [beemster, purmerend], to: [purmerend] },
  { date: '2021-01-01', kind: 'SPLIT', note: null, from: [haaren], to: [tilburg, vught] },
];

describe('what became of a municipality', () => {
  test('that was split names all its successors', () => {
    expect(absenceOf('GM0788', '2026-01-01', reorganisations)).toEqual({
      kind: 'ended',
      date: '2021-01-01',
      name: 'Haaren',
      others: [tilburg, vught],
    });
  });

  test('that was absorbed names the one it went into', () => {
    expect(absenceOf('GM0370', '2022-01-01', reorganisations)).toMatchObject({
      kind: 'ended',
      others: [purmerend],
    });
  });

  test('that had yet to begin names what it was formed from', () => {
    expect(absenceOf('GM1991', '2021-12-31', reorganisations)).toEqual({
      kind: 'begins',
      date: '2022-01-01',
      name: 'Maashorst',
      others: [uden],
    });
  });

  test('that never was is unknown', () => {
    expect(absenceOf('GM9999', '2021-12-31', reorganisations)).toEqual({ kind: 'unknown' });
  });

  test('shows on the last day that it existed', () => {
    expect(dayBefore('2021-01-01')).toBe('2020-12-31');
  });
});

describe('for whom care is coordinated', () => {
  const dutch = writer('nl', nl);
  const whom = (part: Partial<Arrangement>): string =>
    forWhom(dutch, { ageFrom: null, ageTo: null, forms: [], ...part } as Arrangement);

  test.each([
    [{}, 'alle leeftijden, alle vormen van uitbuiting'],
    [{ ageTo: 22 }, 'tot en met 22 jaar, alle vormen van uitbuiting'],
    [{ ageFrom: 23 }, 'vanaf 23 jaar, alle vormen van uitbuiting'],
    [{ ageFrom: 12, ageTo: 17 }, '12 tot en met 17 jaar, alle vormen van uitbuiting'],
    [{ forms: ['SEXUAL', 'LABOUR'] }, 'alle leeftijden, seksuele uitbuiting of arbeidsuitbuiting'],
  ] as [Partial<Arrangement>, string][])('%o reads %s', (part, expected) => {
    expect(whom(part)).toBe(expected);
  });
});

test('verdicts stand under their themes, the basis first', () => {
  const of = (theme: string) => ({ theme: { id: theme } });
  const block = (id: string, theme: string, level: 'BASIC' | 'ADVANCED' = 'BASIC') => ({
    block: { ...of(theme), id, level },
  });
  const verdicts = [block('deep', 'a', 'ADVANCED'), block('other', 'b'), block('plain', 'a')];
  const ids = byTheme({ themes: [of('a'), of('b')], verdicts }).map(({ theme, verdicts }) => [
    theme.theme.id,
    ...verdicts.map((each) => each.block.id),
  ]);
  expect(ids).toEqual([
    ['a', 'plain', 'deep'],
    ['b', 'other'],
  ]);
});
