import { describe, expect, test } from 'vitest';

import { atlas, municipality } from '../testing/build';
import { writer } from '../texts/model';
import { en } from '../texts/en';
import { nl } from '../texts/nl';
import { addChosen, mostChosen, parseChosen, toggleChosen } from './choice';
import { toCsv, toRows, toText } from './export';
import { type Target, type Values, inHundredths, partsOf, rankAll, toDetails, toValues } from './model';
import {
  factorIds,
  factorsFor,
  parseWeights,
  standardWeights,
  weightsFor,
  weightsText,
  withWeight,
} from './weights';
import { weightsInWords } from './words';

const nothing: Values = { gap: 0, coordination: 0, population: 0, staleness: 0, contact: 0, region: 0 };
const all: Values = { ...nothing, gap: 0.9, coordination: 1, population: 0.71, staleness: 0.35, region: 0.4 };
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

  test('can be told in a line', () => {
    expect(weightsInWords(writer('nl', nl), standardWeights)).toBe(
      'Volgorde naar gewicht: achterstand in beleid 3, gebrek aan zorgcoördinatie 2, aantal inwoners 1, lang niet beoordeeld 1, achterstand in de regio 1.',
    );
    expect(weightsInWords(writer('nl', nl), standardWeights, true)).toContain('lang niet voorgelicht 2');
  });
});

describe('the ranking', () => {
  const places = (values: Record<string, Values>, weights = publicWeights) =>
    rankAll(
      atlas([
        municipality('GM0003', { inhabitants: 500 }),
        municipality('GM0001', { inhabitants: 500 }),
        municipality('GM0002', { inhabitants: 900 }),
      ]),
      new Map(Object.entries(values)),
      weights,
    );
  const codes = (ranked: ReturnType<typeof places>): string[] =>
    ranked.map(({ municipality: { code } }) => code);

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
  const values = toValues({
    outreachTargets: {
      nodes: [{ municipality: { code: 'GM0001' }, priority: { factors: [{ factor: 'gap', value: 0.5 }] } }],
    },
  });
  expect(values.get('GM0001')).toEqual({ ...nothing, gap: 0.5 });
  const details = toDetails({
    outreachTargets: {
      nodes: [
        {
          municipality: { code: 'GM0001' },
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
    solvedNearby: ['GM0002'],
  });
});

describe('the choice', () => {
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
    municipality: municipality('GM0796', { name: '’s-Hertogenbosch' }),
    rank: 1204,
    score: 0.8,
    parts: [],
    number: 1,
    detail: {
      explanation: 'Geen "plan", helaas.',
      texts: new Map(),
      missing: ['Plan', 'Route'],
      solvedNearby: [],
    },
  };
  const dutch = writer('nl', nl);

  test('is CSV as a Dutch spreadsheet reads it', () => {
    expect(toCsv(dutch, toRows(dutch, [target]))).toBe(
      '\uFEFFGemeente;Code;Rang;Score;Reden;Ontbreekt\r\n’s-Hertogenbosch;GM0796;1204;0,80;"Geen ""plan"", helaas.";"Plan; Route"\r\n',
    );
  });

  test('has commas and points in English', () => {
    const english = writer('en', en);
    expect(toCsv(english, toRows(english, [target]))).toContain('GM0796,1204,0.80,');
  });

  test('holds nothing that a spreadsheet takes for a formula', () => {
    const evil = { ...target, municipality: municipality('GM0001', { name: '=1+1' }) };
    expect(toCsv(dutch, toRows(dutch, [evil]))).toContain("\r\n'=1+1;");
  });

  test('is text with a line and what is missing', () => {
    expect(toText(dutch, toRows(dutch, [target]))).toBe(
      '1. ’s-Hertogenbosch (GM0796), score 0,80, rang 1204. Geen "plan", helaas.\n   Ontbreekt: Plan; Route',
    );
  });
});
