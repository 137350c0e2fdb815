// What a visitor waits for: the bytes of the first view and the time until the
// map is shaded, on a line of 10 Mbit/s and 40 ms with the processor slowed 4
// times; then a change of date, of shade and of a weight. And how long the
// server takes to start. `node bench/first-view.mjs` writes its section of
// `docs/benchmarks.md`.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measuredWhen, median, table, writeSection } from './support/document.mjs';
import { memory, memoryOfFiles, root, serve, stop, stopAll, temporaryFolder } from './support/processes.mjs';

// The tests in a browser have it.
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core');

const rounds = process.env.BENCH === 'short' ? 1 : 7;
const aims = { bytes: 200, scripts: 80, shaded: 1000, change: 50, ready: 300 };
const folder = temporaryFolder();
const database = `sqlite://${folder}/filled.db`;
const areas = '[role="listbox"] path[role="option"]';
const order = '[data-code]';

const executable = () =>
  process.env.CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/** Slows the line and the processor, as Chromium does it for its developers. */
async function slow(page, times) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const speed = 10_000_000 / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: speed,
    uploadThroughput: speed,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  return session;
}

/** In the page: when the map was first seen with its shades. */
function watchShades(selector) {
  const look = () => {
    const found = [...document.querySelectorAll(selector)];
    const fills = new Set(found.map((area) => area.getAttribute('fill')));
    if (found.length < 300 || fills.size < 3) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => window.shaded(String(performance.now()))));
  };
  requestAnimationFrame(look);
}

/** In the page: does something, and tells after how long what is looked at is drawn anew. */
function timeChange(element, { selector, value, event }) {
  const state = () =>
    [...document.querySelectorAll(selector)]
      .map((one) => `${one.dataset.code ?? one.id}${one.getAttribute('fill')}`)
      .join();
  const before = state();
  return new Promise((done, failed) => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      if (state() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    setTimeout(() => failed(new Error(`nothing changed by ${value}`)), 10_000);
    element.value = value;
    element.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

const settled = (page) => page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);

async function firstView(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const session = await slow(page, 4);
  await session.send('Performance.enable');
  const kinds = new Map();
  const bytes = { all: 0, scripts: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') bytes.scripts += encodedDataLength;
  });
  // Asking the page again and again would take a part of its slow processor.
  const told = new Promise((done) =>
    session.on('Runtime.bindingCalled', ({ payload }) => done(Number(payload))),
  );
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'shaded' });
  await page.addInitScript(watchShades, areas);
  await page.goto(address);
  const shaded = await told;
  const untilShaded = bytes.all;
  const { metrics } = await session.send('Performance.getMetrics');
  const busy = (name) => metrics.find((one) => one.name === name).value * 1000;
  const arrived = await page.evaluate(() =>
    Math.max(...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd)),
  );
  await settled(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return {
    shaded,
    untilShaded,
    arrived,
    tasks: busy('TaskDuration'),
    script: busy('ScriptDuration'),
    layout: busy('LayoutDuration') + busy('RecalcStyleDuration'),
    all: bytes.all,
    scripts: bytes.scripts,
  };
}

/** The changes of one visit, with the processor slowed so many times. */
async function changes(browser, address, times) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await slow(page, times);
  const open = async (path) => {
    await page.goto(address + path);
    await page.locator(areas).first().waitFor({ state: 'attached' });
    await settled(page);
    await page.waitForLoadState('networkidle');
  };
  await open('/?date=2024-06-01');
  const slider = page.getByRole('slider').first();
  const day = (iso) => String(Date.parse(iso) / 86_400_000);
  // What the slider does when it is let go; while it is dragged the address follows every 80 ms.
  const date = async (iso) => {
    const took = await slider.evaluate(timeChange, { selector: areas, value: day(iso), event: 'change' });
    await settled(page);
    await page.waitForLoadState('networkidle');
    return took;
  };
  const told = {};
  told['date, seen for the first time'] = await date('2026-06-01');
  await date('2024-06-01');
  told['date, seen before'] = await date('2026-06-01');
  const shade = page.locator('select').filter({ has: page.locator('option[value="matrix"]') });
  const byStatus = { selector: areas, value: 'status', event: 'change' };
  told['shade'] = await shade.first().evaluate(timeChange, byStatus);
  await open('/voorlichting');
  const weight = page.getByRole('slider', { name: 'Aantal inwoners' });
  told['weight'] = await weight.evaluate(timeChange, { selector: order, value: '5', event: 'input' });
  await context.close();
  return told;
}

