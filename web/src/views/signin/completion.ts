import { retry } from '../../lib/atlas/atlas-state.svelte';
import { router } from '../../lib/route/router.svelte';
import { AuthError } from '../../lib/viewer/auth';
import { refreshViewer, viewer } from '../../lib/viewer/viewer.svelte';

/** Shows what somebody may see who came in. Throws a `AuthError` when their browser kept no cookie. */
export async function completeSignIn(): Promise<void> {
  const { signedIn } = await refreshViewer();
  // Over HTTP from another machine a browser does not keep the cookie.
  if (!signedIn) throw new AuthError('COOKIE');
  // A server that is closed to the public has answered nothing so far.
  retry();
}

/** Goes back to the page from which somebody came to sign in. */
export function returnToPage(): void {
  router.show({ page: viewer.returnPage }, { replace: true });
  document.getElementById('content')?.focus({ preventScroll: true });
}
