/** A longer wait than this, in seconds, is for the person to decide about. */
const longestWait = 5;

/** The statuses of a server that is busy, or of whom has asked too much. */
const busy: readonly number[] = [429, 503];

/** After how many milliseconds a busy server wants to be asked again; undefined when it is not to be waited for. */
export function waitOf({ status, headers }: Response): number | undefined {
  const asked = headers.get('retry-after');
  const seconds = busy.includes(status) && asked !== null && /^\d+$/.test(asked) ? Number(asked) : undefined;
  return seconds !== undefined && seconds <= longestWait ? seconds * 1000 : undefined;
}

/** Waits so many milliseconds. Throws the reason of the signal when that ends it. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
