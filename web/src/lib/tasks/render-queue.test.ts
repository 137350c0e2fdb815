import { beforeEach, expect, test, vi } from 'vitest';

import { pause } from './pause';
import { enqueue, enqueueLast, flushQueue } from './render-queue';

let drawn: string[] = [];
const piece = (name: string, then?: () => void) => (): void => {
  drawn.push(name);
  then?.();
};

async function settled(): Promise<void> {
  for (let task = 0; task < 20; task++) await pause();
}

beforeEach(() => {
  drawn = [];
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('reportError', (error: Error) => drawn.push(error.message));
});

test('pieces are drawn later, in their order, and what they ask for before what stands below them', async () => {
  enqueue(
    piece('head', () => enqueue(piece('title'), piece('tools'))),
    piece('list'),
  );
  enqueue(piece('foot'));
  expect(drawn).toEqual([]);
  await settled();
  expect(drawn).toEqual(['head', 'title', 'tools', 'list', 'foot']);
});

test('what nobody looks for first waits until nothing else is in the queue', async () => {
  enqueueLast(
    piece('menu', () => enqueue(piece('its icon'))),
    piece('search'),
  );
  enqueue(
    piece('map', () => enqueue(piece('areas'))),
    piece('legend'),
  );
  await settled();
  expect(drawn).toEqual(['map', 'areas', 'legend', 'menu', 'its icon', 'search']);
});

test('a long piece ends its task', async () => {
  let tasks = 0;
  const long = (): void => {
    tasks++;
    const end = performance.now() + 5;
    while (performance.now() < end);
  };
  const count = vi.fn();
  enqueue(long, long, long);
  void (async () => {
    while (tasks < 3) {
      count();
      await pause();
    }
  })();
  await settled();
  expect(tasks).toBe(3);
  expect(count.mock.calls.length).toBeGreaterThanOrEqual(3);
});

test('what is taken back is not drawn, and a piece that fails holds up no other', async () => {
  const takeBack = enqueue(piece('gone'));
  enqueue(() => {
    throw new Error('broken');
  }, piece('rest'));
  takeBack();
  await settled();
  expect(drawn).toEqual(['broken', 'rest']);
});

test('a printer does not wait', () => {
  enqueueLast(piece('menu'));
  enqueue(
    piece('head', () => enqueue(piece('title'))),
    piece('list'),
  );
  flushQueue();
  expect(drawn).toEqual(['head', 'title', 'list', 'menu']);
});
