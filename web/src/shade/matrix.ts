import type { CoordinationStatus, PolicyClass } from '../api/generated';

/** Care coordination in three steps. Remote is not none, so it stands with what is under way. */
export const coordinationSteps = {
  NONE: ['NONE'],
  UNDERWAY: ['REMOTE', 'IN_PREPARATION'],
  FILLED: ['TEMPORARY', 'STRUCTURAL'],
} as const satisfies Readonly<Record<string, readonly CoordinationStatus[]>>;
export type CoordinationStep = keyof typeof coordinationSteps;

/** Policy in three steps. */
export const policySteps = {
  NONE: ['NONE'],
  PARTIAL: ['PARTIAL'],
  BASIC: ['COMPLETE', 'ADVANCED'],
} as const satisfies Readonly<Record<string, readonly PolicyClass[]>>;
export type PolicyStep = keyof typeof policySteps;

/** One of nine combinations. */
export interface MatrixCell {
  readonly id: string;
  readonly coordination: CoordinationStep;
  readonly policy: PolicyStep;
  /** The hue says how far coordination is, the darkness how much policy is missing. */
  readonly colour: string;
}

const cell = (coordination: CoordinationStep, policy: PolicyStep, colour: string): MatrixCell => ({
  id: `${coordination}-${policy}`,
  coordination,
  policy,
  colour,
});

export const cells: readonly MatrixCell[] = [
  cell('NONE', 'NONE', '#8c2d04'),
  cell('NONE', 'PARTIAL', '#e67e32'),
  cell('NONE', 'BASIC', '#fdc98e'),
  cell('UNDERWAY', 'NONE', '#5b318e'),
  cell('UNDERWAY', 'PARTIAL', '#a884c3'),
  cell('UNDERWAY', 'BASIC', '#e2e3fb'),
  cell('FILLED', 'NONE', '#143958'),
  cell('FILLED', 'PARTIAL', '#2f6cc2'),
  cell('FILLED', 'BASIC', '#97c7e8'),
];

interface Both {
  readonly status: CoordinationStatus;
  readonly policyClass: PolicyClass;
}

/** The id of the cell of a municipality; UNKNOWN when either side is not known. */
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
