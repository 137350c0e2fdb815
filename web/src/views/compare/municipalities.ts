import type { CompareMunicipalitiesQuery } from '../../lib/api/generated';
import { className } from '../../lib/shade/labels';
import { assessedCell } from '../shared/record/assessed';
import { shareRange } from '../shared/region/words';
import type { Writer } from '../../lib/texts/model';
import { type Comparison, type Group, type Row, row, text } from './table';

type Node = CompareMunicipalitiesQuery['municipalities']['nodes'][number];
type Completeness = Node['policy']['completeness'];

const dimensions = ['AWARENESS', 'POLICY', 'APPROACH'] as const;
const regionName = (node: Node, set: string): string =>
  node.regions.find((each) => each.set === set)?.name ?? '–';
const organisations = (node: Node): string =>
  [...new Set(node.coordination.arrangements.flatMap(({ organisation }) => organisation ?? []))].join(', ') ||
  '–';

function intervals(writer: Writer, label: string, all: readonly (Completeness | undefined)[]): Row {
  const cells = all.map((interval) =>
    interval
      ? { kind: 'interval' as const, interval, text: shareRange(writer, interval) }
      : text(writer.t('app.unknown')),
  );
  return row(label, cells, all);
}

/** The verdicts on the building blocks of each theme. */
function themes(
  { t }: Writer,
  nodes: readonly Node[],
  rubric: CompareMunicipalitiesQuery['rubric'],
): Group[] {
  const blocks = rubric?.blocks ?? [];
  const titles = new Map(blocks.map(({ theme }) => [theme.id, theme.title]));
  return [...titles].map(([id, title]) => ({
    title,
    rows: blocks
      .filter(({ theme }) => theme.id === id)
      .map((block) =>
        row(
          block.title,
          nodes.map(({ policy }) => {
            const verdict = policy.verdicts.find((each) => each.block.id === block.id)?.verdict ?? 'UNKNOWN';
            return { kind: 'verdict' as const, verdict, text: t(`verdict.${verdict}`) };
          }),
        ),
      ),
  }));
}

/** Municipalities side by side, in the order of their codes in the address. */
export function compareMunicipalities(
  writer: Writer,
  answer: CompareMunicipalitiesQuery,
  codes: readonly string[],
): Comparison {
  const { t, number } = writer;
  const nodes = codes.flatMap((code) => answer.municipalities.nodes.find((node) => node.code === code) ?? []);
  const inhabitants = nodes.map(({ population }) => population?.inhabitants);
  const each = (label: string, of: (node: Node) => string): Row =>
    row(
      label,
      nodes.map((node) => text(of(node))),
    );
  const badges = (label: string, shade: 'class' | 'status', of: (node: Node) => string): Row =>
    row(
      label,
      nodes.map((node) => ({ kind: 'class', shade, id: of(node), text: className(writer, shade, of(node)) })),
    );
  return {
    subjects: nodes.map((node) => ({
      id: node.code,
      name: node.name,
      of: regionName(node, 'provincie'),
      page: { name: 'municipality', code: node.code },
    })),
    groups: [
      {
        title: t('compare.general'),
        rows: [
          row(
            t('column.population'),
            inhabitants.map((count) => text(count === undefined ? t('app.unknown') : number(count))),
            inhabitants,
          ),
          row(
            t('compare.area'),
            nodes.map(({ areaKm2 }) => text(t('page.area', { area: number(areaKm2, 1) }))),
            nodes.map(({ areaKm2 }) => areaKm2),
          ),
          each(t('column.platform'), (node) => regionName(node, 'vng-platform')),
        ],
      },
      {
        title: t('card.coordination'),
        rows: [
          badges(t('compare.status'), 'status', ({ coordination }) => coordination.status),
          each(t('column.organisation'), organisations),
        ],
      },
      {
        title: t('page.policy'),
        rows: [
          badges(t('compare.class'), 'class', ({ policy }) => policy.class),
          intervals(
            writer,
            t('card.completeness'),
            nodes.map(({ policy }) => policy.completeness),
          ),
          ...dimensions.map((dimension) =>
            intervals(
              writer,
              t(`dimension.${dimension}`),
              nodes.map(
                ({ policy }) =>
                  policy.dimensions.find((score) => score.dimension === dimension)?.completeness,
              ),
            ),
          ),
          each(t('column.assessed'), ({ policy }) => assessedCell(writer, policy)),
          row(
            t('page.documents'),
            nodes.map(({ documents }) => text(number(documents.length))),
            nodes.map(({ documents }) => documents.length),
          ),
        ],
      },
      ...themes(writer, nodes, answer.rubric),
    ],
  };
}
