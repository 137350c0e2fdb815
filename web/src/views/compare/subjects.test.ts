import { describe, expect, test } from 'vitest';

import type { CompareMunicipalitiesQuery, CompareRegionQuery, Verdict } from '../../lib/api/generated';
import { writer } from '../../lib/texts/model';
import { nl } from '../../lib/texts/nl';
import { compareMunicipalities } from './municipalities';
import { compareRegions } from './regions';
import type { Comparison, Row } from './table';

const dutch = writer('nl', nl);
const interval = (low: number, high: number, unknown = 0) => ({
  low,
  high,
  unknown,
  present: 0,
  inPreparation: 0,
  absent: 0,
  total: 24,
});
const rowOf = ({ groups }: Comparison, label: string): Row | undefined =>
  groups.flatMap(({ rows }) => rows).find((each) => each.label === label);

describe('municipalities side by side', () => {
  type Node = CompareMunicipalitiesQuery['municipalities']['nodes'][number];
  const node = (code: string, inhabitants: number | null, low: number, verdict: Verdict): Node => ({
    code,
    name: code,
    asOf: '2024-01-01',
    areaKm2: 10,
    population: inhabitants === null ? null : { inhabitants },
    regions: [{ set: 'provincie', name: 'Overijssel' }],
    coordination: { status: 'STRUCTURAL', arrangements: [{ organisation: 'MEE', mode: 'OWN_STAFF' }] },
    documents: [],
    policy: {
      class: 'PARTIAL',
      lastAssessed: null,
      assessedBlocks: 0,
      completeness: low === 0 ? interval(0, 1, 24) : interval(low, low + 0.1, 3),
      dimensions: [],
      verdicts: [{ verdict, block: { id: 'focal-point' } }],
    },
  });
  const answer: CompareMunicipalitiesQuery = {
    municipalities: {
      nodes: [
        node('GM0002', 500, 0.5, 'ABSENT'),
        node('GM0001', 900, 0.75, 'PRESENT'),
        node('GM0003', null, 0, 'UNKNOWN'),
      ],
    },
    rubric: { blocks: [{ id: 'focal-point', title: 'Functionaris', theme: { id: 't', title: 'Signalen' } }] },
  };
  const comparison = compareMunicipalities(dutch, answer, ['GM0001', 'GM0002', 'GM0003', 'GM0009']);

  test('stand in the order of the address, without those that did not exist', () => {
    expect(comparison.subjects.map(({ id, of }) => [id, of])).toEqual([
      ['GM0001', 'Overijssel'],
      ['GM0002', 'Overijssel'],
      ['GM0003', 'Overijssel'],
    ]);
  });

  test('have their highest and lowest marked, but never what is unknown', () => {
    expect(rowOf(comparison, 'Inwoners')?.marks).toEqual(['highest', 'lowest', undefined]);
    // The third may have all of it, or nothing.
    expect(rowOf(comparison, 'Volledigheid')?.marks).toEqual([undefined, undefined, undefined]);
    const known = compareMunicipalities(dutch, answer, ['GM0001', 'GM0002']);
    expect(rowOf(known, 'Volledigheid')?.marks).toEqual(['highest', 'lowest']);
  });

  test('differ block by block, and in what is the same they do not', () => {
    const block = rowOf(comparison, 'Functionaris');
    expect(block?.cells.map(({ text }) => text)).toEqual(['Aanwezig', 'Afwezig', 'Onbekend']);
    expect(block?.differs).toBe(true);
    expect(rowOf(comparison, 'Organisatie')).toMatchObject({ differs: false });
  });
});

describe('regions side by side', () => {
  const coverage = (covered: number, low: number) => ({
    municipalityCount: 10,
    population: 1000,
    perMunicipality: covered,
    perInhabitant: covered / 2,
    byStatus: [
      { status: 'STRUCTURAL' as const, count: covered * 10, population: covered * 500 },
      { status: 'UNKNOWN' as const, count: 10 - covered * 10, population: 1000 - covered * 500 },
    ],
    byClass: [
      { class: 'PARTIAL' as const, count: 2, population: 100 },
      { class: 'UNCERTAIN' as const, count: 8, population: 900 },
    ],
    completeness: interval(low, 1),
    dimensions: [],
  });
  const answer = (code: string, covered: number, low: number): CompareRegionQuery => ({
    region: { set: 'provincie', code, name: code, coverage: coverage(covered, low), weakestBlocks: [] },
    nation: coverage(0.8, 0.6),
  });
  const answers = [answer('PV23', 0.6, 0.7), answer('PV25', 1, 0.5)];

  test('are measured against the country over the chosen denominator', () => {
    const perMunicipality = compareRegions(dutch, answers, undefined, 'MUNICIPALITIES');
    expect(rowOf(perMunicipality, 'Zorgcoördinatie ingevuld')).toMatchObject({
      cells: [{ text: '60%' }, { text: '100%' }, { text: '80%' }],
      marks: ['lowest', 'highest'],
      reference: 0.8,
    });
    const perInhabitant = compareRegions(dutch, answers, undefined, 'INHABITANTS');
    expect(rowOf(perInhabitant, 'Zorgcoördinatie ingevuld')).toMatchObject({
      cells: [{ text: '30%' }, { text: '50%' }, { text: '40%' }],
      reference: 0.4,
    });
  });

  test('say in words what their bars show', () => {
    const { subjects, ...rest } = compareRegions(dutch, answers, undefined, 'MUNICIPALITIES');
    expect(subjects.map(({ id }) => id)).toEqual(['provincie/PV23', 'provincie/PV25', 'country']);
    const policy = rowOf({ subjects, ...rest }, 'Klasse van beleid');
    // The share of a class alone says more of policy than is known.
    expect(policy?.cells.map(({ text }) => text)).toEqual([
      'Onvolledig beleid 2, Nog onduidelijk 8',
      'Onvolledig beleid 2, Nog onduidelijk 8',
      'Onvolledig beleid 2, Nog onduidelijk 8',
    ]);
    expect(rowOf({ subjects, ...rest }, 'Zonder volledig beleid')?.cells[0]).toMatchObject({
      interval: { low: 0.2, high: 1 },
      text: '20% tot 100%',
    });
    const status = rowOf({ subjects, ...rest }, 'Stand van de zorgcoördinatie');
    expect(status?.cells.map(({ text }) => text)).toEqual([
      'Structureel ingevuld 60%, Onbekend 40%',
      'Structureel ingevuld 100%',
      'Structureel ingevuld 80%, Onbekend 20%',
    ]);
  });
});
