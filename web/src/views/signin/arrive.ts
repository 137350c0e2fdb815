import { retry } from '../../lib/atlas/explorer.svelte';
import { router } from '../../lib/route/router.svelte';
import { Refused } from '../../lib/viewer/post';
import { refreshViewer, viewer } from '../../lib/viewer/viewer.svelte';

/** Shows what somebody may see who came in. Throws a `Refused` when their browser kept no cookie. */
export async function arrive(): Promise<void> {
  const { signedIn } = await refreshViewer();
  // Over HTTP from another machine a browser does not keep the cookie.
  if (!signedIn) throw new Refused('COOKIE');
  // A server that is closed to the public has answered nothing so far.
  retry();
}

/** Goes back to the page from which somebody came to sign in. */
export function leave(): void {
  router.show({ page: viewer.place }, { replace: true });
  document.getElementById('content')?.focus({ preventScroll: true });
}
