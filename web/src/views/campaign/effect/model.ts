import type { Verdict } from '../../../lib/api/generated';

/** What became of a building block between two assessments, in the order in which it is told. */
export const changeIds = ['gained', 'begun', 'lost', 'learned', 'forgotten'] as const;
export type ChangeId = (typeof changeIds)[number];

/** A building block with its verdict on a date. */
export interface Judged {
  readonly verdict: Verdict;
  readonly block: { readonly id: string; readonly title: string };
}

/** A building block of which the verdict changed. */
export interface BlockChange {
  readonly id: string;
  readonly title: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** From worst to best, of what is known. */
const order: readonly Verdict[] = ['ABSENT', 'IN_PREPARATION', 'PRESENT'];

/**
 * What a change from one verdict to another is; undefined when there is none. Where either was
 * unknown, the municipality may not have changed at all: only what is known did.
 */
function kindOf(before: Verdict, after: Verdict): ChangeId | undefined {
  if (before === after) return undefined;
  if (before === 'UNKNOWN') return 'learned';
  if (after === 'UNKNOWN') return 'forgotten';
  if (order.indexOf(after) < order.indexOf(before)) return 'lost';
  return after === 'PRESENT' ? 'gained' : 'begun';
}

/** The building blocks that changed, each kind apart; those that stand in one rubric only are not compared. */
export function blockChanges(
  before: readonly Judged[],
  after: readonly Judged[],
): Readonly<Record<ChangeId, readonly BlockChange[]>> {
  const was = new Map(before.map(({ block, verdict }) => [block.id, verdict]));
  const changes = after.flatMap(({ block: { id, title }, verdict }) => {
    const earlier = was.get(id);
    const kind = earlier && kindOf(earlier, verdict);
    return kind ? [{ kind, id, title, before: earlier, after: verdict }] : [];
  });
  const of = (kind: ChangeId): BlockChange[] => changes.filter((each) => each.kind === kind);
  return {
    gained: of('gained'),
    begun: of('begun'),
    lost: of('lost'),
    learned: of('learned'),
    forgotten: of('forgotten'),
  };
}

/** How many building blocks changed in each way, over all municipalities that were assessed again. */
export function countChanges(
  effects: readonly { readonly before: Policy; readonly after: Policy | null }[],
): Readonly<Record<ChangeId, number>> {
  const counts = { gained: 0, begun: 0, lost: 0, learned: 0, forgotten: 0 };
  for (const { before, after } of effects) {
    const changes = blockChanges(before.verdicts, after?.verdicts ?? []);
    for (const id of changeIds) counts[id] += changes[id].length;
  }
  return counts;
}

interface Policy {
  readonly verdicts: readonly Judged[];
}
