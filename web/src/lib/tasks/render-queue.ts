import { flushSync } from 'svelte';

import { pause } from './pause';

type Piece = () => void;

/** Milliseconds after which a task ends: what comes together on a fast machine is apart on a slow one. */
const taskBudget = 2;

let queue: Piece[] = [];
let scheduled = false;

/** Draws the first piece. Those that it enqueues itself come before what stands below it. */
function drawFirst(): void {
  const [first, ...others] = queue;
  queue = [];
  try {
    first?.();
    flushSync();
  } catch (error) {
    reportError(error);
  }
  queue.push(...others);
}

async function drawInTasks(): Promise<void> {
  scheduled = true;
  while (queue.length > 0) {
    await pause();
    // A browser wakes a page that nobody sees once a second.
    const end = document.visibilityState === 'visible' ? performance.now() + taskBudget : Infinity;
    do drawFirst();
    while (queue.length > 0 && performance.now() < end);
  }
  scheduled = false;
}

/** Draws all that is in the queue at once, for who cannot wait: a printer. */
export function flushQueue(): void {
  while (queue.length > 0) drawFirst();
}

/**
 * Has pieces of a page drawn in the order in which they are enqueued, few enough in one task
 * that who points and types is answered in between: as one task, a page would hold an old
 * telephone up for a second. Returns what takes them back.
 */
export function enqueue(...pieces: Piece[]): () => void {
  let wanted = true;
  queue.push(...pieces.map((draw) => () => wanted && draw()));
  if (!scheduled) void drawInTasks();
  return () => (wanted = false);
}
