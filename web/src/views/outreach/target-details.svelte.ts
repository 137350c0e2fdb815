import { reactiveQuery } from '../../lib/api/query.svelte';
import type { Atlas } from '../../lib/atlas/model';
import type { Purpose } from '../../lib/route/purpose';
import { router } from '../../lib/route/router.svelte';
import { isStaff } from '../../lib/viewer/permissions';
import { viewer } from '../../lib/viewer/viewer.svelte';
import { type DetailsQuestion, loadDetails } from './load';
import type { Detail, Place } from './model';
import { weightsFor, weightsText } from '../../lib/route/weights';

/**
 * Asks what there is to tell of some places on a list by the weights in the
 * address. To be called while a component starts.
 */
export function targetDetails(purpose: () => Purpose, atlas: () => Atlas, places: () => readonly Place[]) {
  const question = $derived<DetailsQuestion>({
    purpose: purpose(),
    asOf: atlas().asOf,
    language: router.view.language,
    weights: weightsFor(router.view.weights, isStaff(viewer.now)),
    codes: places().map(({ municipality }) => municipality.code),
  });
  const details = reactiveQuery(() => (question.codes.length > 0 ? question : undefined), loadDetails);
  const asked = $derived(details.last?.question);
  // What was told for another list, on another date or in another language is not shown.
  const told = $derived(
    asked?.purpose === question.purpose &&
      asked.asOf === question.asOf &&
      asked.language === question.language
      ? details.last?.answer
      : undefined,
  );

  return {
    /** Whether what is told is about the weights of a moment ago. */
    get stale(): boolean {
      return (
        question.codes.length > 0 &&
        asked !== undefined &&
        weightsText(asked.weights) !== weightsText(question.weights)
      );
    },
    /** Whether the server has answered for these places by these weights. */
    get settled(): boolean {
      if (question.codes.length === 0) return true;
      return !details.pending && details.failure === undefined && told !== undefined;
    },
    get failed(): boolean {
      return details.failure !== undefined;
    },
    of: (code: string): Detail | undefined => told?.get(code),
  };
}
