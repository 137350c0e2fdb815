import { describe, expect, test } from 'vitest';

import { manageNl } from '../../../lib/texts/manage/nl';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { alike, changedCells, guessKind, kinds, repairsOf } from './model';
import { told, toldOfFile } from './told';

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

test.each([
  ['`344` is read as GM0344 (Utrecht)', '“344” is gelezen als GM0344 (Utrecht)'],
  ['`aanweezig` is not a verdict; is it PRESENT?', '“aanweezig” is niet bekend; bedoelt u PRESENT?'],
  [
    '`kader-voorlopig-1` has no block `focal-pont`; is it `focal-point`?',
    '“focal-pont” is niet bekend; bedoelt u focal-point?',
  ],
  [
    'line 6 is about the same; leave one of them out',
    'dit gaat over hetzelfde als regel 6; laat een van beide weg',
  ],
  [
    '`GM0788` (Haaren) ended on 2021-01-01 and was split; write one of GM0757 (Boxtel, 9 %)',
    'Haaren is op 1 januari 2021 verdeeld; kies een van GM0757 (Boxtel, 9 %)',
  ],
  ['`acht` is not a number; write 0.8 or 0,8', '“acht” is geen getal'],
  [
    'line 1, column 2 (notes): this column is not known; is it `note`?',
    'regel 1, kolom “notes”: deze kolom is niet bekend; bedoelt u note?',
  ],
  ['line 1, column 3 (colour): this column is not used', 'kolom “colour” wordt niet gebruikt'],
  [
    'line 1: for verdicts these columns are missing: valid_from, block',
    'regel 1: deze kolommen ontbreken: valid_from, block',
  ],
  [
    '`Nederland` is the country and no municipality; leave this row out',
    '“Nederland” is geen gemeente maar een groter gebied; laat deze regel weg',
  ],
  [
    '`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)',
    'Hengelo is op 1 januari 2005 opgeheven en ligt nu in GM1876 (Bronckhorst)',
  ],
  [
    'no municipality is called `Almeer`; do you mean GM0034 (Almere)? One letter differs',
    'geen gemeente heet “Almeer”; bedoelt u GM0034 (Almere)? Aantal letters verschil: 1',
  ],
  [
    'line 5: this line below the table is not read: `Bron: CBS`',
    'regel 5: deze regel onder de tabel is niet gelezen: “Bron: CBS”',
  ],
  [
    '3 rows are empty where `note` is filled on record, which this would erase: lines 2, 3, 5; leave the column out to keep it',
    '“note” is leeg waar nu iets is vastgelegd, en wordt gewist: 3 (regel 2, 3, 5); laat de kolom weg om dat te houden',
  ],
  [
    '`xl/styles.xml` in the workbook holds more than 66000 times <xf>; copy the table into a new workbook, as values, and import that',
    '“xl/styles.xml” in het werkboek bevat meer dan een tabel nodig heeft; kopieer de tabel als waarden naar een nieuw werkboek en lever dat in',
  ],
  [
    'there are more than 1000000 cells; leave out rows and columns that do not belong to the table, and merged cells',
    'er zijn meer dan 1.000.000 cellen; laat rijen, kolommen en samengevoegde cellen weg die niet bij de tabel horen',
  ],
  [
    '345 features, 1 (GM0003), 2 (GM0010) and 343 more: a ring that ran the wrong way round was turned',
    'vlakken 1 (GM0003), 2 (GM0010) en 343 andere (aantal: 345): ringen die verkeerd om liepen, zijn omgedraaid',
  ],
  [
    'feature 5 (GM0050) at 105000, 405000: an empty part was left out',
    'vlak 5 (GM0050): een leeg deel is weggelaten',
  ],
  ['something that the client has no words for', 'something that the client has no words for'],
])('what the server says of a row is told in Dutch: %s', (said, expected) => {
  expect(told(writer('nl', { ...nl, ...manageNl }), said)).toBe(expected);
});

test('all that is wrong with a file is told, each on a line', () => {
  const message = [
    'lijst.csv: 2 things are wrong; nothing was imported',
    '  line 3: there are 4 cells and the header has 5; put quotation marks around a value',
    '  line 9, column 1 (a (b)): this is empty; fill it in',
  ].join('\n');
  expect(toldOfFile(writer('nl', { ...nl, ...manageNl }), message, 'lijst.csv')).toEqual([
    'aantal fouten: 2; er is niets ingelezen',
    'regel 3: er staan 4 cellen en de kopregel heeft er 5',
    'regel 9, kolom “a (b)”: dit is leeg; vul het in',
  ]);
});
