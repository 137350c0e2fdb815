import type { CompareRegionQuery, Denominator } from '../../lib/api/generated';
import type { Reference } from '../../lib/atlas/reference';
import { type Part, partsOf } from '../../lib/chart/model';
import { incompleteOf, intervalParts, sharesOf } from '../shared/completeness/model';
import {
  type Coverage,
  classCounts,
  coveredOf,
  intervalOf,
  measures,
  statusCounts,
} from '../shared/region/model';
import { measureName, shareRange } from '../shared/region/words';
import { className } from '../../lib/shade/labels';
import { shades } from '../../lib/shade/model';
import type { Writer } from '../../lib/texts/model';
import { type Cell, type Comparison, type Row, row, text } from './table';

/** The parts of a bar, those that are not nothing said in words. */
function parts(
  writer: Writer,
  shade: 'status' | 'class',
  all: Part[],
  said: (count: number) => string,
): Cell {
  const words = all
    .filter(({ count }) => count > 0)
    .map(({ of, count }) => `${className(writer, shade, of.id)} ${said(count)}`);
  return { kind: 'parts', parts: all, text: words.join(', ') };
}

/** The statuses of a region with their shares. */
function statuses(writer: Writer, coverage: Coverage, per: Denominator): Cell {
  const all = partsOf(shades.status.classes, statusCounts(coverage, per));
  const whole = all.reduce((sum, { count }) => sum + count, 0);
  return parts(writer, 'status', all, (count) => writer.percent(count / whole));
}

/** The classes of a region, counted: the share of one of them alone says more than is known. */
const classes = (writer: Writer, coverage: Coverage, per: Denominator): Cell =>
  parts(writer, 'class', intervalParts(classCounts(coverage, per)), (count) => writer.number(count));

/** Regions side by side, of one set or of several, with the country to measure against. */
export function compareRegions(
  writer: Writer,
  answers: readonly CompareRegionQuery[],
  reference: Reference | undefined,
  per: Denominator,
): Comparison {
  const { t, number, percent } = writer;
  const all = answers.flatMap(({ region }) => region ?? []);
  const nation = answers[0]?.nation;
  const values = (label: string, of: (coverage: Coverage) => number): Row =>
    row(
      label,
      all.map(({ coverage }) => text(number(of(coverage)))),
      all.map(({ coverage }) => of(coverage)),
      undefined,
      nation && text(number(of(nation))),
    );
  const covered = all.map(({ coverage }) => coveredOf(coverage, per).share);
  const share = (value: number): Cell => ({
    kind: 'interval',
    interval: { low: value, high: value },
    text: percent(value),
  });
  const range = (interval: { readonly low: number; readonly high: number }): Cell => ({
    kind: 'interval',
    interval,
    text: shareRange(writer, interval),
  });
  return {
    subjects: [
      ...all.map(({ set, code, name }) => ({
        id: `${set}/${code}`,
        name,
        of: reference?.sets.find(({ id }) => id === set)?.title ?? set,
        page: { name: 'region' as const, set, code },
      })),
      ...(nation
        ? [
            {
              id: 'country',
              name: t('overview.national'),
              of: t('compare.country'),
              page: { name: 'map' as const },
              fixed: true,
            },
          ]
        : []),
    ],
    groups: [
      {
        title: t('compare.general'),
        rows: [
          values(t('compare.municipalities'), ({ municipalityCount }) => municipalityCount),
          values(t('column.population'), ({ population }) => population),
        ],
      },
      {
        title: t('card.coordination'),
        rows: [
          row(
            t('overview.covered'),
            covered.map(share),
            covered,
            nation && coveredOf(nation, per).share,
            nation && share(coveredOf(nation, per).share),
          ),
          row(
            t('compare.status'),
            all.map(({ coverage }) => statuses(writer, coverage, per)),
            [],
            undefined,
            nation && statuses(writer, nation, per),
          ),
        ],
      },
      {
        title: t('page.policy'),
        rows: [
          row(
            t('compare.class'),
            all.map(({ coverage }) => classes(writer, coverage, per)),
            [],
            undefined,
            nation && classes(writer, nation, per),
          ),
          row(
            t('overview.policy'),
            all.map(({ coverage }) => range(sharesOf(incompleteOf(classCounts(coverage, per))))),
            [],
            undefined,
            nation && range(sharesOf(incompleteOf(classCounts(nation, per)))),
          ),
          ...measures.map((measure) =>
            row(
              measureName(writer, measure),
              all.map(({ coverage }) => range(intervalOf(coverage, measure))),
              all.map(({ coverage }) => intervalOf(coverage, measure)),
              nation && intervalOf(nation, measure).low,
              nation && range(intervalOf(nation, measure)),
            ),
          ),
          row(
            t('region.weakest'),
            all.map(({ weakestBlocks }) => text(weakestBlocks.map(({ block }) => block.title).join('; '))),
            [],
            undefined,
            nation && text('–'),
          ),
        ],
      },
    ],
  };
}
