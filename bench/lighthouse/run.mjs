// Lighthouse on the pages that people open first, under its own mobile throttling:
// `make lighthouse`. The load of the machine counts: run nothing beside it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const root = join(import.meta.dirname, '../..');
const pages = ['/', '/tabel', '/gemeente/GM0344', '/regio/vng-platform/RP02', '/voorlichting'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const aim = 95;
/** One figure is noise; this many make a median. */
const rounds = Number(process.env.ROUNDS ?? 5);

const binary = process.env.DEKKINGSKAART_BIN ?? join(root, 'target/release/dekkingskaart');
/** With or without windows: the tests install the second. */
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const address = '127.0.0.1:8397';
const server = spawn(binary, ['serve', '--listen', address, '--database', `sqlite://${folder}/x.db`], {
  stdio: 'ignore',
});
const base = `http://${address}`;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function ready() {
  for (let attempt = 0; attempt < 300; attempt++) {
    if ((await fetch(`${base}/health/ready`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${binary} was not ready within 30 s`);
}

const lines = [];
/** How fast Lighthouse found the machine, at each visit. */
const speeds = [];
let version = '';
try {
  await ready();
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'];
  const chrome = await launch({ chromePath: browsers.find((path) => path && existsSync(path)), chromeFlags: flags });
  for (const page of pages) {
    const results = [];
    for (let round = 0; round < rounds; round++) {
      const options = { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: categories };
      const { lhr } = await lighthouse(base + page, options);
      version = lhr.lighthouseVersion;
      results.push(lhr);
      speeds.push(lhr.environment.benchmarkIndex);
    }
    const scores = categories.map((id) => median(results.map((lhr) => Math.round(lhr.categories[id].score * 100))));
    const ms = (id) => Math.round(median(results.map((lhr) => lhr.audits[id].numericValue)));
    const bytes = median(results.map((lhr) => lhr.audits['total-byte-weight'].numericValue));
    lines.push(
      `| \`${page}\` | ${scores.map((score) => (score < aim ? `**${score}**` : score)).join(' | ')} | ${ms('first-contentful-paint')} | ${ms('largest-contentful-paint')} | ${ms('total-blocking-time')} | ${Math.round(bytes / 1000)} |`,
    );
    process.stdout.write(`${lines.at(-1)}\n`);
  }
  await chrome.kill();
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

writeFileSync(
  join(root, 'docs/lighthouse.md'),
  `# Lighthouse

Written by \`make lighthouse\`: Lighthouse ${version} under its mobile throttling (150 ms, 1.6 Mbit/s, processor slowed 4 times), medians of ${rounds}, on ${cpus().length} cores with a load of ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}. The aim is ${aim} in every category; what is below it is bold. Blocking time is clock time: whatever else the machine does lengthens it. Lighthouse gave this machine a benchmark index of ${Math.round(Math.min(...speeds))} to ${Math.round(Math.max(...speeds))}, ${Math.round(median(speeds))} in the middle; its factor of 4 is meant for 1500 to 2000.

| page | performance | accessibility | best practices | SEO | first paint, ms | largest paint, ms | blocking, ms | kB |
|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`,
);
