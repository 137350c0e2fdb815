import { getContext, setContext } from 'svelte';

import { fetchView } from './view-file.svelte';

/** Says that something is on its way; to be called back when it has come, or will not come. */
type Begin = () => () => void;

const key = Symbol('together');

/** Lets the components below tell what they wait for. */
export const provideLoadGate = (begin: Begin): Begin => setContext(key, begin);

/** Tells whoever gathers, if anybody does. To be called while a component starts. */
export const loadTracker = (): Begin => getContext<Begin | undefined>(key) ?? (() => () => undefined);

/** Tells of a part that is loaded, as of an answer; of one that does not come `viewFile` tells. To be called while a component starts. */
export function importTracker(): <Part>(part: Promise<Part>) => Promise<Part> {
  const begin = loadTracker();
  return (part) => {
    const end = begin();
    const view = fetchView(part);
    void view.then(end);
    return view;
  };
}
