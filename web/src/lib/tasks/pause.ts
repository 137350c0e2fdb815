/** Lets the browser paint, and answer who points and types, before the next piece of work. A timer would wait 4 ms each time. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => (port1.close(), resolve()));
    port1.start();
    port2.postMessage(undefined);
  });

/** Comes back once what stands on the page has been painted; at once where nobody sees it. */
export const painted = (): Promise<void> =>
  document.visibilityState === 'visible'
    ? new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    : Promise.resolve();
