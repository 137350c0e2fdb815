import { describe, expect, test } from 'vitest';

import { Failure, type Problem } from '../../../lib/api/client';
import { tell } from '../../../lib/form/refusal';
import { manageNl } from '../../../lib/texts/manage/nl';
import type { Message } from '../../../lib/texts/messages/model';
import { messagesNl } from '../../../lib/texts/messages/nl';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { alike, changedCells, guessKind, kinds, repairsOf, wrongKinds } from './model';

const row = (line: number, verdict: string, proposal: string | null) => ({
  line,
  cells: [
    { field: 'municipality_code', value: 'GM0344' },
    { field: 'verdict', value: verdict },
  ],
  remarks: [
    { field: 'verdict', proposal, understood: false },
    { field: 'municipality_code', proposal: 'GM0000', understood: true },
  ],
});

describe('proposals', () => {
  test('stand together where cells say the same, those that help most first', () => {
    const found = alike([
      row(2, 'aanweezig', 'PRESENT'),
      row(3, 'nee', 'ABSENT'),
      row(4, 'nee', 'ABSENT'),
      row(5, 'misschien', null),
    ]);
    expect(found).toEqual([
      { field: 'verdict', value: 'nee', proposal: 'ABSENT', lines: [3, 4] },
      { field: 'verdict', value: 'aanweezig', proposal: 'PRESENT', lines: [2] },
    ]);
    expect(repairsOf(found[0] ?? { field: '', value: '', proposal: '', lines: [] })).toEqual([
      { line: 3, field: 'verdict', value: 'ABSENT' },
      { line: 4, field: 'verdict', value: 'ABSENT' },
    ]);
  });

  test('are none where the cell says it already', () => {
    expect(alike([row(2, 'PRESENT', 'PRESENT')])).toEqual([]);
  });
});

test('what is wrong is told once for each kind, what is rare first', () => {
  const wrong = (line: number, code: string, field: string | null, understood = false) => ({
    line,
    remarks: [{ field, content: { code, line }, understood }],
  });
  const kinds = wrongKinds([
    wrong(2, 'NAME_UNKNOWN', 'municipality_code'),
    wrong(3, 'READ_AS', 'verdict', true),
    wrong(4, 'BAD_DATE', 'valid_from'),
    wrong(5, 'NAME_UNKNOWN', 'municipality_code'),
    wrong(6, 'NAME_UNKNOWN', 'municipality_name'),
  ]);
  expect(kinds.map(({ field, content, lines }) => [content.line, field, lines])).toEqual([
    [4, 'valid_from', [4]],
    [6, 'municipality_name', [6]],
    [2, 'municipality_code', [2, 5]],
  ]);
});

test('only cells that were changed are repaired', () => {
  expect(changedCells(row(7, 'nee', null), { verdict: 'ABSENT', municipality_code: 'GM0344' })).toEqual([
    { line: 7, field: 'verdict', value: 'ABSENT' },
  ]);
});

test('the name of a file says of what kind it is', () => {
  expect(guessKind('verdicts.xlsx', kinds)).toBe('verdicts');
  expect(guessKind('gemeenten.GPKG', kinds)).toBe('boundaries');
  expect(guessKind('gemeenten.gpkg', ['verdicts'])).toBeUndefined();
  expect(guessKind('lijst.xlsx', kinds)).toBeUndefined();
});

const dutch = writer('nl', { ...nl, ...manageNl }, messagesNl);
const said = (code: string, given: Message['arguments'] = {}): Message => ({
  code,
  arguments: given,
  what: '',
});

test.each([
  [said('READ_AS', { given: '31-12-2022', read: '2022-12-31' }), '“31-12-2022” is gelezen als 2022-12-31'],
  [said('SAME_AS_LINE', { line: '6' }), 'dit gaat over hetzelfde als regel 6; laat een van beide weg'],
  [
    said('AT_CELL', { line: '1', column: 3, name: 'colour', what: said('COLUMN_UNUSED') }),
    'regel 1, kolom “colour”: deze kolom wordt niet gebruikt',
  ],
  [
    said('ROWS_ERASED', { count: 3, field: 'note', lines: { items: ['2', '3', '5'], more: 0 } }),
    'in 3 regels is “note” leeg waar nu iets is vastgelegd, en wordt gewist: regels 2, 3, 5; laat de kolom weg om dat te houden',
  ],
  [
    said('IN_FEATURES', {
      count: 345,
      features: { items: ['1 (GM0003)', '2 (GM0010)'], more: 343 },
      what: said('RINGS_TURNED', { count: 1 }),
    }),
    '345 vlakken, 1 (GM0003), 2 (GM0010) en 343 andere: een ring die verkeerd om liep, is omgedraaid',
  ],
])('what the server says of a file is told in Dutch: %o', (message, expected) => {
  expect(dutch.message(message)).toBe(expected);
});

test('all that is wrong with a file is told, each with its place', () => {
  const problem = (line: number, message: Message): Problem => ({
    ...message,
    field: 'file',
    item: null,
    line,
    column: null,
    proposal: null,
  });
  const wrong = [
    problem(3, said('AT_LINE', { line: '3', what: said('OTHER_WIDTH', { cells: 4, header: 5 }) })),
    problem(9, said('AT_CELL', { line: '9', column: 1, name: 'a (b)', what: said('CELL_EMPTY') })),
  ];
  const failure = new Failure('refused', 'BAD_INPUT', '', { problems: wrong });
  expect(tell(dutch, failure).map(({ text }) => text)).toEqual([
    expect.stringContaining('Regel 3: er staan 4 cellen en de kopregel heeft er 5'),
    'Regel 9, kolom “a (b)”: dit is leeg; vul het in.',
  ]);
});
