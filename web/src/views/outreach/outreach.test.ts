import { describe, expect, test } from 'vitest';

import { atlas, municipality } from '../../lib/testing/build';
import { writer } from '../../lib/texts/model';
import { en } from '../../lib/texts/en';
import { nl } from '../../lib/texts/nl';
import {
  addChosen,
  listFor,
  listsFor,
  mostChosen,
  parseChosen,
  toggleChosen,
} from '../../lib/route/outreach';
import { toCsv, toRows, toText } from './chosen/export';
import {
  type ListValues,
  type Target,
  type Values,
  chosenOf,
  firstOf,
  inHundredths,
  partsOf,
  rankAll,
  toDetails,
  toValues,
} from './model';
import {
  areOwn,
  factorIds,
  factorsFor,
  parseWeights,
  standardWeights,
  weightsFor,
  weightsText,
  withWeight,
} from '../../lib/route/weights';
import { factorName, standing, weightsInWords } from './words';

const nothing: Values = { gap: 0, coordination: 0, population: 0, staleness: 0, contact: 0, region: 0 };
const all: Values = { ...nothing, gap: 0.9, coordination: 1, population: 0.71, staleness: 0.35, region: 0.4 };
const dutch = writer('nl', nl);
const publicWeights = weightsFor(standardWeights, false);

describe('weights', () => {
  test.each([
    ['gap:5', { ...standardWeights, gap: 5 }],
    ['gap:0,region:4', { ...standardWeights, gap: 0, region: 4 }],
  ])('%s survives reading and writing', (text, weights) => {
    expect(parseWeights(text)).toEqual(weights);
    expect(weightsText(weights)).toBe(text);
  });

  test('are not written when they are the standard', () => {
    expect(weightsText(standardWeights)).toBeUndefined();
  });

  test.each([
    '',
    'gap',
    'gap:6',
    'gap:-1',
    'gap:0,coordination:0,population:0,staleness:0,contact:0,region:0',
  ])('%o are refused', (text) => {
    expect(parseWeights(text)).toBeUndefined();
  });

  test('never leave nothing to rank by', () => {
    const only = { ...nothing, gap: 2 };
    expect(withWeight(only, 'gap', 0)).toBe(only);
    expect(withWeight(only, 'gap', 1)).toEqual({ ...nothing, gap: 1 });
    const both = { ...nothing, gap: 2, contact: 1 };
    expect(withWeight(both, 'gap', 0)).toBe(both);
    expect(withWeight(both, 'gap', 0, true)).toEqual({ ...nothing, contact: 1 });
  });

  test('leave contact out for the public, and the standard where nothing else counts', () => {
    const only = { ...nothing, contact: 2 };
    expect(weightsFor(only, true)).toBe(only);
    expect(weightsFor(only, false)).toEqual({ ...standardWeights, contact: 0 });
    expect(factorsFor(false)).not.toContain('contact');
    expect(factorsFor(true)).toEqual(factorIds);
  });

  test('are somebody’s own when what counts for them is not the standard', () => {
    expect(areOwn(standardWeights, true)).toBe(false);
    expect(areOwn({ ...standardWeights, gap: 5 }, false)).toBe(true);
    expect(areOwn({ ...standardWeights, contact: 5 }, true)).toBe(true);
    expect(areOwn({ ...standardWeights, contact: 5 }, false)).toBe(false);
  });

  test('can be told in a line, for each list', () => {
    expect(weightsInWords(dutch, 'BRIEF', standardWeights)).toBe(
      'Volgorde om voor te lichten, naar gewicht: achterstand in beleid 3, gebrek aan zorgcoördinatie 2, aantal inwoners 1, lang niet beoordeeld 1, achterstand in de regio 1.',
    );
    expect(weightsInWords(dutch, 'BRIEF', standardWeights, true)).toContain('lang niet voorgelicht 2');
    expect(weightsInWords(dutch, 'ASK', standardWeights)).toBe(
      'Volgorde om na te vragen, naar gewicht: onbekend over het beleid 3, gebrek aan zorgcoördinatie 2, aantal inwoners 1, lang niet beoordeeld 1, onbekend in de regio 1.',
    );
  });

  test('never name what is not known a gap in policy', () => {
    for (const factor of factorIds) expect(factorName(dutch, 'ASK', factor)).not.toMatch(/achterstand/i);
  });
});

const lists = (values: Record<string, Values>): ListValues => {
  const each = new Map(Object.entries(values));
  return { BRIEF: each, ASK: each };
};

