import type { Writer } from '../texts/model';

/** A spreadsheet takes a text that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

function cell(text: string, separator: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return [separator, '"', '\n', '\r'].some((sign) => safe.includes(sign))
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Lines as CSV that a spreadsheet set to the language opens by itself: the separator follows it. */
export function toCsvText({ language }: Writer, lines: readonly (readonly string[])[]): string {
  const separator = language === 'nl' ? ';' : ',';
  const text = lines.map((line) => line.map((each) => cell(each, separator)).join(separator)).join('\r\n');
  // Without the mark a spreadsheet takes accents for something else.
  return `\uFEFF${text}\r\n`;
}
