import { pause } from './pause';

/** How much of a component is drawn, from 0 to the number of its stages. */
export interface Stages {
  readonly reached: number;
}

/**
 * Draws a component in stages, each a task of its own: as one task, the map and what
 * stands beside it would hold up who points and types for a fifth of a second on an
 * old laptop. Begins once `start` is true, and does not go back.
 */
export function stages(count: number, start: () => boolean = () => true): Stages {
  let reached = $state(0);
  const started = $derived(start());

  $effect(() => {
    if (!started) return undefined;
    let mounted = true;
    const advance = async (): Promise<void> => {
      for (let stage = 1; stage <= count; stage++) {
        await pause();
        if (!mounted) return;
        reached = Math.max(reached, stage);
      }
    };
    void advance();
    return () => (mounted = false);
  });

  return {
    get reached() {
      return reached;
    },
  };
}
