import type { Writer } from '../texts/model';
import type { Target } from './model';

/** What is told of a chosen municipality outside this page. */
export interface Row {
  readonly name: string;
  readonly code: string;
  readonly rank: string;
  readonly score: string;
  readonly reason: string;
  readonly missing: string;
}

export const toRows = ({ score }: Writer, targets: readonly Target[]): Row[] =>
  targets.map(({ municipality, rank, score: value, detail }) => ({
    name: municipality.name,
    code: municipality.code,
    rank: String(rank),
    score: score(value),
    reason: detail?.explanation ?? '',
    missing: detail?.missing.join('; ') ?? '',
  }));

/** A spreadsheet takes a text that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

function cell(text: string, separator: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return [separator, '"', '\n', '\r'].some((sign) => safe.includes(sign))
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** As CSV that a spreadsheet set to the language opens by itself: numbers and separator follow it. */
export function toCsv(writer: Writer, rows: readonly Row[]): string {
  const { t } = writer;
  const separator = writer.language === 'nl' ? ';' : ',';
  const head = [
    t('column.name'),
    t('column.code'),
    t('outreach.rank'),
    t('outreach.score'),
    t('outreach.reason'),
    t('outreach.missing'),
  ];
  const lines = rows.map(({ name, code, rank, score, reason, missing }) => [
    name,
    code,
    rank,
    score,
    reason,
    missing,
  ]);
  const text = [head, ...lines]
    .map((line) => line.map((text) => cell(text, separator)).join(separator))
    .join('\r\n');
  // Without the mark a spreadsheet takes accents for something else.
  return `\uFEFF${text}\r\n`;
}

/** As lines to paste into a letter or a message. */
export const toText = ({ t }: Writer, rows: readonly Row[]): string =>
  rows
    .map((row, at) => {
      const first = `${at + 1}. ${t('outreach.line', { ...row })}`;
      return row.missing ? `${first}\n   ${t('outreach.missing')}: ${row.missing}` : first;
    })
    .join('\n');
