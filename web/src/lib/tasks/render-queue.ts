import { flushSync } from 'svelte';

import { pause } from './pause';

type Piece = () => void;

/** Milliseconds after which a task ends: what comes together on a fast machine is apart on a slow one. */
const taskBudget = 2;

let queue: Piece[] = [];
/** What nobody looks for first. */
const lastQueue: Piece[] = [];
let scheduled = false;

const isEmpty = (): boolean => queue.length + lastQueue.length === 0;

/** Draws the first piece. Those that it enqueues itself come before what stands below it. */
function drawFirst(): void {
  const [first = lastQueue.shift(), ...others] = queue;
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
  while (!isEmpty()) {
    await pause();
    // A browser wakes a page that nobody sees once a second.
    const end = document.visibilityState === 'visible' ? performance.now() + taskBudget : Infinity;
    do drawFirst();
    while (!isEmpty() && performance.now() < end);
  }
  scheduled = false;
}

/** Draws all that is in the queue at once, for who cannot wait: a printer. */
export function flushQueue(): void {
  while (!isEmpty()) drawFirst();
}

function put(pieces: readonly Piece[], into: Piece[]): () => void {
  let wanted = true;
  into.push(...pieces.map((draw) => () => wanted && draw()));
  if (!scheduled) void drawInTasks();
  return () => (wanted = false);
}

/**
 * Has pieces of a page drawn in the order in which they are enqueued, few enough in one task
 * that who points and types is answered in between: as one task, a page would hold an old
 * telephone up for a second. Returns what takes them back.
 */
export const enqueue = (...pieces: Piece[]): (() => void) => put(pieces, queue);

/** The same for pieces that wait until nothing else is in the queue. */
export const enqueueLast = (...pieces: Piece[]): (() => void) => put(pieces, lastQueue);
