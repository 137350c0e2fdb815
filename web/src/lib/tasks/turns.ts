import { flushSync } from 'svelte';

import { pause } from './pause';

type Piece = () => void;

/** Milliseconds that a task takes before another begins: what comes together on a fast machine is apart on a slow one. */
const budget = 2;

let waiting: Piece[] = [];
let busy = false;

/** Draws the first that waits. Those that it asks for itself come before what stands below it. */
function drawFirst(): void {
  const [first, ...others] = waiting;
  waiting = [];
  try {
    first?.();
    flushSync();
  } catch (error) {
    reportError(error);
  }
  waiting.push(...others);
}

async function drawInTasks(): Promise<void> {
  busy = true;
  while (waiting.length > 0) {
    await pause();
    // A browser wakes a page that nobody sees once a second.
    const end = document.visibilityState === 'visible' ? performance.now() + budget : Infinity;
    do drawFirst();
    while (waiting.length > 0 && performance.now() < end);
  }
  busy = false;
}

/** Draws all that waits, for who cannot wait: a printer. */
export function drawAll(): void {
  while (waiting.length > 0) drawFirst();
}

/**
 * Draws pieces of a page in the order in which they are asked for, few enough in one task
 * that who points and types is answered in between: as one task, a page would hold an old
 * telephone up for a second. Gives what takes them back.
 */
export function inTurn(...pieces: Piece[]): () => void {
  let wanted = true;
  waiting.push(...pieces.map((draw) => () => wanted && draw()));
  if (!busy) void drawInTasks();
  return () => (wanted = false);
}
