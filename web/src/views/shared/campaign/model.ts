import type {
  BriefingPartsFragment,
  CampaignQuery,
  CampaignsQuery,
  OutreachStage,
} from '../../../lib/api/generated';
import { type ListPlaces, listPlaceOf } from '../priority/place';
import { type TargetColumn, type TargetOrder, stageIds } from '../../../lib/route/campaign';

export type Campaign = NonNullable<CampaignQuery['campaign']>;
/** A campaign in a list. */
export type CampaignLine = CampaignsQuery['campaigns'][number];
export type Target = Campaign['targets'][number];
export type Briefing = BriefingPartsFragment;
/** A municipality by name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Whether a briefing of this stage was given. */
export const isGiven = (stage: OutreachStage): boolean => stage === 'HELD' || stage === 'FOLLOW_UP';

/** Targets at a stage. */
export interface Column {
  readonly stage: OutreachStage;
  readonly targets: readonly Target[];
}

/** The targets by stage, the first to approach first. */
export const toColumns = (targets: readonly Target[]): Column[] =>
  stageIds.map((stage) => ({
    stage,
    targets: sortTargets(
      targets.filter((target) => target.stage === stage),
      { column: 'rank', descending: false },
    ),
  }));

const collator = new Intl.Collator('nl', { numeric: true, ignorePunctuation: true });

/** Those to brief before those to ask, each by its own list; undefined on neither. */
function rankKey(municipality: ListPlaces): number | undefined {
  const place = listPlaceOf(municipality);
  return place && place.rank + (place.purpose === 'ASK' ? 1e6 : 0);
}

/** What a column orders by; undefined comes last in either direction. */
function keyOf(
  { municipality, stage, owner, briefing }: Target,
  column: TargetColumn,
): string | number | undefined {
  switch (column) {
    case 'name':
      return municipality.name;
    case 'rank':
      return rankKey(municipality);
    case 'stage':
      return stageIds.indexOf(stage);
    case 'owner':
      return owner || undefined;
    case 'date':
      return briefing?.date;
    case 'followUp':
      return briefing?.followUp ?? undefined;
  }
}

/** The targets in the order of a column, ties by name. */
export function sortTargets(targets: readonly Target[], { column, descending }: TargetOrder): Target[] {
  return [...targets].sort((a, b) => {
    const [one, other] = [keyOf(a, column), keyOf(b, column)];
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
    } else {
      const order = typeof one === 'number' ? one - Number(other) : collator.compare(one, String(other));
      if (order !== 0) return descending ? -order : order;
    }
    return collator.compare(a.municipality.name, b.municipality.name);
  });
}

/** How many targets stand at a stage, and their share of the bar. */
export interface StageShare {
  readonly stage: OutreachStage;
  readonly count: number;
  /** In 0..1 of the goal, or of all targets where these are more. */
  readonly share: number;
}

export interface Progress {
  readonly rows: readonly StageShare[];
  /** The number of targets: the sum of the rows. */
  readonly total: number;
  readonly reached: number;
  /** Where on the bar the goal lies, in 0..1. */
  readonly goalAt: number;
}

/** The stages from what is nearest the goal to what is far from it. */
const nearest: readonly OutreachStage[] = ['HELD', 'FOLLOW_UP', 'PLANNED', 'INVITED', 'SELECTED', 'DECLINED'];

export function toProgress({ goal, progress }: Pick<CampaignLine, 'goal' | 'progress'>): Progress {
  const total = progress.byStage.reduce((sum, { count }) => sum + count, 0);
  const whole = Math.max(goal, total, 1);
  const counts = new Map(progress.byStage.map(({ stage, count }) => [stage, count]));
  const rows = nearest.map((stage) => {
    const count = counts.get(stage) ?? 0;
    return { stage, count, share: count / whole };
  });
  return { rows, total, reached: progress.reached, goalAt: goal / whole };
}

/**
 * Whether a target can come to a stage only with a briefing that has a date:
 * there is none yet, or it lies in the future or is for others too.
 */
export function needsBriefing({ briefing }: Target, stage: OutreachStage, today: string): boolean {
  if (stage === 'PLANNED') return !briefing;
  if (!isGiven(stage)) return false;
  if (!briefing) return true;
  if (isGiven(briefing.stage)) return false;
  return briefing.date > today || briefing.municipalities.length > 1;
}

/** The codes that are not yet targets, and those that are: by their own code or as who took their place. */
export function toPlace(
  chosen: readonly string[],
  targets: readonly { municipality: { code: string }; replaces: readonly { code: string }[] }[],
): { fresh: string[]; already: string[] } {
  const standing = new Set(
    targets.flatMap(({ municipality, replaces }) => [municipality.code, ...replaces.map(({ code }) => code)]),
  );
  return {
    fresh: chosen.filter((code) => !standing.has(code)),
    already: chosen.filter((code) => standing.has(code)),
  };
}

/** Whether a day has come. Dates are ISO 8601. */
export const isDue = (day: string | null | undefined, today: string): boolean => !!day && day <= today;
