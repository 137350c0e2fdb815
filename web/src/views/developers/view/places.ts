import type { Municipality } from '../../../lib/atlas/model';
import { type Layout, tableLayout } from '../../../lib/files/download';
import type { RegionRef } from '../../../lib/filter/model';
import { defaultSort } from '../../../lib/route/columns';
import { parseRegion } from '../../../lib/route/values';
import { isRegion } from '../../shared/compare/model';
import { rowsOf } from '../../shared/search/rows';
import { type Context, type ViewSource, municipalitiesFile, parts } from './model';
import * as queries from './queries';

export function list(context: Context, layout?: Layout, rows?: readonly Municipality[]): ViewSource {
  const { asOf, where, selected, selection } = parts(context, rows);
  return {
    query: queries.municipalitiesQuery,
    variables: { ...selected, ...(layout?.order ? { orderBy: layout.order } : {}) },
    file: municipalitiesFile(asOf, where, layout),
    municipalities: selection,
  };
}

export function table(context: Context): ViewSource {
  const { columns, sort } = context.view;
  const { order, columns: exported } = tableLayout(columns, sort);
  const usual = sort.column === defaultSort.column && sort.descending === defaultSort.descending;
  const rows = rowsOf(context.view, context.filtered.shown, context.regionName);
  return list(context, { columns: exported, order: usual ? undefined : order }, rows);
}

export function municipality(context: Context, code: string): ViewSource {
  const { asOf, dated, language } = parts(context);
  const where = { code: [code] };
  return {
    query: queries.municipalityQuery,
    variables: { code, ...dated, language },
    file: municipalitiesFile(asOf, where),
    municipalities: { where, codes: [code] },
  };
}

export function region(context: Context, ref: RegionRef): ViewSource {
  const { dated, language } = parts(context);
  const members = context.filtered.scene.atlas.municipalities.filter(
    ({ regions }) => regions.get(ref.set) === ref.code,
  );
  return {
    query: queries.regionQuery,
    variables: { ...ref, ...dated, per: context.view.per, language },
    municipalities: { where: { region: ref }, codes: members.map(({ code }) => code) },
    regions: [{ set: ref.set, codes: [ref.code] }],
  };
}

export function regions(context: Context): ViewSource {
  const set = context.view.set ?? 'vng-platform';
  return {
    query: queries.regionsQuery,
    variables: { set, ...parts(context).dated, per: context.view.per },
    regions: [{ set }],
  };
}

export function compare(context: Context): ViewSource {
  const { compared, per } = context.view;
  const { asOf, dated, language } = parts(context);
  const refs = compared.filter(isRegion).flatMap((each) => parseRegion(each) ?? []);
  if (refs.length > 0) {
    const sets = [...new Set(refs.map(({ set }) => set))];
    return {
      query: queries.compareRegionsQuery(refs),
      variables: { ...dated, per, language },
      regions: sets.map((set) => ({
        set,
        codes: refs.filter((each) => each.set === set).map(({ code }) => code),
      })),
    };
  }
  const where = { code: [...compared] };
  return {
    query: queries.compareMunicipalitiesQuery,
    variables: { ...dated, where, language },
    file: municipalitiesFile(asOf, where),
    municipalities: { where, codes: compared },
  };
}
