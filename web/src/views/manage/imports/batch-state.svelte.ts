import { SvelteSet } from 'svelte/reactivity';

import type { Failure } from '../../../lib/api/client';
import { asFailure } from '../../../lib/api/query.svelte';
import { commit, discard, repair, undo } from './load';
import type { Repair } from './model';

/** What is being done to a batch, and which of its rows are left out. */
export function batchState(id: () => string) {
  let count = $state(0);
  let pending = $state(false);
  let failure = $state.raw<Failure>();
  const leftOut = new SvelteSet<number>();

  async function act(what: () => Promise<void>): Promise<void> {
    if (pending) return;
    [pending, failure] = [true, undefined];
    try {
      await what();
    } catch (cause) {
      failure = asFailure(cause);
    } finally {
      pending = false;
      // After a conflict the rows tell something else, too.
      count++;
    }
  }

  return {
    /** Grows with everything that is done; part of every question about the batch. */
    get count(): number {
      return count;
    },
    get pending(): boolean {
      return pending;
    },
    get failure(): Failure | undefined {
      return failure;
    },
    leftOut,
    toggle: (line: number): void => void (leftOut.delete(line) || leftOut.add(line)),
    leave: (lines: readonly number[]): void => lines.forEach((line) => leftOut.add(line)),
    keep: (): void => leftOut.clear(),
    repair: (repairs: readonly Repair[]) => act(() => repair(id(), repairs)),
    commit: () =>
      act(() =>
        commit(
          id(),
          [...leftOut].toSorted((one, other) => one - other),
        ),
      ),
    discard: () => act(() => discard(id())),
    undo: () => act(() => undo(id())),
  };
}
export type BatchState = ReturnType<typeof batchState>;
