import type { OutreachStage } from '../api/generated';
import { orderText, parseOrder } from './values';

/** How far outreach to a municipality has come, in its order. */
export const stageIds = [
  'SELECTED',
  'INVITED',
  'PLANNED',
  'HELD',
  'FOLLOW_UP',
  'DECLINED',
] as const satisfies readonly OutreachStage[];

/** What a campaign shows. */
export const tabIds = ['board', 'list', 'effect'] as const;
export type TabId = (typeof tabIds)[number];

/** The columns of the list of targets. */
export const targetColumns = ['name', 'rank', 'stage', 'owner', 'date', 'followUp'] as const;
export type TargetColumn = (typeof targetColumns)[number];

export interface TargetOrder {
  readonly column: TargetColumn;
  readonly descending: boolean;
}
export const defaultOrder: TargetOrder = { column: 'rank', descending: false };

/** Reads and writes `-followUp`. */
export const parseTargetOrder = parseOrder(targetColumns);
export const targetOrderText = orderText(defaultOrder);
