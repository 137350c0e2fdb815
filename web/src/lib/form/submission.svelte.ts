import type { Failure } from '../api/client';
import { asFailure } from '../api/query.svelte';
import type { TextKey } from '../texts/model';
import { texts } from '../texts/texts.svelte';
import { toFirstWrong, wording } from './wording';

/** A field with words in it that it cannot read. */
export const unread = '[data-unread]';

/** The sending of a form: what is wrong with it, and whether it is under way. */
export function submission() {
  let wrong = $state.raw<Readonly<Record<string, TextKey>>>({});
  let failure = $state.raw<Failure>();
  let pending = $state(false);
  const words = $derived(wording(texts.now, wrong, failure));

  return {
    get pending(): boolean {
      return pending;
    },
    get failure(): Failure | undefined {
      return failure;
    },
    /** What is wrong with a field, or with one item of a field that is a list. */
    wrongOf: (field: string, item?: number): string | undefined => words(field, item),
    /** Forgets what went wrong. */
    forget(): void {
      [wrong, failure] = [{}, undefined];
    },
    /** Asks the server, unless something is wrong already; gives whether it was done. */
    async send(
      form: HTMLElement,
      seen: Readonly<Record<string, TextKey>>,
      act: () => Promise<unknown>,
    ): Promise<boolean> {
      if (pending) return false;
      [wrong, failure] = [seen, undefined];
      pending = true;
      try {
        if (Object.keys(seen).length === 0 && !form.querySelector(unread)) {
          await act();
          return true;
        }
      } catch (cause) {
        failure = asFailure(cause);
      } finally {
        pending = false;
      }
      toFirstWrong(form);
      return false;
    },
  };
}
