import type { Level, PreviewRubricQuery, RubricsQuery } from '../../../lib/api/generated';
import type { ShadeClass } from '../../../lib/shade/model';
import { unknownFill } from '../../../lib/shade/model';
import { palette } from '../../../lib/shade/palette';
import type { Language } from '../../../lib/texts/language';
import type { Writer } from '../../../lib/texts/model';
import { fromDay, toDay } from '../../../lib/dates/timeline';

export type Version = RubricsQuery['rubrics'][number];
export type Block = Version['blocks'][number];
export type Theme = Version['themes'][number];

interface Titled {
  readonly titleNl: string;
  readonly titleEn: string;
}
export const titleIn = (language: Language, { titleNl, titleEn }: Titled): string =>
  language === 'en' ? titleEn : titleNl;

/** Versions by date, the last one first, each with the one before it and the day on which it gives way. */
export interface Edition {
  readonly version: Version;
  readonly before: Version | undefined;
  /** The last day on which it holds (ISO 8601); undefined when nothing comes after it. */
  readonly until: string | undefined;
  readonly when: 'past' | 'now' | 'later';
}

export function editionsOf(versions: readonly Version[], today: string): Edition[] {
  const sorted = versions.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  return sorted
    .map((version, at): Edition => {
      const next = sorted[at + 1];
      const later = version.validFrom > today;
      return {
        version,
        before: sorted[at - 1],
        until: next && fromDay(toDay(next.validFrom) - 1),
        when: later ? 'later' : next && next.validFrom <= today ? 'past' : 'now',
      };
    })
    .toReversed();
}

/** The blocks of a version under their themes, in its order. */
export const blocksByTheme = ({ themes, blocks }: Version): { theme: Theme; blocks: Block[] }[] =>
  themes.map((theme) => ({ theme, blocks: blocks.filter((block) => block.theme.id === theme.id) }));

/** A block as far as two versions are compared by it. */
export interface Piece extends Titled {
  readonly id: string;
  /** Id of its theme. */
  readonly theme: string;
  readonly level: Level;
  readonly weight: number;
  /** Ids of the blocks of the version before by which it goes. */
  readonly from: readonly string[];
}

export const pieceOf = (block: Block): Piece => ({ ...block, theme: block.theme.id });

/** What a version changes about the one before it. */
export interface Changes {
  readonly gone: readonly Piece[];
  readonly fresh: readonly Piece[];
  readonly renamed: readonly { readonly before: Piece; readonly after: Piece }[];
  readonly joined: readonly { readonly before: readonly Piece[]; readonly after: Piece }[];
  readonly split: readonly { readonly before: Piece; readonly after: readonly Piece[] }[];
  /** The same block with another theme, level or weight. */
  readonly weighed: readonly { readonly before: Piece; readonly after: Piece }[];
}

const isNamedAs = (a: Piece, b: Piece): boolean =>
  a.id === b.id && a.titleNl === b.titleNl && a.titleEn === b.titleEn;
const isWeighedAs = (a: Piece, b: Piece): boolean =>
  a.theme === b.theme && a.level === b.level && a.weight === b.weight;

export function changesOf(before: readonly Piece[], after: readonly Piece[]): Changes {
  const byId = new Map(before.map((each) => [each.id, each]));
  const origins = (piece: Piece): Piece[] => piece.from.flatMap((id) => byId.get(id) ?? []);
  const single = after.flatMap((piece) => {
    const [only, ...others] = origins(piece);
    return only && others.length === 0 ? [{ before: only, after: piece }] : [];
  });
  const heirs = (of: Piece): Piece[] => single.filter((each) => each.before === of).map((each) => each.after);
  const alone = single.filter((each) => heirs(each.before).length === 1);
  return {
    gone: before.filter(({ id }) => !after.some(({ from }) => from.includes(id))),
    fresh: after.filter((piece) => origins(piece).length === 0),
    renamed: alone.filter((each) => !isNamedAs(each.before, each.after)),
    joined: after
      .map((piece) => ({ before: origins(piece), after: piece }))
      .filter((each) => each.before.length > 1),
    split: before
      .map((piece) => ({ before: piece, after: heirs(piece) }))
      .filter((each) => each.after.length > 1),
    weighed: alone.filter((each) => !isWeighedAs(each.before, each.after)),
  };
}

