import { expect, test } from 'vitest';

import { municipality, filtered } from '../../lib/testing/build';
import { toTop, variablesOf } from './priority.svelte';

const shown = filtered([municipality('GM0001')]);

test('the top of a list is asked of its own classes, whatever else is chosen', () => {
  expect(variablesOf(shown, 'BRIEF', 'nl')).toMatchObject({
    purpose: 'BRIEF',
    where: { policyClass: ['NONE', 'PARTIAL'] },
  });
  const status = filtered([municipality('GM0001')], 'class', {
    classes: { class: ['PARTIAL', 'UNCERTAIN'] },
  });
  expect(variablesOf(status, 'ASK', 'en')).toMatchObject({
    language: 'EN',
    where: {
      and: [{ policyClass: ['UNCERTAIN', 'NOT_ASSESSED'] }, { policyClass: ['PARTIAL', 'UNCERTAIN'] }],
    },
  });
});

test('a municipality keeps the number that it has on the whole list', () => {
  const node = (code: string, listRank: number | null) => ({
    municipality: { code, name: code },
    priority: { listRank, listSize: 257, explanation: 'waarom' },
  });
  const top = toTop({ outreachTargets: { totalCount: 2, nodes: [node('GM0150', 8), node('GM0180', null)] } });
  expect(top).toEqual({
    targets: [{ code: 'GM0150', name: 'GM0150', rank: 8, explanation: 'waarom' }],
    size: 257,
  });
});
