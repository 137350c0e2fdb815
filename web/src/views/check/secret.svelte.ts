import { router } from '../../lib/route/router.svelte';
import { secretOf } from '../shared/check/model';

/**
 * The secret of the link by which somebody came. It stays in the fragment, which no server and no log sees,
 * also when another language is chosen, so that a reload still opens the link. To be called while a component starts.
 */
export function linkSecret() {
  let secret = $state(secretOf(location.hash));

  function keep(): void {
    if (secret && location.hash !== `#${secret}`)
      history.replaceState(null, '', `${location.pathname}${location.search}#${secret}`);
  }
  function follow(): void {
    secret = secretOf(location.hash) ?? secret;
    keep();
  }

  $effect(() => {
    if (router.view.page.name === 'check') keep();
  });
  $effect(() => {
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });

  return {
    get now(): string | undefined {
      return secret;
    },
  };
}
