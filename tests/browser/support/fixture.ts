import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { complaints, desktop, launch, visitor } from './browser';
import { type Server, startServer } from './server';

/** What the tests of a file share: each file has a module of its own. */
export let server: Server;
export let browser: Browser;
/** Those of the last visit. */
export let context: BrowserContext;
export let page: Page;
/** What went wrong in the page: errors, and whatever the content security policy stopped. */
export let errors: string[];

type Options = Parameters<typeof startServer>[0];

/** Starts a server and a browser for the tests of a file, and then prepares what these need. */
export function useServer(
  options: Options | (() => Promise<Options>) = {},
  prepare: () => Promise<unknown> = () => Promise.resolve(),
): void {
  beforeAll(async () => {
    const given = typeof options === 'function' ? await options() : options;
    [server, browser] = await Promise.all([startServer(given), launch()]);
    await prepare();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
}

/** Opens a page as a visitor on a screen of this size, signed in with a token if any. */
export async function visit(token?: string, viewport = desktop): Promise<void> {
  context = await visitor(browser, viewport, token);
  turnTo(await context.newPage());
}

/** Goes on in another page of the same visit. */
export function turnTo(opened: Page): void {
  page = opened;
  errors = complaints(page);
}

/** Whether a page in which something went wrong fails its test. */
interface Strictness {
  readonly strict?: boolean;
}

/** Ends the visit of each test. */
export function endVisits({ strict = true }: Strictness = {}): void {
  afterEach(async () => {
    await context.close();
    if (strict) expect(errors).toEqual([]);
  });
}

/** Begins a visit before each test and ends it after; by default as the public. */
export function visitForEach({
  token = () => undefined,
  ...strictness
}: Strictness & { readonly token?: () => string | undefined } = {}): void {
  beforeEach(() => visit(token()));
  endVisits(strictness);
}
