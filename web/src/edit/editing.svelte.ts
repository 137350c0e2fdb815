import { edits } from './count.svelte';
import type { Done, Edit } from './model';

let now = $state.raw<Edit>();
let told = $state.raw<Done>();

/** What is being changed, from wherever it was begun, and what came of it. */
export const editing = {
  get now(): Edit | undefined {
    return now;
  },
  get told(): Done | undefined {
    return told;
  },
  begin(edit: Edit): void {
    [now, told] = [edit, undefined];
  },
  close(): void {
    now = undefined;
  },
  /** Tells what was done, and has everything asked again. */
  done(what: Done): void {
    [now, told] = [undefined, what];
    edits.add();
  },
  dismiss(): void {
    told = undefined;
  },
};
