import { type Failure, ask } from '../api/client';
import { ReferenceDocument } from '../api/generated';
import { serverLanguage } from '../api/language';
import { asFailure } from '../api/query.svelte';
import type { Language } from '../texts/language';
import { type Reference, toReference } from './reference';
import { type Request, type Scene, loadScene } from './scene';

let scene = $state.raw<Scene>();
let reference = $state.raw<Reference>();
let failure = $state.raw<Failure>();
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
  get failure(): Failure | undefined {
    return failure;
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
    if (latest === request) [scene, failure] = [loaded, undefined];
  } catch (cause) {
    if (latest === request) failure = asFailure(cause);
  } finally {
    if (latest === request) pending = false;
  }
}

/** Fetches the names of regions and building blocks in a language. */
export async function showReference(wanted: Language): Promise<void> {
  language = wanted;
  try {
    const answer = await ask(ReferenceDocument, { language: serverLanguage(wanted) });
    if (language === wanted) reference = toReference(answer);
  } catch (cause) {
    if (language === wanted) failure = asFailure(cause);
  }
}

/** Tries again what failed. */
export function retry(): void {
  if (latest) void showScene(latest);
  if (!reference && language) void showReference(language);
}
