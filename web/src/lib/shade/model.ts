import type { ArrangementMode, Dimension } from '../api/generated';
import type { Interval, Municipality } from '../atlas/model';
import { cellOf, cells } from './matrix';
import { palette } from './palette';

/** How an area is filled: a flat colour, or a pattern of `ink` on `colour`. Colours are `#rrggbb`. */
export interface Fill {
  readonly colour: string;
  readonly pattern?: 'hatch' | 'grain' | 'dots';
  readonly ink?: string;
}

export interface ShadeClass {
  readonly id: string;
  readonly fill: Fill;
}

export const shadeIds = [
  'class',
  'completeness',
  'awareness',
  'policy',
  'approach',
  'status',
  'mode',
  'assessed',
  'matrix',
  'briefed',
  'stage',
] as const;
export type ShadeId = (typeof shadeIds)[number];

/** Shades by outreach, which is not for the public. */
export const internalShades: readonly ShadeId[] = ['briefed', 'stage'];
export const isInternal = (shade: string): boolean => (internalShades as readonly string[]).includes(shade);

/** One way to colour the map: fixed named classes, so that two maps can be compared. */
export interface Shade {
  readonly id: ShadeId;
  /** From what asks for action to what is in order; what is unknown comes last. */
  readonly classes: readonly ShadeClass[];
  /** The id of the class of a municipality, as seen on a date. */
  readonly classOf: (municipality: Municipality, asOf: string) => string;
}

/** Unknown is not no: always a pattern, never only a grey. */
export const unknownFill: Fill = {
  colour: palette.unknown.ground,
  pattern: 'hatch',
  ink: palette.unknown.ink,
};

/** Something is known, and not enough to tell. */
export const uncertainFill: Fill = {
  colour: palette.uncertain.ground,
  pattern: 'grain',
  ink: palette.uncertain.ink,
};

const flat = (id: string, colour: string): ShadeClass => ({ id, fill: { colour } });

/** The upper ends of the five fixed classes of completeness; the last takes 1 in. */
export const steps = [0.2, 0.4, 0.6, 0.8, 1] as const;
const stepIds = ['0-20', '20-40', '40-60', '60-80', '80-100'] as const;
const stepColours = [palette.none, palette.low, palette.partial, palette.complete, palette.advanced];

const stepClasses: readonly ShadeClass[] = [
  ...stepIds.map((id, at) => flat(id, stepColours[at] ?? palette.none)),
  { id: 'UNCERTAIN', fill: uncertainFill },
  { id: 'UNKNOWN', fill: unknownFill },
];

/** A completeness below the one and at or above the other can be anything. */
export const anything = { low: 0.4, high: 0.8 } as const;

/** The class of the lower end of a completeness; UNKNOWN when no block at all is known, UNCERTAIN when too few are. */
export function stepOf({ low, high }: Interval): string {
  if (low <= 0 && high >= 1) return 'UNKNOWN';
  if (low < anything.low && high >= anything.high) return 'UNCERTAIN';
  const at = steps.findIndex((end) => low < end);
  return stepIds[at] ?? '80-100';
}

const stepped = (id: ShadeId, interval: (municipality: Municipality) => Interval): Shade => ({
  id,
  classes: stepClasses,
  classOf: (municipality) => stepOf(interval(municipality)),
});

const dimension = (id: ShadeId, name: Dimension): Shade => stepped(id, ({ dimensions }) => dimensions[name]);

/** Which modes the map shows as one: nine colours nobody can tell apart. */
export const modeGroups: Readonly<Record<string, readonly ArrangementMode[]>> = {
  OWN_STAFF: ['OWN_STAFF'],
  CENTRE_MUNICIPALITY: ['CENTRE_MUNICIPALITY', 'CENTRE_MUNICIPALITY_OUTSOURCED'],
  WELFARE_OR_SHELTER_ORGANISATION: ['WELFARE_OR_SHELTER_ORGANISATION'],
  PUBLIC_HEALTH_SERVICE: ['PUBLIC_HEALTH_SERVICE'],
  CARE_AND_SAFETY: ['CARE_AND_SAFETY_HOUSE', 'SAFETY_REGION'],
  COMENSHA_EMPLOYER: ['COMENSHA_EMPLOYER'],
  COMENSHA_REMOTE: ['COMENSHA_REMOTE'],
};

/** The group of the known modes, SEVERAL when they differ, UNKNOWN when none is known. */
export function modeOf(modes: readonly ArrangementMode[]): string {
  const known = modes.filter((mode) => mode !== 'UNKNOWN');
  const groups = Object.keys(modeGroups).filter((group) =>
    known.some((mode) => modeGroups[group]?.includes(mode)),
  );
  return groups.length > 1 ? 'SEVERAL' : (groups[0] ?? 'UNKNOWN');
}

