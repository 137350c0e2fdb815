import type { ChangesQuery } from '../../../lib/api/generated';
import { type ShadeClass, unknownFill } from '../../../lib/shade/model';
import { palette } from '../../../lib/shade/palette';
import type { ChangeKind } from '../../../lib/route/changes';

export type Report = ChangesQuery['changes'];
export type Change = Report['municipalities'][number];

/** The kinds of change from what asks for action to what is in order, then what cannot be said. */
export const changeClasses: readonly (ShadeClass & { readonly id: ChangeKind })[] = [
  { id: 'WORSE', fill: { colour: palette.none } },
  { id: 'SAME', fill: { colour: palette.same } },
  { id: 'IMPROVED', fill: { colour: palette.advanced } },
  { id: 'NOT_COMPARABLE', fill: { colour: palette.yellow, pattern: 'dots', ink: palette.incomparable } },
  { id: 'NOT_REASSESSED', fill: unknownFill },
];

/** The `d` of a sign for each kind, on a square of 16: never by colour alone. */
export const signs: Readonly<Record<ChangeKind, string>> = {
  IMPROVED: 'M8 13V4M4 7.5 8 3.5 12 7.5',
  SAME: 'M3.5 6h9M3.5 10h9',
  WORSE: 'M8 3v9M4 8.5 8 12.5 12 8.5',
  NOT_REASSESSED: 'M5.5 6c0-3.5 5-3.5 5-.3 0 2-2.5 2-2.5 4M8 12.5v.3',
  NOT_COMPARABLE: 'M3 4h4v8h6M10 9.5 13 12l-3 2.5',
};

export const countsOf = ({ counts }: Report): ReadonlyMap<ChangeKind, number> =>
  new Map(counts.map(({ kind, count }) => [kind, count]));

/** The changes of the chosen kinds; all when none is chosen. */
export const ofKinds = ({ municipalities }: Report, kinds: readonly ChangeKind[]): Change[] =>
  municipalities.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));

/** Adds a kind to the chosen ones, or takes it away; all of them are no choice. */
export function toggleKind(kinds: readonly ChangeKind[], kind: string): readonly ChangeKind[] {
  const next = changeClasses.map(({ id }) => id).filter((id) => (id === kind) !== kinds.includes(id));
  return next.length < changeClasses.length ? next : [];
}

/** The kinds of which somebody wants to read why, the news first. */
const told: readonly ChangeKind[] = ['IMPROVED', 'WORSE', 'NOT_COMPARABLE', 'SAME', 'NOT_REASSESSED'];

export interface ChangeGroup {
  readonly kind: ChangeKind;
  readonly changes: readonly Change[];
}

/** The changes by kind, the news first; kinds without any are left out. */
export const grouped = (changes: readonly Change[]): ChangeGroup[] =>
  told
    .map((kind) => ({ kind, changes: changes.filter((each) => each.kind === kind) }))
    .filter((group) => group.changes.length > 0);

/** The earlier date: the one chosen, or the start of 2021, or of 2020 when that is not earlier. */
export const sinceOf = (chosen: string | undefined, asOf: string): string =>
  chosen ?? (asOf > '2021-01-01' ? '2021-01-01' : '2020-01-01');
