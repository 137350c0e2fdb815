import { type Stages, stages } from '../tasks/stages.svelte';
import { loadTracker } from './load-gate';

/**
 * Stages of a view that is shown whole: whoever gathers its parts waits for the last of
 * them too. To be called while a component starts.
 */
export function viewStages(count: number, start: () => boolean = () => true): Stages {
  const begin = loadTracker();
  const drawn = stages(count, start);
  const waits = $derived(start() && drawn.reached < count);
  $effect(() => (waits ? begin() : undefined));
  return drawn;
}
