import { Failure } from '../../../lib/api/client';
import type { Dimension, Level, RubricInput } from '../../../lib/api/generated';
import type { TextKey } from '../../../lib/texts/model';
import { fromDay, toDay } from '../../../lib/dates/timeline';
import { type Piece, type Version, blocksByTheme } from './model';

export interface ThemeDraft {
  /** Tells themes apart while their ids are being written. */
  readonly key: number;
  id: string;
  dimension: Dimension;
  titleNl: string;
  titleEn: string;
  guidanceUrl: string;
}

export interface BlockDraft {
  readonly key: number;
  /** The key of its theme. */
  theme: number;
  id: string;
  level: Level;
  /** NaN when it is no number. */
  weight: number;
  titleNl: string;
  titleEn: string;
  sourceUrl: string;
  /** Ids of blocks of the version before. */
  from: string[];
}

/** A version as it stands in the form; the blocks of a theme stand in their order. */
export interface RubricDraft {
  id: string;
  titleNl: string;
  titleEn: string;
  provisional: boolean;
  /** ISO 8601, or empty. */
  validFrom: string;
  themes: ThemeDraft[];
  blocks: BlockDraft[];
}

const dayAfter = (day: string): string => fromDay(toDay(day) + 1);

/** An id that follows on another: `kader-1` is followed by `kader-2`, and `kader` by `kader-2`. */
export function nextId(id: string, used: readonly string[]): string {
  const [, stem = id, number = '1'] = /^(.*?)-?(\d+)$/.exec(id) ?? [];
  for (let next = Number(number) + 1; ; next++)
    if (!used.includes(`${stem}-${next}`)) return `${stem}-${next}`;
}

/** What a new version begins with: the last one, from the next first of January. */
export function draftOf(last: Version, today: string, used: readonly string[] = [last.id]): RubricDraft {
  const january = `${Number(today.slice(0, 4)) + 1}-01-01`;
  let key = 0;
  const themes = blocksByTheme(last).map(({ theme, blocks }) => ({ theme, key: key++, blocks }));
  return {
    id: nextId(last.id, used),
    titleNl: last.titleNl,
    titleEn: last.titleEn,
    provisional: last.provisional,
    validFrom: january > last.validFrom ? january : dayAfter(last.validFrom),
    themes: themes.map(({ theme, key: own }) => ({ ...theme, key: own })),
    blocks: themes.flatMap(({ key: theme, blocks }) =>
      blocks.map((block) => ({ ...block, key: key++, theme, from: [block.id] })),
    ),
  };
}

/** A key that no theme and no block has. */
export const freshKey = ({ themes, blocks }: RubricDraft): number =>
  Math.max(-1, ...[...themes, ...blocks].map(({ key }) => key)) + 1;

/** An id made from a title: small letters, digits and hyphens. */
export const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The blocks of a theme, in their order. */
export const blocksOf = ({ blocks }: RubricDraft, theme: number): BlockDraft[] =>
  blocks.filter((block) => block.theme === theme);

/** The blocks in the order in which they are sent: under their themes. */
export const inOrder = (draft: RubricDraft): BlockDraft[] =>
  draft.themes.flatMap(({ key }) => blocksOf(draft, key));

/** A list in which one item changed places with the one before or after it. */
export function moveItem<Item extends { readonly key: number }>(
  items: readonly Item[],
  key: number,
  by: 1 | -1,
): Item[] {
  const at = items.findIndex((each) => each.key === key);
  const [item, other] = [items[at], items[at + by]];
  if (!item || !other) return [...items];
  return items.map((each) => (each === item ? other : each === other ? item : each));
}

/** Moves a block over its neighbour in its theme; where there is none it stays. */
export function moved(draft: RubricDraft, key: number, by: 1 | -1): BlockDraft[] {
  const block = draft.blocks.find((each) => each.key === key);
  const peers = block ? blocksOf(draft, block.theme) : [];
  const other = peers[peers.findIndex((each) => each.key === key) + by];
  if (!block || !other) return draft.blocks;
  return draft.blocks.map((each) => (each === block ? other : each === other ? block : each));
}

/** What two versions are compared by, and the sources; in the order in which they are sent. */
export function piecesOf(draft: RubricDraft): (Piece & { readonly sourceUrl: string })[] {
  const ids = new Map(draft.themes.map(({ key, id }) => [key, id.trim()]));
  return inOrder(draft).map((block) => ({
    ...block,
    id: block.id.trim(),
    titleNl: block.titleNl.trim(),
    titleEn: block.titleEn.trim(),
    theme: ids.get(block.theme) ?? '',
    sourceUrl: block.sourceUrl.trim(),
  }));
}

