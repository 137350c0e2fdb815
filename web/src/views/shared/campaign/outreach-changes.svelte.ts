let count = $state(0);

/** How often outreach was changed here; part of every question about it, so that it is asked again. */
export const outreachChanges = {
  get count(): number {
    return count;
  },
  add: (): void => void count++,
};
