import { expect, test } from 'vitest';

import type { PolicyClass } from '../api/generated';
import { classIds } from '../shade/model';
import { countByPurpose, parsePurpose, purposeClasses, purposeOf, purposeText, purposes } from './purpose';

test('each list has a word in the address, the default none', () => {
  expect(purposes.map(purposeText)).toEqual([undefined, 'navragen']);
  expect(['voorlichten', 'navragen', 'bellen'].map(parsePurpose)).toEqual(['BRIEF', 'ASK', undefined]);
});

test('each class without complete policy stands on one list, by what is known', () => {
  expect(classIds('class').map((id) => [id, purposeOf(id as PolicyClass)])).toEqual([
    ['NONE', 'BRIEF'],
    ['PARTIAL', 'BRIEF'],
    ['COMPLETE', undefined],
    ['ADVANCED', undefined],
    ['UNCERTAIN', 'ASK'],
    ['NOT_ASSESSED', 'ASK'],
  ]);
  expect(new Set(purposes.flatMap((each) => purposeClasses[each])).size).toBe(4);
});

test('those on each list are counted', () => {
  const of = (...classes: PolicyClass[]) => countByPurpose(classes.map((policyClass) => ({ policyClass })));
  expect(of('NONE', 'PARTIAL', 'PARTIAL', 'UNCERTAIN', 'COMPLETE')).toEqual({ BRIEF: 3, ASK: 1 });
  expect(of()).toEqual({ BRIEF: 0, ASK: 0 });
});
