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

type Region = NonNullable<CompareRegionQuery['region']>;

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
  const values = (label: string, of: (region: Region) => number): Row =>
    row(
      label,
      all.map((region) => text(number(of(region)))),
      all.map(of),
    );
  const covered = all.map(({ coverage }) => coveredOf(coverage, per).share);
  return {
    subjects: all.map(({ set, code, name }) => ({
      id: `${set}/${code}`,
      name,
      of: reference?.sets.find(({ id }) => id === set)?.title ?? set,
      page: { name: 'region', set, code },
    })),
    groups: [
      {
        title: t('compare.general'),
        rows: [
          values(t('compare.municipalities'), ({ coverage }) => coverage.municipalityCount),
          values(t('column.population'), ({ coverage }) => coverage.population),
        ],
      },
      {
        title: t('card.coordination'),
        rows: [
          row(
            t('overview.covered'),
            covered.map((share) => ({
              kind: 'interval',
              interval: { low: share, high: share },
              text: percent(share),
            })),
            covered,
            nation && coveredOf(nation, per).share,
          ),
          row(
            t('compare.status'),
            all.map(({ coverage }) => statuses(writer, coverage, per)),
          ),
        ],
      },
      {
        title: t('page.policy'),
        rows: [
          row(
            t('compare.class'),
            all.map(({ coverage }) => classes(writer, coverage, per)),
          ),
          row(
            t('overview.policy'),
            all.map(({ coverage }): Cell => {
              const interval = sharesOf(incompleteOf(classCounts(coverage, per)));
              return { kind: 'interval', interval, text: shareRange(writer, interval) };
            }),
          ),
          ...measures.map((measure) =>
            row(
              measureName(writer, measure),
              all.map(({ coverage }): Cell => {
                const interval = intervalOf(coverage, measure);
                return { kind: 'interval', interval, text: shareRange(writer, interval) };
              }),
              all.map(({ coverage }) => intervalOf(coverage, measure)),
              nation && intervalOf(nation, measure).low,
            ),
          ),
          row(
            t('region.weakest'),
            all.map(({ weakestBlocks }) => text(weakestBlocks.map(({ block }) => block.title).join('; '))),
          ),
        ],
      },
    ],
  };
}
