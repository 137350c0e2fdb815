import { reactiveQuery } from '../../../lib/api/query.svelte';
import type { Begun } from './load';
import type { Clash, Pair } from './model';

type Read<Draft> = (signal?: AbortSignal) => Promise<Begun<Draft>>;

interface Source<Draft> {
  /** What a new record begins with. */
  readonly fresh?: Draft | undefined;
  /** Reads the record as it stands; absent for a new one. */
  readonly read?: Read<Draft> | undefined;
  /** What two people wrote differently, in words. */
  readonly compare: (mine: Draft, theirs: Draft) => readonly Pair[];
}

/**
 * What somebody writes of a record: it begins as the record stands and then is
 * their own, based on the revision at which it was read. To be called while a form starts.
 */
export function drafting<Draft extends object>({ fresh, read, compare }: Source<Draft>) {
  let draft = $state<Draft | undefined>(fresh);
  let basedOn = $state<number>();
  const begun = reactiveQuery(
    () => (read ? {} : undefined),
    (_, signal) => (read as Read<Draft>)(signal),
  );
  const take = (stands: Begun<Draft>): void => {
    [draft, basedOn] = [stands.draft, stands.revision];
  };
  $effect(() => {
    if (begun.last && !draft) take(begun.last.answer);
  });

  async function clash(stands: Begun<Draft>): Promise<Clash> {
    return {
      pairs: draft ? compare(draft, stands.draft) : [],
      take: () => take(stands),
      insist: () => (basedOn = stands.revision),
    };
  }

  return {
    get draft(): Draft | undefined {
      return draft;
    },
    set draft(written: Draft | undefined) {
      draft = written;
    },
    /** The revision at which what stands was read; undefined for a new one. */
    get basedOn(): number | undefined {
      return basedOn;
    },
    /** How it stands with what the form begins with, and with whoever else writes: for its frame. */
    get frame() {
      return {
        ready: draft !== undefined,
        failure: begun.failure,
        retry: begun.retry,
        clash: read && (async () => clash(await read())),
      };
    },
  };
}
