import type { Verdict } from '../api/generated';
import { type ShadeClass, colours, unknownFill } from './model';

/** The four verdicts on a building block, from what asks for action to what is in order; unknown last. */
export const verdictClasses: readonly (ShadeClass & { readonly id: Verdict })[] = [
  { id: 'ABSENT', fill: { colour: colours.none } },
  { id: 'IN_PREPARATION', fill: { colour: colours.partial } },
  { id: 'PRESENT', fill: { colour: colours.advanced } },
  { id: 'UNKNOWN', fill: unknownFill },
];