export const toRubricInput = (draft: RubricDraft): RubricInput => ({
  id: draft.id.trim(),
  titleNl: draft.titleNl.trim(),
  titleEn: draft.titleEn.trim(),
  provisional: draft.provisional,
  validFrom: draft.validFrom,
  themes: draft.themes.map(({ id, dimension, titleNl, titleEn, guidanceUrl }) => ({
    id: id.trim(),
    dimension,
    titleNl: titleNl.trim(),
    titleEn: titleEn.trim(),
    guidanceUrl: guidanceUrl.trim(),
  })),
  blocks: piecesOf(draft).map(({ id, theme, level, weight, titleNl, titleEn, sourceUrl, from }) => ({
    id,
    theme,
    level,
    weight,
    titleNl,
    titleEn,
    sourceUrl,
    from: [...from],
  })),
});

/** What is wrong, by the field of the server's input with its place in the list: `blocks.weight.3`. */
export type Wrong = Readonly<Record<string, TextKey>>;

const itemFields = {
  themes: ['id', 'titleNl', 'titleEn', 'guidanceUrl'],
  blocks: ['id', 'titleNl', 'titleEn', 'weight', 'sourceUrl', 'from'],
} as const;

/** All fields that tell for themselves what is wrong with them. */
export const fieldsOf = ({ themes, blocks }: RubricDraft): string[] => [
  'id',
  'titleNl',
  'titleEn',
  'validFrom',
  ...themes.flatMap((_, at) => itemFields.themes.map((field) => `themes.${field}.${at}`)),
  ...blocks.flatMap((_, at) => itemFields.blocks.map((field) => `blocks.${field}.${at}`)),
];

/** What the server refused, each of an item at the field of that item. */
export const placed = (failure: Failure): Failure =>
  new Failure(failure.kind, failure.code, failure.message, {
    cause: failure,
    problems: failure.problems.map((problem) =>
      problem.item === null ? problem : { ...problem, field: `${problem.field}.${problem.item}` },
    ),
  });

const isId = (text: string): boolean => /^[a-z0-9-]{1,200}$/.test(text);
const isTitle = (text: string): boolean => text !== '' && text.length <= 200;
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** What the server would refuse, as far as that can be seen before. */
export function checkRubric(draft: RubricDraft, last: Version, used: readonly string[]): Wrong {
  const wrong: Record<string, TextKey> = {};
  const mark = (field: string, right: boolean, key: TextKey): void => {
    if (!right) wrong[field] ??= key;
  };
  const { id, titleNl, titleEn, validFrom, themes, blocks } = toRubricInput(draft);
  mark('id', isId(id), 'rubric.badId');
  mark('id', !used.includes(id), 'rubric.usedId');
  mark('titleNl', isTitle(titleNl), 'rubric.badTitle');
  mark('titleEn', isTitle(titleEn), 'rubric.badTitle');
  mark('validFrom', validFrom > last.validFrom && validFrom <= '2100-01-01', 'rubric.badDate');
  const twice = (items: readonly { id: string }[], at: number): boolean =>
    items.findIndex((each) => each.id === items[at]?.id) < at;
  const checkItems = (list: 'themes' | 'blocks', items: typeof themes | typeof blocks): void =>
    items.forEach((each, at) => {
      mark(`${list}.id.${at}`, isId(each.id), 'rubric.badId');
      mark(`${list}.id.${at}`, !twice(items, at), 'rubric.twice');
      mark(`${list}.titleNl.${at}`, isTitle(each.titleNl), 'rubric.badTitle');
      mark(`${list}.titleEn.${at}`, isTitle(each.titleEn), 'rubric.badTitle');
    });
  checkItems('themes', themes);
  checkItems('blocks', blocks);
  themes.forEach(({ guidanceUrl }, at) =>
    mark(`themes.guidanceUrl.${at}`, isAddress(guidanceUrl), 'refusal.address'),
  );
  blocks.forEach(({ sourceUrl, weight = NaN }, at) => {
    mark(`blocks.sourceUrl.${at}`, isAddress(sourceUrl), 'refusal.address');
    mark(`blocks.weight.${at}`, weight > 0 && weight <= 100, 'rubric.badWeight');
  });
  mark('themes', themes.length > 0, 'rubric.noThemes');
  mark('blocks', blocks.length > 0 && blocks.length <= 200, 'rubric.badCount');
  return wrong;
}