describe('the ranking', () => {
  const places = (values: Record<string, Values>, weights = publicWeights) =>
    rankAll(
      atlas([
        municipality('GM0003', { inhabitants: 500 }),
        municipality('GM0001', { inhabitants: 500 }),
        municipality('GM0002', { inhabitants: 900 }),
      ]),
      lists(values),
      weights,
      'ASK',
    ).places;
  const codes = (ranked: ReturnType<typeof places>): string[] =>
    ranked.map(({ municipality: { code } }) => code);

  test('numbers those on the list of the purpose, and no others', () => {
    const both = atlas([
      municipality('GM0001', { policyClass: 'PARTIAL' }),
      municipality('GM0002', { policyClass: 'COMPLETE' }),
      municipality('GM0003', { policyClass: 'UNCERTAIN' }),
      municipality('GM0004', { policyClass: 'NONE' }),
      municipality('GM0005'),
    ]);
    const gaps = [0.5, 0.9, 0.4, 0.8, 0.7].map((gap): Values => ({ ...nothing, gap }));
    const values = lists(Object.fromEntries(gaps.map((value, at) => [`GM000${at + 1}`, value])));
    const ranks = (purpose: 'BRIEF' | 'ASK') => {
      const ranking = rankAll(both, values, publicWeights, purpose);
      return {
        size: ranking.size,
        ranks: ranking.places.map(({ municipality: { code }, rank }) => [code, rank]),
      };
    };
    expect(ranks('BRIEF')).toEqual({
      size: 2,
      ranks: [
        ['GM0002', undefined],
        ['GM0004', 1],
        ['GM0005', undefined],
        ['GM0001', 2],
        ['GM0003', undefined],
      ],
    });
    expect(ranks('ASK').ranks.filter(([, rank]) => rank)).toEqual([
      ['GM0005', 1],
      ['GM0003', 2],
    ]);
    const { places } = rankAll(both, values, publicWeights, 'ASK');
    expect(firstOf(places, 1).map(({ rank }) => rank)).toEqual([1]);
    expect(firstOf(places, 8).map(({ rank }) => rank)).toEqual([1, 2]);

    const all = both.municipalities.map(({ code }) => code);
    const rankings = (['BRIEF', 'ASK'] as const).map((purpose) =>
      rankAll(both, values, publicWeights, purpose),
    );
    expect(
      chosenOf(all, rankings).map(({ list, places }) => [
        list,
        places.map((place) => place.municipality.code),
      ]),
    ).toEqual([
      ['BRIEF', ['GM0004', 'GM0001']],
      ['ASK', ['GM0005', 'GM0003']],
      [undefined, ['GM0002']],
    ]);
    expect(chosenOf(['GM0003'], rankings).map(({ list }) => list)).toEqual(['ASK']);
  });

  test('is told in words that say of which list, and by whose weights', () => {
    const told = (rank: number | undefined, weights = standardWeights) =>
      standing(dutch, { rank }, { purpose: 'BRIEF', size: 85 }, weights, false);
    expect(told(3)).toBe('nummer 3 van 85 om voor te lichten');
    expect(told(3, { ...standardWeights, gap: 1 })).toBe(
      'nummer 3 van 85 om voor te lichten, naar uw gewichten',
    );
    expect(told(undefined)).toBe('niet op de lijst om voor te lichten');
    expect(standing(dutch, { rank: 12 }, { purpose: 'ASK', size: 257 }, standardWeights, true)).toBe(
      'nummer 12 van 257 om na te vragen',
    );
  });

  test('is by the weighted mean of the factors', () => {
    const ranked = places({ GM0001: all, GM0002: nothing, GM0003: { ...nothing, gap: 1 } });
    expect(codes(ranked)).toEqual(['GM0001', 'GM0003', 'GM0002']);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(ranked[0]?.score).toBeCloseTo((3 * 0.9 + 2 + 0.71 + 0.35 + 0.4) / 8, 12);
    expect(ranked[1]?.score).toBe(3 / 8);
  });

  test('follows the weights', () => {
    const gaps = { GM0001: all, GM0002: nothing, GM0003: { ...nothing, gap: 1 } };
    expect(codes(places(gaps, { ...nothing, gap: 1 }))[0]).toBe('GM0003');
  });

  test('goes by population and then by code where scores are equal, but for noise', () => {
    // Equal scores, of which the first comes out a little higher than the others.
    const noisy = { ...nothing, gap: 0.1, coordination: 0.2, population: 0.3 };
    const exact = { ...nothing, gap: 0.3, coordination: 0.2, population: 0.1 };
    const ranked = places(
      { GM0001: exact, GM0002: exact, GM0003: noisy },
      { ...nothing, gap: 1, coordination: 1, population: 1 },
    );
    expect(codes(ranked)).toEqual(['GM0002', 'GM0001', 'GM0003']);
  });

  test('leaves a factor without weight out of the table', () => {
    expect(partsOf(all, { ...publicWeights, region: 0 }).map(({ factor }) => factor)).toEqual([
      'gap',
      'coordination',
      'population',
      'staleness',
    ]);
  });

  test('shows contributions that add up to the score shown', () => {
    const even: Values = { ...nothing, gap: 1, coordination: 1, population: 1, staleness: 1, region: 1 };
    for (const [values, weights] of [
      [all, standardWeights],
      [all, { ...nothing, gap: 5, coordination: 1, population: 3, region: 2 }],
      [even, { ...nothing, gap: 1, coordination: 1, population: 1, staleness: 5 }],
    ] as const) {
      const parts = partsOf(values, weights);
      const score = parts.reduce((sum, { contribution }) => sum + contribution, 0);
      const shown = inHundredths(parts, score);
      expect(shown.reduce((sum, each) => sum + each, 0)).toBe(Math.round(score * 100));
      for (const [at, { contribution }] of parts.entries()) {
        expect(Math.abs((shown[at] ?? 0) - contribution * 100)).toBeLessThan(1);
      }
    }
  });
});

