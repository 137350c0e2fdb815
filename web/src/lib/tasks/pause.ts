/** Lets the browser paint, and answer who points and types, before the next piece of work. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Comes back once what stands on the page has been painted; at once where nobody sees it. */
export const painted = (): Promise<void> =>
  document.visibilityState === 'visible'
    ? new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    : Promise.resolve();
