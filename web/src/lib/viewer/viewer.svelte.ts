import { ask } from '../api/client';
import { ViewerDocument } from '../api/generated';
import { asFailure } from '../api/query.svelte';
import type { Page } from '../route/model';
import { type Viewer, isSignInPage, nobody } from './model';

let current = $state.raw<Viewer>();
let asked = 0;
let returnPage: Page = { name: 'map' };

/** Who is asking, for views that show more to some. */
export const viewer = {
  /** Undefined until the server has said. */
  get now(): Viewer | undefined {
    return current;
  },
  /** Nobody until the server has said. */
  get asking(): Viewer {
    return current ?? nobody;
  },
  /** The page on which they were before they came to sign in. */
  get returnPage(): Page {
    return returnPage;
  },
  /** Remembers where to go back to after signing in. */
  visit(page: Page): void {
    if (!isSignInPage(page)) returnPage = page;
  },
};

/** Asks the server again who is asking. */
export async function refreshViewer(): Promise<Viewer> {
  const question = ++asked;
  const answer = await ask(ViewerDocument, {}).then(
    ({ viewer: found }) => found,
    // A server that is closed to the public says so; one that is away leaves what was known.
    (cause: unknown) => (asFailure(cause).kind === 'refused' ? nobody : (current ?? nobody)),
  );
  // A later question may have been answered first.
  if (question === asked) current = answer;
  return answer;
}

// The session may have ended meanwhile, or somebody signed in in another window.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refreshViewer();
});