test('factors and details are read by municipality', () => {
  const factors = (of: Partial<Values>) => ({
    nodes: [
      {
        municipality: { code: 'GM0001' },
        priority: { factors: Object.entries(of).map(([factor, value]) => ({ factor, value })) },
      },
    ],
  });
  const values = toValues({
    brief: factors({ gap: 0.5, coordination: 0.25, region: 0.4 }),
    ask: factors({ gap: 0.9, region: 0.8 }),
  });
  expect(values.BRIEF.get('GM0001')).toEqual({ ...nothing, gap: 0.5, coordination: 0.25, region: 0.4 });
  expect(values.ASK.get('GM0001')).toEqual({ ...nothing, gap: 0.9, coordination: 0.25, region: 0.8 });
  const details = toDetails({
    outreachTargets: {
      nodes: [
        {
          municipality: { code: 'GM0001', policy: { verdicts: [{ block: { title: 'Route' } }] } },
          priority: { explanation: 'Omdat.', factors: [{ factor: 'gap', text: '12 van 24' }] },
          missing: [{ title: 'Plan' }],
          solvedNearby: [{ code: 'GM0002' }],
        },
      ],
    },
  });
  expect(details.get('GM0001')).toEqual({
    explanation: 'Omdat.',
    texts: new Map([['gap', '12 van 24']]),
    missing: ['Plan'],
    unknown: ['Route'],
    solvedNearby: ['GM0002'],
  });
});

describe('the choice', () => {
  test('of a list has no joint sessions where one asks', () => {
    expect(listsFor('BRIEF')).toEqual(['targets', 'sessions', 'chosen']);
    expect(listsFor('ASK')).toEqual(['targets', 'chosen']);
    expect(listFor('sessions', 'ASK')).toBe('targets');
    expect(listFor('sessions', 'BRIEF')).toBe('sessions');
  });

  test('is ticked and unticked, and has an end', () => {
    expect(toggleChosen(['GM0001'], 'GM0002')).toEqual(['GM0001', 'GM0002']);
    expect(toggleChosen(['GM0001', 'GM0002'], 'GM0001')).toEqual(['GM0002']);
    const full = Array.from({ length: mostChosen }, (_, at) => `GM${1000 + at}`);
    expect(toggleChosen(full, 'GM0001')).toBe(full);
    expect(addChosen(full, ['GM0001'])).toEqual(full);
    expect(addChosen(['GM0001'], ['GM0001', 'GM0002'])).toEqual(['GM0001', 'GM0002']);
  });

  test('is read once each, and refused when it is no list of codes', () => {
    expect(parseChosen('GM0344,GM0363,GM0344')).toEqual(['GM0344', 'GM0363']);
    expect(parseChosen('GM0344,Utrecht')).toBeUndefined();
  });
});

describe('the chosen list outside the page', () => {
  const target: Target = {
    municipality: municipality('GM0796', { name: '’s-Hertogenbosch', policyClass: 'PARTIAL' }),
    purpose: 'BRIEF',
    rank: 4,
    size: 85,
    score: 0.8,
    parts: [],
    number: 1,
    detail: {
      explanation: 'Geen "plan", helaas.',
      texts: new Map(),
      missing: ['Plan', 'Route'],
      unknown: ['Budget'],
      solvedNearby: [],
    },
  };
  test('is CSV as a Dutch spreadsheet reads it', () => {
    expect(toCsv(dutch, toRows(dutch, [target]))).toBe(
      '\uFEFFGemeente;Code;Lijst;Nummer;Score;Reden;Ontbreekt;Niet bekend\r\n’s-Hertogenbosch;GM0796;voorlichten;4;0,80;"Geen ""plan"", helaas.";"Plan; Route";Budget\r\n',
    );
  });

  test('has commas and points in English', () => {
    const english = writer('en', en);
    expect(toCsv(english, toRows(english, [target]))).toContain('GM0796,brief,4,0.80,');
  });

  test('holds nothing that a spreadsheet takes for a formula', () => {
    const evil = { ...target, municipality: municipality('GM0001', { name: '=1+1' }) };
    expect(toCsv(dutch, toRows(dutch, [evil]))).toContain("\r\n'=1+1;");
  });

  test('is text with a line and what is missing', () => {
    expect(toText(dutch, toRows(dutch, [target]))).toBe(
      '1. ’s-Hertogenbosch (GM0796), nummer 4 van 85 om voor te lichten. Geen "plan", helaas.\n   Ontbreekt: Plan; Route\n   Niet bekend: 1 bouwsteen',
    );
  });

  test('gives no rank and no reason to who is on neither list', () => {
    const complete = { ...target, municipality: municipality('GM0001', { policyClass: 'COMPLETE' }) };
    const [row] = toRows(dutch, [{ ...complete, rank: undefined }]);
    expect(row).toMatchObject({
      list: '',
      rank: '',
      score: '',
      reason: '',
      place: 'op geen van beide lijsten',
    });
  });
});
