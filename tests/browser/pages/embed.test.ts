import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { openMap } from '../support/browser';
import { context, endVisits, errors, page, server, useServer, visit } from '../support/fixture';

useServer();
endVisits({ strict: false });

/** A site of somebody else that allows one frame, and nothing besides. */
let site: Server;
let address: string;

beforeAll(async () => {
  site = createServer((asked, answer) => {
    const policy = `default-src 'none'; frame-src ${server.url}; base-uri 'none'`;
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    const path = new URL(asked.url ?? '/', 'http://site').searchParams.get('path') ?? '';
    answer.end(
      `<!doctype html><title>Elders</title><iframe src="${server.url}${path}" width="800" height="900"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(() => site.close());

test('the map of a view stands in a page of another site', async () => {
  await visit();
  await page.goto(`${address}/?${new URLSearchParams({ path: '/embed?date=2022-06-30' })}`);
  const map = page.frameLocator('iframe').getByRole('img');
  await map.waitFor();
  await expect.poll(() => map.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await map.getAttribute('alt')).toMatch(/zeker onvolledig.*30 juni 2022/);
  expect(await context.cookies()).toEqual([]);
  expect(errors).toEqual([]);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.frameLocator('iframe').getByRole('link').click(),
  ]);
  await opened.waitForURL(`${server.url}/?date=2022-06-30`);
});

test('the code for it stands at the map, and leads to the same map', async () => {
  await visit();
  await openMap(page, `${server.url}/?class=PARTIAL&shade=policy&date=2022-06-30`);
  await page.getByRole('button', { name: 'Delen' }).locator('visible=true').first().click();
  const code = page.getByRole('dialog').getByText('<iframe');
  const [, source] = /src="([^"]+)"/.exec(await code.innerText()) ?? [];
  const framed = await fetch(source?.replaceAll('&amp;', '&') ?? '');
  expect(framed.status).toBe(200);
  expect(await framed.text()).toContain('map.svg?date=2022-06-30&amp;shade=policy&amp;where=');
});

test('a page of the client does not', async () => {
  await visit();
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(`${address}/?${new URLSearchParams({ path: '/' })}`);
  await refused;
});
