// How long parts of the program take by themselves: answers, search, sheets, an
// atlas, an import, outlines. `node bench/parts.mjs` runs `cargo bench` and writes
// its section of `docs/benchmarks.md`.

import { spawnSync } from 'node:child_process';
import { measuredWhen, table, writeSection } from './support/document.mjs';
import { root } from './support/processes.mjs';

/** The measurements in the tree that divan prints: a name above its arguments. */
function* measurements(printed) {
  const above = [];
  for (const line of printed.split('\n')) {
    const found = /^((?:[│ ] {2})*)[├╰]─ (.*?)(?: {2,}|$)(.*)$/.exec(line);
    if (!found) continue;
    const [, indent, name, rest] = found;
    above.length = indent.length / 3;
    above.push(name.trim());
    const [fastest, slowest, median, , samples] = rest.split('│').map((cell) => cell.trim());
    if (median) yield [above.join(', '), median, fastest, slowest, samples];
  }
}

const command = ['bench', '--workspace', '--locked', '--bench', '*'];
const run = spawnSync('cargo', command, {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.stdout.write(run.stdout ?? '');
if (run.status !== 0) process.exit(run.status ?? 1);
const rows = [...measurements(run.stdout)];
if (rows.length === 0) throw new Error('cargo bench printed no measurement that is understood');
writeSection(
  'docs/benchmarks.md',
  'Parts by themselves',
  `${measuredWhen}: \`node bench/parts.mjs\`, which runs \`cargo bench\`; times within the program, without HTTP. The first lines are of \`server/benches\`, on the public data with a verdict on everything (an atlas, answers, the sheets of all municipalities, searches), or on a database of its own with so many verdicts on record (writes, imports of so many rows); the last of \`geodata/benches\`, on the outlines of the country, or on squares, so many by so many. The aims for an atlas after one change, with its view of a date, are 5 ms at 342 areas, and 60 ms at 9,800, of which [growth.md](growth.md) tells.

${table(['part', 'median', 'fastest', 'slowest', 'samples'], rows)}`,
);
