import { expect, test } from 'vitest';

import { filtered, municipality } from '../../lib/testing/build';
import { nl } from '../../lib/texts/nl';
import { writer } from '../../lib/texts/model';
import { finding, unknownOf } from './finding';

const dutch = writer('nl', nl);
const all = [
  municipality('GM0001', { policyClass: 'NONE' }),
  municipality('GM0002', { policyClass: 'PARTIAL', status: 'REMOTE' }),
  municipality('GM0003', { policyClass: 'UNCERTAIN', status: 'REMOTE' }),
  municipality('GM0004', { policyClass: 'COMPLETE', status: 'STRUCTURAL' }),
];

test('of policy it is what is certainly incomplete, and what is not clear', () => {
  expect(finding(dutch, filtered(all))).toBe('2 gemeenten zeker onvolledig, 1 nog onduidelijk');
  expect(finding(dutch, filtered(all.slice(0, 1)))).toBe('1 gemeente zeker onvolledig, 0 nog onduidelijk');
});

test('of another shade it is the largest class', () => {
  expect(finding(dutch, filtered(all, 'status'))).toBe('2 van 4 gemeenten: op afstand door CoMensha');
});

test('what is not known, or not for certain, is counted together', () => {
  const more = [...all, municipality('GM0005', { policyClass: 'NOT_ASSESSED' })];
  expect(unknownOf(filtered(more))).toBe(2);
});

test('of nothing it says so', () => {
  expect(finding(dutch, filtered([]))).toBe('Geen gemeenten in deze selectie');
});
