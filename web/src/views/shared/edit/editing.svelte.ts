import { ask, send } from '../../../lib/api/client';
import { LastChangeDocument, UndoChangeDocument } from '../../../lib/api/generated';
import { recordChanges } from './record-changes.svelte';
import type { Done, Edit } from './model';

let now = $state.raw<Edit>();
let lastChange = $state.raw<Done>();
let revision = $state<number>();

/** The last change of who asks, if they may take it back; undefined when that cannot be told. */
async function findLast(): Promise<number | undefined> {
  const answer = await ask(LastChangeDocument, {}).catch(() => undefined);
  const last = answer?.changeLog.nodes[0];
  return last?.undoable ? last.revision : undefined;
}

/** What is being changed, from wherever it was begun, and what came of it. */
export const editing = {
  get now(): Edit | undefined {
    return now;
  },
  get lastChange(): Done | undefined {
    return lastChange;
  },
  begin(edit: Edit): void {
    [now, lastChange] = [edit, undefined];
  },
  close(): void {
    now = undefined;
  },
  /** The revision of the last change, once it is known that it can be taken back. */
  get revision(): number | undefined {
    return revision;
  },
  /** Tells what was done, and has everything asked again. */
  async done(what: Done): Promise<void> {
    [now, lastChange, revision] = [undefined, what, undefined];
    if (what.changed === false) return;
    recordChanges.add();
    const last = await findLast();
    if (lastChange === what) revision = last;
  },
  /** Takes a change back, and gives what was changed since and stays. Throws a `Failure`. */
  async undo(of: number, text: string): Promise<readonly string[]> {
    const { answer } = await send(UndoChangeDocument, { revision: of });
    const { kept } = answer.undoChange;
    await editing.done({ text, kept });
    return kept;
  },
  dismiss(): void {
    lastChange = undefined;
  },
};
