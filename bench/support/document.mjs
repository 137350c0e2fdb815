// The documents that benchmarks write: each its own sections, the rest stays.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './processes.mjs';

export const machine = `${cpus().length} cores (${cpus()[0].model.trim()}) with ${Math.round(totalmem() / 2 ** 30)} GiB`;

const load = loadavg()[0].toFixed(1);

/** When, and beside what: a load of about 1 is this benchmark itself. */
export const measuredWhen = `${new Date().toISOString().slice(0, 10)}, with a load of ${load} at the beginning`;

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A table of Markdown: a row of heads, then rows of cells. */
export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Puts a section of the second level in the place of the one of that name, or at the end. */
export function writeSection(file, title, text) {
  const path = join(root, file);
  const sections = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\n+(?=## )/);
  const place = sections.findIndex((one) => one.startsWith(`## ${title}\n`));
  const section = `## ${title}\n\n${text.trim()}`;
  if (place < 0) sections.push(section);
  else sections[place] = section;
  writeFileSync(path, `${sections.join('\n\n')}\n`);
}

/** Writes the text above the sections. */
export function writeHead(file, text) {
  const path = join(root, file);
  const sections = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\n+(?=## )/);
  writeFileSync(path, `${[text.trim(), ...sections.slice(1)].join('\n\n')}\n`);
}