/** A kind of change with each change of it in words. */
export interface Told {
  readonly kind: keyof Changes;
  readonly items: readonly string[];
}

/** What changes in words; kinds without a change are left out. */
export function tellChanges({ t, language, number, named }: Writer, changes: Changes): Told[] {
  const title = (piece: Piece): string => titleIn(language, piece) || piece.id || t('rubric.untitled');
  const titles = (pieces: readonly Piece[]): string => pieces.map(title).join(' + ');
  const weight = ({ level, weight: counts }: Piece): string =>
    `${named(`level.${level}`)}, ${t('rubric.weighs', { weight: number(counts, 2) })}`;
  const weighed = (before: Piece, after: Piece): string => {
    const [was, is] = [weight(before), weight(after)];
    return `${title(after)}: ${was === is ? t('rubric.otherTheme') : `${was} → ${is}`}`;
  };
  const told: Told[] = [
    { kind: 'gone', items: changes.gone.map(title) },
    { kind: 'fresh', items: changes.fresh.map(title) },
    {
      kind: 'renamed',
      items: changes.renamed.map(({ before, after }) =>
        title(before) === title(after)
          ? `${title(after)}: ${before.id} → ${after.id}`
          : `${title(before)} → ${title(after)}`,
      ),
    },
    {
      kind: 'joined',
      items: changes.joined.map(({ before, after }) => `${titles(before)} → ${title(after)}`),
    },
    {
      kind: 'split',
      items: changes.split.map(({ before, after }) => `${title(before)} → ${titles(after)}`),
    },
    { kind: 'weighed', items: changes.weighed.map(({ before, after }) => weighed(before, after)) },
  ];
  return told.filter(({ items }) => items.length > 0);
}

export type Previewed = PreviewRubricQuery['preview']['municipalities'][number];

/** What a version does to a municipality on the map. */
export type Effect = 'UP' | 'DOWN' | 'OTHER' | 'SHARE';

export const effectClasses: readonly (ShadeClass & { readonly id: Effect | 'SAME' })[] = [
  { id: 'DOWN', fill: { colour: palette.none } },
  { id: 'UP', fill: { colour: palette.advanced } },
  { id: 'OTHER', fill: { ...unknownFill, pattern: 'dots' } },
  { id: 'SHARE', fill: { colour: palette.complete } },
  { id: 'SAME', fill: { colour: palette.untouched } },
];

const ranks = ['NONE', 'PARTIAL', 'COMPLETE', 'ADVANCED'];

/** A better or worse class of policy, one that cannot be compared, or only another completeness. */
export function effectOn({ before, after }: Previewed): Effect {
  const [was, is] = [before?.class, after?.class];
  if (was === is) return 'SHARE';
  const [low, high] = [ranks.indexOf(was ?? ''), ranks.indexOf(is ?? '')];
  if (low < 0 || high < 0) return 'OTHER';
  return high > low ? 'UP' : 'DOWN';
}

/** How many areas each effect is on. */
export function countEffects(effects: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const effect of effects.values()) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  return counts;
}

/** Municipalities that go from one class of policy to another, the largest number first. */
export interface Move {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly count: number;
}

export function movesOf(municipalities: readonly Previewed[]): Move[] {
  const moves = new Map<string, Move>();
  for (const { before, after } of municipalities) {
    const [from, to] = [before?.class, after?.class];
    if (from === to) continue;
    const key = `${from} ${to}`;
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return [...moves.values()].toSorted((a, b) => b.count - a.count);
}
