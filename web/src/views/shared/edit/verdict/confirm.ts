import type { CoordinationStatus, Verdict } from '../../../../lib/api/generated';
import type { Read } from './verdicts';

/** Something that was carried over and waits for confirmation: a verdict, or care coordination. */
export interface Inherited {
  /** Id of the building block; undefined for care coordination itself. */
  readonly block?: string;
  readonly title?: string;
  readonly verdict?: Verdict;
  readonly status?: CoordinationStatus;
  /** The names of those from whom it was carried over, their code where none is known. */
  readonly from: readonly string[];
}

/** One by one what a municipality has from its predecessors. */
export function toConfirm({ coordination, policy, predecessors }: Read): Inherited[] {
  const names = (codes: readonly string[]): string[] =>
    codes.map((code) => predecessors.find((each) => each.code === code)?.name ?? code);
  const verdicts = policy.verdicts
    .filter(({ inherited }) => inherited)
    .map(({ block, verdict, inheritedFrom }) => ({
      block: block.id,
      title: block.title,
      verdict,
      from: names(inheritedFrom),
    }));
  const care = coordination.inherited
    ? [{ status: coordination.status, from: names(coordination.inheritedFrom) }]
    : [];
  return [...care, ...verdicts];
}
