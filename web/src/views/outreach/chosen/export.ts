import { purposeOf } from '../../../lib/route/purpose';
import { lower } from '../../../lib/texts/model';
import type { Writer } from '../../../lib/texts/model';
import { placeText } from '../../shared/priority/place';
import type { ProvenanceLine } from '../../shared/page/provenance';
import { toCsvText } from '../../../lib/files/csv';
import type { Target } from '../model';

/** What is told of a chosen municipality outside this page. */
export interface Row {
  readonly name: string;
  readonly code: string;
  /** The list that it is on, in a word; empty when it is on neither. */
  readonly list: string;
  readonly rank: string;
  /** The same in words. */
  readonly place: string;
  readonly score: string;
  readonly reason: string;
  readonly missing: string;
  readonly unknown: string;
  /** How many building blocks these are. */
  readonly unknownCount: number;
}

export const toRows = (writer: Writer, targets: readonly Target[]): Row[] =>
  targets.map(({ municipality, purpose, rank, size, score, detail }) => {
    const list = purposeOf(municipality.policyClass);
    const listed = list !== undefined && rank !== undefined;
    return {
      name: municipality.name,
      code: municipality.code,
      list: list ? writer.t(`purpose.word.${list}`) : '',
      rank: listed ? String(rank) : '',
      place: listed ? lower(placeText(writer, { purpose, rank, size })) : writer.t('rank.neither'),
      score: listed ? writer.score(score) : '',
      reason: listed ? (detail?.explanation ?? '') : '',
      missing: detail?.missing.join('; ') ?? '',
      unknown: detail?.unknown.join('; ') ?? '',
      unknownCount: detail?.unknown.length ?? 0,
    };
  });

/** As CSV that a spreadsheet set to the language opens by itself; what it rests on stands below it. */
export function toCsv(
  writer: Writer,
  rows: readonly Row[],
  provenance: readonly ProvenanceLine[] = [],
): string {
  const { t } = writer;
  const head = [
    t('column.name'),
    t('column.code'),
    t('outreach.list'),
    t('outreach.rank'),
    t('outreach.score'),
    t('outreach.reason'),
    t('outreach.missing'),
    t('outreach.unknownBlocks'),
  ];
  const lines = rows.map(({ name, code, list, rank, score, reason, missing, unknown }) => [
    name,
    code,
    list,
    rank,
    score,
    reason,
    missing,
    unknown,
  ]);
  const below = provenance.map(({ label, text }) => [label, text]);
  return toCsvText(writer, [head, ...lines, ...(below.length > 0 ? [[], ...below] : [])]);
}

/** As lines to paste into a letter or a message; what they rest on stands below them. */
export function toText(
  { t }: Writer,
  rows: readonly Row[],
  provenance: readonly ProvenanceLine[] = [],
): string {
  const below = provenance.map(({ label, text }) => `${label}: ${text}`);
  const lines = rows.map((row, at) => {
    const { missing, unknownCount } = row;
    const more = [
      missing && `${t('outreach.missing')}: ${missing}`,
      unknownCount > 0 && t('outreach.unknownLine', { count: unknownCount }),
    ].filter(Boolean);
    return [`${at + 1}. ${t('outreach.line', { ...row })}`.trimEnd(), ...more].join('\n   ');
  });
  return [...lines, ...(below.length > 0 ? ['', ...below] : [])].join('\n');
}
