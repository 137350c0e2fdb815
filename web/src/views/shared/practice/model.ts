import type {
  BottleneckFilter,
  BottleneckOverviewQuery,
  BottleneckTextsQuery,
  GoodPracticesQuery,
} from '../../../lib/api/generated';
import type { RegionRef } from '../../../lib/filter/model';
import type { Viewer } from '../../../lib/viewer/model';
import { isStaff } from '../../../lib/viewer/permissions';
import type { BottleneckState, Category } from '../../../lib/route/categories';

export type CategoryCount = BottleneckOverviewQuery['bottleneckCounts'][number];
/** A bottleneck as the public reads it. */
export type Bottleneck = BottleneckOverviewQuery['bottlenecks'][number];
/** A bottleneck in full. */
export type BottleneckText = BottleneckTextsQuery['bottlenecks'][number];
export type Practice = GoodPracticesQuery['goodPractices'][number];

/** Which bottlenecks. */
export interface Choice {
  readonly categories: readonly Category[];
  readonly region?: RegionRef | undefined;
  readonly state?: BottleneckState | undefined;
}

/** The condition of the server; what is counted leaves the topics out, so that each keeps its count. */
export function whereOf({ categories, region, state }: Partial<Choice>): BottleneckFilter {
  return {
    ...(categories && categories.length > 0 ? { category: [...categories] } : {}),
    ...(region ? { region: { set: region.set, code: region.code } } : {}),
    ...(state ? { open: state === 'open' } : {}),
  };
}

const sameRegion = (a: RegionRef, b: RegionRef): boolean => a.set === b.set && a.code === b.code;

/**
 * The regions of which somebody reads the text; undefined stands for all of the
 * country. To ask for one more would spoil the whole answer.
 */
export function regionsToRead(viewer: Viewer, region?: RegionRef): readonly (RegionRef | undefined)[] {
  if (isStaff(viewer)) return [region];
  return viewer.regions.filter((own) => !region || sameRegion(own, region));
}

/** All of several lists, each once; what is open first, and of those the last raised. */
export function mergeBottlenecks(lists: readonly (readonly BottleneckText[])[]): BottleneckText[] {
  const all = [...new Map(lists.flat().map((each) => [each.id, each])).values()];
  const closed = ({ resolved }: BottleneckText): number => (resolved === null ? 0 : 1);
  return all.sort((a, b) => closed(a) - closed(b) || b.raised.localeCompare(a.raised));
}

export interface Tally {
  readonly open: number;
  /** How many of the open ones were escalated. */
  readonly escalated: number;
  readonly resolved: number;
}

/** One topic in the list of counts. */
export interface CategoryRow extends CategoryCount {
  /** Lengths of the three parts of its bar, as shares in 0..1 of the largest topic. */
  readonly shares: { readonly escalated: number; readonly waiting: number; readonly resolved: number };
  readonly chosen: boolean;
}

export function categoryRows(
  counts: readonly CategoryCount[],
  chosen: readonly Category[],
): readonly CategoryRow[] {
  const largest = Math.max(1, ...counts.map(({ open, resolved }) => open + resolved));
  return counts.map((count) => ({
    ...count,
    shares: {
      escalated: count.escalated / largest,
      waiting: (count.open - count.escalated) / largest,
      resolved: count.resolved / largest,
    },
    chosen: chosen.some((category) => category === count.category),
  }));
}

/** The sum over the chosen topics; over all when none is chosen. */
export function sumOf(rows: readonly CategoryRow[]): Tally {
  const some = rows.some(({ chosen }) => chosen);
  const counted = rows.filter(({ chosen }) => chosen || !some);
  const sum = (of: keyof Tally): number => counted.reduce((total, row) => total + row[of], 0);
  return { open: sum('open'), escalated: sum('escalated'), resolved: sum('resolved') };
}

/** The bottlenecks of one region. */
export interface RegionTally {
  readonly key: string;
  /** Null for those of municipalities, which the public is not told. */
  readonly region: Bottleneck['region'];
  readonly open: number;
  readonly resolved: number;
  /** How many there are of each topic, in the order of the first. */
  readonly topics: readonly { readonly title: string; readonly count: number }[];
}

/** Items by a key, in the order of the first of each. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The bottlenecks by region, where most are open first; those of municipalities last. */
export function byRegion(bottlenecks: readonly Bottleneck[]): RegionTally[] {
  const groups = groupBy(bottlenecks, ({ region }) => (region ? `${region.set}/${region.code}` : ''));
  const rows = [...groups].map(([key, all]): RegionTally => {
    const open = all.filter(({ resolved }) => resolved === null).length;
    const topics = [...groupBy(all, ({ categoryTitle }) => categoryTitle)];
    return {
      key,
      region: all[0]?.region ?? null,
      open,
      resolved: all.length - open,
      topics: topics.map(([title, of]) => ({ title, count: of.length })),
    };
  });
  const last = ({ region }: RegionTally): number => (region ? 0 : 1);
  const name = ({ region }: RegionTally): string => region?.name ?? '';
  return rows.sort((a, b) => last(a) - last(b) || b.open - a.open || name(a).localeCompare(name(b)));
}
