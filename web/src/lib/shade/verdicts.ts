import type { Verdict } from '../api/generated';
import { type ShadeClass, unknownFill } from './model';
import { palette } from './palette';

/** The four verdicts on a building block, from what asks for action to what is in order; unknown last. */
export const verdictClasses: readonly (ShadeClass & { readonly id: Verdict })[] = [
  { id: 'ABSENT', fill: { colour: palette.none } },
  { id: 'IN_PREPARATION', fill: { colour: palette.partial } },
  { id: 'PRESENT', fill: { colour: palette.advanced } },
  { id: 'UNKNOWN', fill: unknownFill },
];
