import { enqueue } from './render-queue';

/** How much of a component is drawn, from 0 to the number of its stages. */
export interface Stages {
  readonly reached: number;
}

/** Draws a component in stages, each as a piece that `put` puts in the render queue. Begins once `start` is true, and does not go back. */
export function stages(count: number, start: () => boolean = () => true, put = enqueue): Stages {
  let reached = $state(0);
  const started = $derived(start());

  $effect(() => {
    if (!started) return undefined;
    return put(...Array.from({ length: count }, (_, at) => () => (reached = Math.max(reached, at + 1))));
  });

  return {
    get reached() {
      return reached;
    },
  };
}
