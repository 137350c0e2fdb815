import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { complaints, launch, visitor } from '../support/browser';
import { binary } from '../support/server';

const kinds: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.topojson': 'application/json',
  '.woff2': 'font/woff2',
};

let scratch: string;
let files: Server;
let url: string;
let browser: Browser;

/** What any host of plain files does: a file, or the page of a folder. */
function fileOf(folder: string, path: string): string | undefined {
  const named = join(folder, normalize(decodeURIComponent(path)));
  const found = existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named;
  return existsSync(found) ? found : undefined;
}

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'dekkingskaart-copy-'));
  const folder = join(scratch, 'site');
  const database = `sqlite://${join(scratch, 'test.db')}`;
  await promisify(execFile)(binary(), ['publish', folder, '--database', database]);
  files = createServer((asked, answer) => {
    const file =
      asked.method === 'GET' ? fileOf(folder, new URL(asked.url ?? '/', 'http://a').pathname) : undefined;
    answer.writeHead(file ? 200 : 404, { 'content-type': kinds[extname(file ?? '')] ?? 'text/plain' });
    answer.end(file ? readFileSync(file) : 'no such file');
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  files.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Opens a page and says what went wrong on it, and what failed. */
async function open(path: string, look: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await visitor(browser);
  const page = await context.newPage();
  const wrong = complaints(page);
  page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(`${url}${path}`);
  await look(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return wrong;
}

const has = (page: Page, text: string): Promise<void> =>
  expect.poll(() => page.locator('body').innerText()).toContain(text);

test.each([
  ['/', 'Zonder volledig beleid'],
  ['/tabel', 'Aa en Hunze'],
  ['/gemeente/GM0344', 'Utrecht'],
  ['/gemeente/GM0344?lang=en', 'Care coordination'],
  ['/regio', 'Noord-Nederland'],
  ['/regio/vng-platform/RP02', 'Leden: '],
  ['/regio/provincie/PV26', 'Utrecht'],
  ['/verantwoording', 'CBS'],
])('%s works on a plain file server', async (path, text) => {
  expect(await open(path, (page) => has(page, text))).toEqual([]);
});

test('goes from the table to a municipality and to its region', async () => {
  const wrong = await open('/tabel', async (page) => {
    await page.getByRole('link', { name: 'Aalsmeer' }).first().click();
    await has(page, 'Aalsmeer');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/gemeente/GM0358');
    await page.getByRole('link', { name: 'Noord-Holland' }).first().click();
    await expect.poll(() => page.url()).toContain('/regio/');
    await has(page, 'Noord-Holland');
  });
  expect(wrong).toEqual([]);
});

test('says what it does not hold, and asks nobody', async () => {
  const wrong = await open('/?date=2021-12-31', (page) => has(page, 'Dit staat niet in deze kopie'));
  expect(wrong).toEqual([]);
});
