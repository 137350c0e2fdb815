import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { areas, open, openMap } from '../support/browser';
import { page, server, useServer, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach();

/** Takes hold of a slider at one share of its width and lets go at another, by way of several values. */
async function drag(slider: Locator, from: number, to: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider to drag');
  const at = (share: number): number => box.x + box.width * share;
  const middle = box.y + box.height / 2;
  await page.mouse.move(at(from), middle);
  await page.mouse.down();
  await page.mouse.move(at(to), middle, { steps: 4 });
  await page.mouse.up();
}

const parameter = (name: string): string | null => new URL(page.url()).searchParams.get(name);
const steps = (): Promise<number> => page.evaluate(() => history.length);

describe('the way back', () => {
  test('has one step for each drag of the date, however many dates it passes', async () => {
    await openMap(page, server.url);
    const before = await steps();
    const slider = page.getByRole('slider').first();
    await drag(slider, 0.98, 0.5);
    await expect.poll(() => parameter('date')).not.toBeNull();
    const first = parameter('date');
    await drag(slider, 0.5, 0.02);
    await expect.poll(() => parameter('date')).not.toBe(first);
    await expect.poll(() => page.locator(areas).count()).toBe(355);
    expect(await steps()).toBe(before + 2);

    await page.goBack();
    await expect.poll(() => parameter('date')).toBe(first);
    await page.goBack();
    await expect.poll(() => parameter('date')).toBeNull();
    await expect.poll(() => page.locator(areas).count()).toBe(342);
    expect(new URL(page.url()).origin).toBe(server.url);
  });

  test('has one step for each drag of a weight', async () => {
    await open(page, `${server.url}/voorlichting`);
    const slider = page.getByRole('slider', { name: 'Aantal inwoners' });
    await slider.waitFor();
    const before = await steps();
    await drag(slider, 0.25, 0.95);
    await expect.poll(() => parameter('weights')).toContain('population');
    expect(await steps()).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => parameter('weights')).toBeNull();
    expect(new URL(page.url()).pathname).toBe('/voorlichting');
  });
});
