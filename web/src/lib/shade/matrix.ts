import type { CoordinationStatus, PolicyClass } from '../api/generated';
import type { Fill } from './model';
import { palette } from './palette';

/** Care coordination in three steps. Remote is not none, so it stands with what is under way. */
export const coordinationSteps = {
  NONE: ['NONE'],
  UNDERWAY: ['REMOTE', 'IN_PREPARATION'],
  FILLED: ['TEMPORARY', 'STRUCTURAL'],
} as const satisfies Readonly<Record<string, readonly CoordinationStatus[]>>;
export type CoordinationStep = keyof typeof coordinationSteps;

/** Policy in three steps: certainly not complete, not known, complete. */
export const policySteps = {
  INCOMPLETE: ['NONE', 'PARTIAL'],
  UNCLEAR: ['UNCERTAIN', 'NOT_ASSESSED'],
  COMPLETE: ['COMPLETE', 'ADVANCED'],
} as const satisfies Readonly<Record<string, readonly PolicyClass[]>>;
export type PolicyStep = keyof typeof policySteps;

/** One of nine combinations. */
export interface MatrixCell {
  readonly id: string;
  readonly coordination: CoordinationStep;
  readonly policy: PolicyStep;
  /** The hue says how far coordination is; dark is not complete, light complete, hatched not known. */
  readonly fill: Fill;
}

/** The colours of one step of coordination: where policy is not complete, not known, and complete. */
const row = (coordination: CoordinationStep): MatrixCell[] => {
  const { incomplete, unclear, complete } = palette.matrix[coordination];
  const cell = (policy: PolicyStep, fill: Fill): MatrixCell => ({
    id: `${coordination}-${policy}`,
    coordination,
    policy,
    fill,
  });
  return [
    cell('INCOMPLETE', { colour: incomplete }),
    cell('UNCLEAR', { colour: unclear.ground, pattern: 'grain', ink: unclear.ink }),
    cell('COMPLETE', { colour: complete }),
  ];
};

export const cells: readonly MatrixCell[] = [...row('NONE'), ...row('UNDERWAY'), ...row('FILLED')];

interface Both {
  readonly status: CoordinationStatus;
  readonly policyClass: PolicyClass;
}

/** The id of the cell of a municipality; UNKNOWN when nothing is known of its care coordination. */
export function cellOf({ status, policyClass }: Both): string {
  const found = cells.find(
    ({ coordination, policy }) =>
      (coordinationSteps[coordination] as readonly string[]).includes(status) &&
      (policySteps[policy] as readonly string[]).includes(policyClass),
  );
  return found?.id ?? 'UNKNOWN';
}

/** What the server calls a cell; undefined for what is not known. */
export function cellParts(
  id: string,
): { statuses: CoordinationStatus[]; classes: PolicyClass[] } | undefined {
  const found = cells.find((each) => each.id === id);
  return (
    found && {
      statuses: [...coordinationSteps[found.coordination]],
      classes: [...policySteps[found.policy]],
    }
  );
}
