import { describe, expect, test } from 'vitest';

import type { CoordinationStatus, PolicyClass } from '../api/generated';
import { nl } from '../texts/nl';
import { writer } from '../texts/model';
import { type ShadeId, classIds, modeOf, shadeIds, shades, stepOf, yearsBetween } from '../shade/model';
import { atlas, municipality, filtered } from '../testing/build';
import {
  type Filter,
  countByClass,
  emptyFilter,
  forOutreach,
  isEmpty,
  select,
  toggleClass,
  withClasses,
} from './model';
import { chips, classesText } from './sentence';
import { toWhere } from './where';

const asOf = '2024-06-01';
const none = municipality('GM0001', {
  policyClass: 'NONE',
  status: 'REMOTE',
  regions: new Map([['provincie', 'PV20']]),
});
const partial = municipality('GM0002', { policyClass: 'PARTIAL', status: 'STRUCTURAL' });
const unknown = municipality('GM0003');
const country = atlas([none, partial, unknown], asOf);
const codes = (filter: Filter, ...rest: [] | [Parameters<typeof select>[2]]): string[] =>
  select(country, filter, ...rest).map(({ code }) => code);

describe('selecting municipalities', () => {
  test('an empty filter lets all through', () => {
    expect(isEmpty(emptyFilter)).toBe(true);
    expect(codes(emptyFilter)).toEqual(['GM0001', 'GM0002', 'GM0003']);
  });

  test('classes of one shade add up, parts of the filter hold together', () => {
    expect(codes({ classes: { class: ['NONE', 'PARTIAL'] } })).toEqual(['GM0001', 'GM0002']);
    expect(codes({ classes: { class: ['NONE', 'PARTIAL'], status: ['REMOTE'] } })).toEqual(['GM0001']);
    expect(codes({ classes: {}, region: { set: 'provincie', code: 'PV20' } })).toEqual(['GM0001']);
  });

  test('unknown is not no', () => {
    expect(codes({ classes: { status: ['NONE'] } })).toEqual([]);
    expect(codes({ classes: { status: ['UNKNOWN'] } })).toEqual(['GM0003']);
  });

  test('a building block keeps whom the server names', () => {
    const block = { block: 'focal-point', verdicts: ['ABSENT'] as const };
    expect(codes({ classes: {}, block }, { ...block, codes: new Set(['GM0002']) })).toEqual(['GM0002']);
  });

  test('choosing all classes, or none, is no restriction', () => {
    expect(withClasses(emptyFilter, 'class', classIds('class'))).toEqual(emptyFilter);
    expect(toggleClass(toggleClass(emptyFilter, 'class', 'NONE'), 'class', 'NONE')).toEqual(emptyFilter);
  });

  test('for outreach is about who has no complete policy, unless it names classes itself', () => {
    expect(forOutreach(emptyFilter, 'BRIEF').classes).toEqual({ class: ['NONE', 'PARTIAL'] });
    expect(forOutreach(emptyFilter, 'ASK').classes).toEqual({ class: ['UNCERTAIN', 'NOT_ASSESSED'] });
    const own = withClasses(emptyFilter, 'class', ['COMPLETE']);
    expect(forOutreach(own, 'ASK')).toEqual(own);
  });

  test.each(shadeIds)('the counts by %s add up to the number shown', (shade) => {
    const counts = countByClass(country.municipalities, shade, asOf);
    expect([...counts.keys()]).toEqual(classIds(shade));
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('a filtered counts what it shows', () => {
    const { counts, totals, shown } = filtered([none, partial, unknown], 'class', {
      classes: { status: ['REMOTE'] },
    });
    expect(shown).toEqual([none]);
    expect(counts.get('NONE')).toBe(1);
    expect(counts.get('PARTIAL')).toBe(0);
    expect(totals.get('PARTIAL')).toBe(1);
  });
});

describe('classes', () => {
  test.each([
    [{ low: 0, high: 1, total: 24 }, 'UNKNOWN'],
    [{ low: 0, high: 0.9, total: 24 }, 'UNCERTAIN'],
    [{ low: 0.39, high: 0.8, total: 24 }, 'UNCERTAIN'],
    [{ low: 0.19, high: 0.79, total: 24 }, '0-20'],
    [{ low: 0.2, high: 0.79, total: 24 }, '20-40'],
    [{ low: 0.4, high: 0.9, total: 24 }, '40-60'],
    [{ low: 0.7999, high: 0.9, total: 24 }, '60-80'],
    [{ low: 1, high: 1, total: 24 }, '80-100'],
  ])('completeness %o is %s', (interval, expected) => {
    expect(stepOf(interval)).toBe(expected);
  });

  test('modes that the map cannot show apart are one group, different groups are several', () => {
    expect(modeOf([])).toBe('UNKNOWN');
    expect(modeOf(['UNKNOWN', 'OWN_STAFF'])).toBe('OWN_STAFF');
    expect(modeOf(['CENTRE_MUNICIPALITY', 'CENTRE_MUNICIPALITY_OUTSOURCED'])).toBe('CENTRE_MUNICIPALITY');
    expect(modeOf(['COMENSHA_REMOTE', 'OWN_STAFF'])).toBe('SEVERAL');
  });

  test('coordination and policy meet in one of nine cells, or coordination is not known', () => {
    const cell = (status: CoordinationStatus, policyClass: PolicyClass): string =>
      shades.matrix.classOf(municipality('GM0001', { status, policyClass }), asOf);
    expect(cell('NONE', 'NONE')).toBe('NONE-INCOMPLETE');
    expect(cell('REMOTE', 'PARTIAL')).toBe('UNDERWAY-INCOMPLETE');
    expect(cell('STRUCTURAL', 'ADVANCED')).toBe('FILLED-COMPLETE');
    expect(cell('UNKNOWN', 'COMPLETE')).toBe('UNKNOWN');
    expect(cell('STRUCTURAL', 'UNCERTAIN')).toBe('FILLED-UNCLEAR');
    expect(cell('NONE', 'NOT_ASSESSED')).toBe('NONE-UNCLEAR');
  });

  test('years count whole', () => {
    expect(yearsBetween('2023-06-01', '2024-06-01')).toBe(1);
    expect(yearsBetween('2023-06-02', '2024-06-01')).toBe(0);
    expect(yearsBetween('2020-02-29', '2021-02-28')).toBe(0);
  });

  test.each<[string, string]>([
    ['2024-06-01', 'WITHIN_1'],
    ['2023-06-01', 'WITHIN_2'],
    ['2021-06-02', 'WITHIN_3'],
    ['2021-06-01', 'OLDER'],
  ])('assessed on %s is %s', (lastAssessed, expected) => {
    expect(shades.assessed.classOf(municipality('GM0001', { lastAssessed }), asOf)).toBe(expected);
  });
});

describe('the filter for the server', () => {
  const where = (shade: ShadeId, ...ids: string[]) => toWhere({ classes: { [shade]: ids } }, asOf);

  test('is absent without a restriction', () => {
    expect(toWhere(emptyFilter, asOf)).toBeUndefined();
  });

  test('by outreach names the municipalities, which the server need not know', () => {
    const all = [
      municipality('GM0001', { lastBriefed: '2024-01-01', stage: 'HELD' }),
      municipality('GM0002', { lastBriefed: null, stage: null }),
      municipality('GM0003'),
    ];
    const codes = (shade: ShadeId, id: string) => toWhere({ classes: { [shade]: [id] } }, asOf, all);
    expect(codes('stage', 'HELD')).toEqual({ code: ['GM0001'] });
    expect(codes('briefed', 'NEVER')).toEqual({ code: ['GM0002'] });
    expect(codes('briefed', 'UNKNOWN')).toEqual({ code: ['GM0003'] });
    expect(codes('stage', 'PLANNED')).toEqual({ code: [] });
  });

  test('names classes and statuses as they are', () => {
    expect(where('class', 'NONE', 'PARTIAL')).toEqual({ policyClass: ['NONE', 'PARTIAL'] });
    expect(where('status', 'UNKNOWN')).toEqual({ coordinationStatus: ['UNKNOWN'] });
  });

  test('keeps what is not known apart from the lowest class of completeness', () => {
    const nothing = { completenessLow: { lte: 0 }, completenessHigh: { gte: 1 } };
    expect(where('completeness', 'UNKNOWN')).toEqual({ or: [nothing] });
    const wide = { completenessLow: { lt: 0.4 }, completenessHigh: { gte: 0.8 } };
    expect(where('completeness', 'UNCERTAIN')).toEqual({ or: [{ and: [wide, { not: nothing }] }] });
    expect(where('completeness', '0-20')).toEqual({
      or: [{ and: [{ completenessLow: { gte: 0, lt: 0.2 } }, { not: wide }] }],
    });
    expect(where('policy', 'UNKNOWN')).toEqual({
      or: [{ dimension: { dimension: 'POLICY', low: { lte: 0 }, high: { gte: 1 } } }],
    });
    expect(where('approach', '80-100')).toEqual({
      or: [{ dimension: { dimension: 'APPROACH', low: { gte: 0.8 } } }],
    });
  });

  test('joins coordination and policy in a cell, and keeps what is not known apart', () => {
    expect(where('matrix', 'UNDERWAY-COMPLETE')).toEqual({
      or: [
        {
          coordinationStatus: ['REMOTE', 'IN_PREPARATION'],
          policyClass: ['COMPLETE', 'ADVANCED'],
        },
      ],
    });
    expect(where('matrix', 'UNKNOWN')).toEqual({
      or: [{ coordinationStatus: ['UNKNOWN'] }],
    });
  });

  test('turns years into dates', () => {
    expect(where('assessed', 'WITHIN_1')).toEqual({ or: [{ assessed: { from: '2023-06-02' } }] });
    expect(where('assessed', 'WITHIN_3')).toEqual({
      or: [{ assessed: { from: '2021-06-02', to: '2022-06-01' } }],
    });
    expect(where('assessed', 'OLDER')).toEqual({ or: [{ assessed: { to: '2021-06-01' } }] });
  });

  test('joins its parts', () => {
    const region = { set: 'provincie', code: 'PV20' };
    expect(toWhere({ classes: { class: ['NONE'] }, region }, asOf)).toEqual({
      and: [{ policyClass: ['NONE'] }, { region }],
    });
  });
});

describe('the sentence', () => {
  const dutch = writer('nl', nl);

  test('says the classes in words', () => {
    expect(classesText(dutch, 'class', ['NONE', 'PARTIAL'])).toBe('geen of onvolledig beleid');
    expect(classesText(dutch, 'status', ['TEMPORARY', 'STRUCTURAL'])).toBe(
      'tijdelijk ingevuld of structureel ingevuld',
    );
  });

  test('shows a restriction that has no place of its own, and takes it away', () => {
    const filter: Filter = { classes: { class: ['NONE'], completeness: ['0-20'] } };
    expect(chips(dutch, filter)).toEqual([
      {
        shade: 'completeness',
        text: 'Volledigheid van beleid: 0 tot 20% zeker',
        without: { classes: { class: ['NONE'] } },
      },
    ]);
  });
});
