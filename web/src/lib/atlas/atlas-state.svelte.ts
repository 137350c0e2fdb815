import { type Failure, ask } from '../api/client';
import { ReferenceDocument } from '../api/generated';
import { serverLanguage } from '../api/language';
import { asFailure } from '../api/query.svelte';
import type { Language } from '../texts/language';
import { type Reference, toReference } from './reference';
import { type Request, type Scene, loadScene } from './scene';

let scene = $state.raw<Scene>();
let reference = $state.raw<Reference>();
let sceneFailure = $state.raw<Failure>();
let referenceFailure = $state.raw<Failure>();
let pending = $state(false);
let latest: Request | undefined;
let language: Language | undefined;

/** What is shown, and whether something newer is under way or has failed. */
export const atlasState = {
  /** The last scene that arrived; stays when a later request fails. */
  get scene(): Scene | undefined {
    return scene;
  },
  get reference(): Reference | undefined {
    return reference;
  },
  /** Why the scene that was asked for last, or the names, did not come. */
  get failure(): Failure | undefined {
    return sceneFailure ?? referenceFailure;
  },
  /** Whether the scene that is shown is not the one that was asked for last. */
  get isStale(): boolean {
    return sceneFailure !== undefined;
  },
  get pending(): boolean {
    return pending;
  },
};

/** Asks for a scene; of several requests only the last is shown. */
export async function showScene(request: Request): Promise<void> {
  latest = request;
  pending = true;
  try {
    const loaded = await loadScene(request);
    if (latest === request) [scene, sceneFailure] = [loaded, undefined];
  } catch (cause) {
    if (latest === request) sceneFailure = asFailure(cause);
  } finally {
    if (latest === request) pending = false;
  }
}

/** Fetches the names of regions and building blocks in a language. */
export async function showReference(wanted: Language): Promise<void> {
  language = wanted;
  try {
    const answer = await ask(ReferenceDocument, { language: serverLanguage(wanted) });
    if (language === wanted) [reference, referenceFailure] = [toReference(answer), undefined];
  } catch (cause) {
    if (language === wanted) referenceFailure = asFailure(cause);
  }
}

/** Tries again what failed. */
export function retry(): void {
  if (sceneFailure && latest) void showScene(latest);
  if (referenceFailure && language) void showReference(language);
}
