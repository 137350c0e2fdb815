import { serverLanguage } from '../../../lib/api/language';
import { filterScene } from '../../../lib/atlas/filtered-scene';
import { campaignLayout, listLayout } from '../../../lib/files/download';
import { forOutreach } from '../../../lib/filter/model';
import { listFor } from '../../../lib/route/outreach';
import { weightsFor } from '../../../lib/route/weights';
import * as internal from './internal-queries';
import { type Context, type ViewSource, municipalitiesFile, parts } from './model';
import * as queries from './queries';

/** So many targets are asked for: those that the page shows at first, and more. */
const mostTargets = 50;

export function outreach(given: Context): ViewSource {
  const { purpose, chosen, set, list, weights } = given.view;
  const { scene, shade, filter } = given.filtered;
  const context = { ...given, filtered: filterScene(scene, shade, forOutreach(filter, purpose)) };
  const { asOf, where, selection, language } = parts(context);
  const beside = listFor(list, purpose);
  const wanted = where ? { where } : {};
  if (beside === 'sessions')
    return {
      query: queries.sessionsQuery,
      variables: { set: set ?? 'vng-platform', asOf, ...wanted, language },
      municipalities: selection,
    };
  const listed = {
    purpose,
    weights: weightsFor(weights, given.staff),
    asOf,
    first: mostTargets,
    language,
  };
  const these = { code: [...chosen] };
  return beside === 'chosen' && chosen.length > 0
    ? {
        query: queries.targetsQuery,
        // A filter on policy, so that nobody is left out.
        variables: { ...listed, where: { ...these, completenessLow: { gte: 0 } } },
        file: municipalitiesFile(asOf, these, listLayout(purpose)),
        municipalities: { where: these, codes: chosen },
        internal: given.staff,
      }
    : {
        query: queries.targetsQuery,
        variables: { ...listed, ...wanted },
        file: municipalitiesFile(asOf, where, listLayout(purpose)),
        municipalities: selection,
        internal: given.staff,
      };
}

export function campaign({ view }: Context, id: string): ViewSource {
  if (view.tab === 'effect')
    return {
      query: internal.effectQuery,
      variables: { id, language: serverLanguage(view.language) },
      internal: true,
    };
  return {
    query: internal.campaignQuery,
    variables: { id },
    // Without a date it is of the day of the campaign, as the page is.
    file: municipalitiesFile(undefined, undefined, campaignLayout, id),
    internal: true,
  };
}
