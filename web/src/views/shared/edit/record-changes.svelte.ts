import { forgetRecords } from '../../../lib/atlas/scene';

let count = $state(0);

/** How often the records were changed here; part of every question about them, so that it is asked again. */
export const recordChanges = {
  get count(): number {
    return count;
  },
  add(): void {
    forgetRecords();
    count++;
  },
};
