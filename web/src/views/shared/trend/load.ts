import { ask } from '../../../lib/api/client';
import { type MunicipalityFilter, TimelineDocument } from '../../../lib/api/generated';
import type { Points } from './model';

export interface TrendQuestion {
  readonly from: string;
  readonly to: string;
  readonly where?: MunicipalityFilter | undefined;
}

export async function loadTrend({ from, to, where }: TrendQuestion, signal: AbortSignal): Promise<Points> {
  return (await ask(TimelineDocument, { from, to, ...(where ? { where } : {}) }, signal)).timeline;
}
