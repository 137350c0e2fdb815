import { ask } from '../api/client';
import { FirstToApproachDocument, type FirstToApproachQuery } from '../api/generated';
import type { Picture } from '../atlas/picture';
import { forOutreach } from '../filter/model';
import { toWhere } from '../filter/where';
import type { Language } from '../route/model';

export type Target = FirstToApproachQuery['municipalities']['nodes'][number];

let answer = $state.raw<{ readonly question: string; readonly targets: readonly Target[] }>();
let latest = '';

/** The variables of the query about whom to approach of the municipalities that a picture shows. */
function variablesOf({ scene, filter }: Picture, language: Language) {
  const { asOf, municipalities } = scene.atlas;
  const where = toWhere(forOutreach(filter, 'BRIEF'), asOf, municipalities);
  return {
    asOf,
    language: language === 'en' ? ('EN' as const) : ('NL' as const),
    ...(where ? { where } : {}),
  };
}

/** Asks which of the municipalities shown to approach first. */
export async function askTargets(picture: Picture, language: Language): Promise<void> {
  const variables = variablesOf(picture, language);
  const question = JSON.stringify(variables);
  if (question === latest) return;
  latest = question;
  try {
    const { municipalities } = await ask(FirstToApproachDocument, variables);
    if (question === latest) answer = { question, targets: municipalities.nodes };
  } catch {
    // The ranking can be closed to the public: then there is no list, and nothing is wrong.
    if (question === latest) answer = { question, targets: [] };
  }
}

/** The municipalities of a picture to approach first; empty until the answer about exactly this picture is there. */
export function targetsOf(picture: Picture, language: Language): readonly Target[] {
  const question = JSON.stringify(variablesOf(picture, language));
  return answer?.question === question ? answer.targets : [];
}
