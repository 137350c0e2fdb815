import type { MunicipalityFilter, Verdict } from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import { firstDate } from '../../../lib/route/values';
import { sinceOf } from '../../shared/change/model';
import { whereOf } from '../../shared/practice/model';
import { type Context, type ViewSource, known, parts } from './model';
import * as queries from './queries';

export function time(context: Context): ViewSource {
  const { asOf, today, where, language, selection } = parts(context);
  const from = sinceOf(context.view.since, asOf);
  const trend = { first: firstDate, last: today, ...known, ...(where ? { where } : {}) };
  return from < asOf
    ? {
        query: queries.timeQuery,
        variables: { from, to: asOf, ...trend, language },
        municipalities: selection,
      }
    : { query: queries.trendQuery, variables: trend, municipalities: selection };
}

export function blocks(context: Context): ViewSource {
  const { selected, language, selection } = parts(context);
  return {
    query: queries.blocksQuery,
    variables: { ...selected, language },
    municipalities: selection,
  };
}

export function block(context: Context, id: string): ViewSource {
  const { dated, where, selection } = parts(context);
  const having = (verdict: Verdict): MunicipalityFilter => {
    const one = { block: { block: id, verdict: [verdict] } };
    return where ? { and: [where, one] } : one;
  };
  return {
    query: queries.blockQuery,
    variables: {
      block: id,
      ...dated,
      present: having('PRESENT'),
      inPreparation: having('IN_PREPARATION'),
      absent: having('ABSENT'),
      unknown: having('UNKNOWN'),
    },
    municipalities: selection,
  };
}

export function bottlenecks({ view, filtered }: Context): ViewSource {
  const { categories, state, language } = view;
  const { region: of } = filtered.filter;
  return {
    query: queries.bottlenecksQuery,
    variables: {
      counted: whereOf({ region: of, state }),
      listed: whereOf({ categories, region: of, state }),
      language: serverLanguage(language),
    },
  };
}

export function practices({ view, filtered }: Context): ViewSource {
  const { region: of } = filtered.filter;
  return {
    query: queries.practicesQuery,
    variables: {
      ...(view.about ? { block: view.about } : {}),
      ...(of ? { region: of } : {}),
      language: serverLanguage(view.language),
    },
  };
}