/** Whole years that a date lies before another. Dates are ISO 8601. */
export function yearsBetween(earlier: string, later: string): number {
  const years = Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
  return later.slice(5) < earlier.slice(5) ? years - 1 : years;
}

function assessedOf({ lastAssessed }: Municipality, asOf: string): string {
  if (lastAssessed === null) return 'UNKNOWN';
  const years = yearsBetween(lastAssessed, asOf);
  if (years < 1) return 'WITHIN_1';
  if (years < 2) return 'WITHIN_2';
  return years < 3 ? 'WITHIN_3' : 'OLDER';
}

function briefedOf({ lastBriefed }: Municipality, asOf: string): string {
  if (lastBriefed === undefined) return 'UNKNOWN';
  if (lastBriefed === null) return 'NEVER';
  const years = yearsBetween(lastBriefed, asOf);
  if (years < 1) return 'WITHIN_1';
  return years < 3 ? 'WITHIN_3' : 'OLDER';
}

export const shades: Readonly<Record<ShadeId, Shade>> = {
  class: {
    id: 'class',
    classes: [
      flat('NONE', palette.none),
      flat('PARTIAL', palette.partial),
      flat('COMPLETE', palette.complete),
      flat('ADVANCED', palette.advanced),
      { id: 'UNCERTAIN', fill: uncertainFill },
      { id: 'NOT_ASSESSED', fill: unknownFill },
    ],
    classOf: ({ policyClass }) => policyClass,
  },
  completeness: stepped('completeness', ({ completeness }) => completeness),
  awareness: dimension('awareness', 'AWARENESS'),
  policy: dimension('policy', 'POLICY'),
  approach: dimension('approach', 'APPROACH'),
  status: {
    id: 'status',
    classes: [
      flat('NONE', palette.none),
      flat('REMOTE', palette.remote),
      flat('IN_PREPARATION', palette.partial),
      flat('TEMPORARY', palette.complete),
      flat('STRUCTURAL', palette.advanced),
      { id: 'UNKNOWN', fill: unknownFill },
    ],
    classOf: ({ status }) => status,
  },
  mode: {
    id: 'mode',
    classes: [
      flat('OWN_STAFF', palette.advanced),
      flat('CENTRE_MUNICIPALITY', palette.pale),
      flat('WELFARE_OR_SHELTER_ORGANISATION', palette.yellow),
      flat('PUBLIC_HEALTH_SERVICE', palette.olive),
      flat('CARE_AND_SAFETY', palette.rust),
      flat('COMENSHA_EMPLOYER', palette.lilac),
      flat('COMENSHA_REMOTE', palette.remote),
      { id: 'SEVERAL', fill: { colour: palette.yellow, pattern: 'dots', ink: palette.advanced } },
      { id: 'UNKNOWN', fill: unknownFill },
    ],
    classOf: ({ modes }) => modeOf(modes),
  },
  assessed: {
    id: 'assessed',
    classes: [
      flat('OLDER', palette.none),
      flat('WITHIN_3', palette.partial),
      flat('WITHIN_2', palette.complete),
      flat('WITHIN_1', palette.advanced),
      { id: 'UNKNOWN', fill: unknownFill },
    ],
    classOf: assessedOf,
  },
  matrix: {
    id: 'matrix',
    classes: [...cells.map(({ id, fill }) => ({ id, fill })), { id: 'UNKNOWN', fill: unknownFill }],
    classOf: cellOf,
  },
  briefed: {
    id: 'briefed',
    classes: [
      flat('NEVER', palette.none),
      flat('OLDER', palette.partial),
      flat('WITHIN_3', palette.complete),
      flat('WITHIN_1', palette.advanced),
      { id: 'UNKNOWN', fill: unknownFill },
    ],
    classOf: briefedOf,
  },
  stage: {
    id: 'stage',
    classes: [
      flat('SELECTED', palette.yellow),
      flat('INVITED', palette.rust),
      flat('PLANNED', palette.pale),
      flat('HELD', palette.advanced),
      flat('FOLLOW_UP', palette.olive),
      flat('DECLINED', palette.lilac),
      flat('OUTSIDE', palette.outside),
      { id: 'UNKNOWN', fill: unknownFill },
    ],
    classOf: ({ stage }) => (stage === undefined ? 'UNKNOWN' : (stage ?? 'OUTSIDE')),
  },
};

/** The ids of all classes of a shade. */
export const classIds = (shade: ShadeId): readonly string[] => shades[shade].classes.map(({ id }) => id);
