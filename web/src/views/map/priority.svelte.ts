import { ask } from '../../lib/api/client';
import { knownAt } from '../../lib/api/known-at';
import { TopOfListDocument, type TopOfListQuery } from '../../lib/api/generated';
import type { FilteredScene } from '../../lib/atlas/filtered-scene';
import { type Purpose, purposeClasses } from '../../lib/route/purpose';
import { toWhere } from '../../lib/filter/where';
import { serverLanguage } from '../../lib/api/language';
import { outreachChanges } from '../shared/campaign/outreach-changes.svelte';
import { recordChanges } from '../shared/edit/record-changes.svelte';
import type { Language } from '../../lib/texts/language';

/** A municipality at the top of a list, with its number on that list. */
export interface Target {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly explanation: string;
}

/** The top of a list, of those that the filter lets through. */
export interface TopOfList {
  readonly targets: readonly Target[];
  /** How many stand on the whole list; undefined when none of those shown does. */
  readonly size: number | undefined;
}

let answer = $state.raw<TopOfList & { readonly question: string }>();
let closed = $state(false);
let latest = '';

/** The variables of the query about the top of a list, of the municipalities that the filter lets through. */
export function variablesOf({ scene, filter }: FilteredScene, purpose: Purpose, language: Language) {
  const { asOf, municipalities } = scene.atlas;
  const shown = toWhere(filter, asOf, municipalities);
  const listed = { policyClass: [...purposeClasses[purpose]] };
  return {
    purpose,
    asOf,
    language: serverLanguage(language),
    where: shown ? { and: [listed, shown] } : listed,
  };
}

/** A question as text; another after a change here, which moves the ranks. */
const keyOf = (variables: object): string =>
  JSON.stringify([variables, recordChanges.count, outreachChanges.count]);

/** The numbered municipalities of an answer. */
export function toTop({ outreachTargets: { nodes } }: TopOfListQuery): TopOfList {
  const targets = nodes.flatMap(({ municipality, priority: { listRank, explanation } }) =>
    listRank === null ? [] : [{ ...municipality, rank: listRank, explanation }],
  );
  return { targets, size: nodes[0]?.priority.listSize };
}

/** Asks for the top of a list, of the municipalities shown. */
export async function askTargets(
  filtered: FilteredScene,
  purpose: Purpose,
  language: Language,
): Promise<void> {
  // Rankings go by what is known now, and would stand beside what was known then.
  if (knownAt !== undefined) {
    closed = true;
    return;
  }
  const variables = variablesOf(filtered, purpose, language);
  const question = keyOf(variables);
  if (question === latest) return;
  latest = question;
  try {
    const top = toTop(await ask(TopOfListDocument, variables));
    if (question === latest) [answer, closed] = [{ question, ...top }, false];
  } catch {
    // The ranking can be closed to the public: then there is no list, and nothing is wrong.
    if (question === latest) [answer, closed] = [{ question, targets: [], size: undefined }, true];
  }
}

/** Whether the lists are not for who asks, or not for what was known. */
export const areListsClosed = (): boolean => closed;

/** The top of a list of a filtered scene; undefined until the answer about exactly this one is there. */
export function targetsOf(
  filtered: FilteredScene,
  purpose: Purpose,
  language: Language,
): TopOfList | undefined {
  const question = keyOf(variablesOf(filtered, purpose, language));
  return answer?.question === question ? answer : undefined;
}
