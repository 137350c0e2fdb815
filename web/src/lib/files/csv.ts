import type { Writer } from '../texts/model';

/**
 * What a spreadsheet takes for a formula, at the start of a text or behind whatever sign
 * it may take for the end of a cell.
 */
const formula = /(^|[;,|\t\r\n])(["']*)(?=\s*[=@]|[+-])/g;

/** A text in which no spreadsheet finds a formula, whatever separator it assumes. */
export const withoutFormulas = (text: string): string => text.replace(formula, "$1$2'");

function cell(text: string, separator: string): string {
  const safe = withoutFormulas(text);
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