async function starts() {
  const filled = await serve('dekkingskaart', database, ['--demo']);
  await stop(filled);
  const times = [];
  let used;
  for (let round = 0; round < rounds; round++) {
    const server = await serve('dekkingskaart', database);
    times.push(server.ready);
    used = [memory(server.pid), memoryOfFiles(server.pid)];
    await stop(server);
  }
  return { time: median(times), used };
}

/** The median, and in brackets from lowest to highest. */
const spread = (times) =>
  `${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`;

const met = (value, most, unit) =>
  value <= most ? 'met' : `not met, by ${(value - most).toFixed(0)} ${unit}`;

async function main() {
  const started = await starts();
  const server = await serve('dekkingskaart', database);
  const browser = await chromium.launch({
    executablePath: executable(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const views = [];
    const changed = { 1: [], 4: [] };
    for (let round = 0; round < rounds; round++) {
      views.push(await firstView(browser, server.address));
      for (const times of [1, 4]) changed[times].push(await changes(browser, server.address, times));
      console.error(`round ${round + 1}: shaded after ${views.at(-1).shaded.toFixed(0)} ms`);
    }
    const of = (what) => median(views.map((one) => one[what]));
    const kb = (what) => of(what) / 1000;
    const rows = [
      ['bytes, all', `${kb('all').toFixed(1)} kB`, `${aims.bytes} kB`, met(kb('all'), aims.bytes, 'kB')],
      [
        'bytes, of scripts',
        `${kb('scripts').toFixed(1)} kB`,
        `${aims.scripts} kB`,
        met(kb('scripts'), aims.scripts, 'kB'),
      ],
      ['bytes until the map is shaded', `${kb('untilShaded').toFixed(0)} kB`, '', ''],
      [
        'shaded map',
        `${spread(views.map(({ shaded }) => shaded))} ms`,
        `${aims.shaded} ms`,
        met(of('shaded'), aims.shaded, 'ms'),
      ],
      ...[1, 4].flatMap((times) =>
        Object.keys(changed[times][0]).map((what) => {
          const took = changed[times].map((one) => one[what]);
          const speed = times === 1 ? 'full speed' : `slowed ${times} times`;
          return [
            `a change of ${what} (${speed})`,
            `${spread(took)} ms`,
            `${aims.change} ms`,
            met(median(took), aims.change, 'ms'),
          ];
        }),
      ),
      [
        'start until ready, on a filled database',
        `${started.time.toFixed(0)} ms`,
        `${aims.ready} ms`,
        met(started.time, aims.ready, 'ms'),
      ],
      [
        'memory after that start',
        `${started.used[0].toFixed(0)} MB, of it ${started.used[1].toFixed(0)} MB pages of files`,
        '',
        '',
      ],
    ];
    const onLine = (of('untilShaded') * 8) / 10_000;
    const ms = (what) => `${of(what).toFixed(0)} ms`;
    const text = `${measuredWhen}: \`bench/first-view.mjs\`, medians of ${rounds} visits of a new visitor (in brackets from lowest to highest) with Chromium ${browser.version()}, on a line of 10 Mbit/s and 40 ms that Chromium makes slow, with the processor slowed 4 times for the first view. A change counts from the input until what is drawn is there; its line is as slow as that of the first view.

${table(['', 'measured', 'aim', ''], rows)}

Of the time until the map is shaded its bytes alone take ${onLine.toFixed(0)} ms on this line, and each answer that is waited for another 40 ms; the last of them is there after ${ms('arrived')}. The slowed processor works for ${ms('tasks')} in that time: ${ms('script')} on scripts, ${ms('layout')} on style and layout. A change ends with a frame of the screen, which comes every 17 ms. A date that was not seen before is asked of the server, which takes the 40 ms of the line; the rest of a change is the processor's. A start reads everything on record, and works out the outlines of the last edition of boundaries; those of earlier ones are worked out beside the first questions.`;
    console.log(text);
    if (process.env.BENCH !== 'short') writeSection('docs/benchmarks.md', 'First view and start', text);
  } finally {
    await browser.close();
  }
}

try {
  await main();
} finally {
  await stopAll();
}
