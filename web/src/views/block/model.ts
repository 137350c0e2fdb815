import type { BlockDistributionsQuery, BlockVerdictsQuery, Verdict } from '../../lib/api/generated';
import type { Municipality } from '../../lib/atlas/model';
import type { Block, Reference } from '../../lib/atlas/reference';
import { verdictClasses } from '../../lib/shade/verdicts';

export type VerdictCounts = ReadonlyMap<Verdict, number>;

const order = verdictClasses.map(({ id }) => id);

/** The verdict on one building block by municipality code. */
export const verdictsByCode = (answer: BlockVerdictsQuery): ReadonlyMap<string, Verdict> =>
  new Map(order.flatMap((verdict) => answer[verdict].nodes.map(({ code }) => [code, verdict] as const)));

/** How many of these municipalities give each verdict; adds up to their number. */
export function countVerdicts(
  municipalities: readonly Municipality[],
  verdicts: ReadonlyMap<string, Verdict>,
): VerdictCounts {
  const counts = new Map(order.map((verdict) => [verdict, 0]));
  for (const { code } of municipalities) {
    const verdict = verdicts.get(code) ?? 'UNKNOWN';
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

/** Which share of so many has a building block, from certain to possible. */
export function presence(counts: VerdictCounts, total: number): { low: number; high: number } {
  const present = counts.get('PRESENT') ?? 0;
  return { low: present / total, high: (present + (counts.get('UNKNOWN') ?? 0)) / total };
}

export interface RegionVerdicts {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  readonly counts: VerdictCounts;
  /** The municipalities that have the building block, in the order given. */
  readonly having: readonly Municipality[];
}

/** The verdicts by region of a set, where most have it first; regions without any municipality are left out. */
export function byRegion(
  municipalities: readonly Municipality[],
  verdicts: ReadonlyMap<string, Verdict>,
  set: string,
  regionName: Reference['regionName'],
): RegionVerdicts[] {
  const codes = [...new Set(municipalities.flatMap(({ regions }) => regions.get(set) ?? []))];
  return codes
    .map((code) => {
      const members = municipalities.filter(({ regions }) => regions.get(set) === code);
      return {
        code,
        name: regionName(set, code),
        total: members.length,
        counts: countVerdicts(members, verdicts),
        having: members.filter((each) => verdicts.get(each.code) === 'PRESENT'),
      };
    })
    .sort((a, b) => b.having.length / b.total - a.having.length / a.total || a.name.localeCompare(b.name));
}

export interface ThemeBlocks {
  readonly theme: NonNullable<Reference['rubric']>['themes'][number];
  readonly blocks: readonly { readonly block: Block; readonly counts: VerdictCounts }[];
}

/** The building blocks under their themes, the basic level first, each with its verdicts. */
export function blocksByTheme(
  rubric: Reference['rubric'] | undefined,
  distributions: BlockDistributionsQuery | undefined,
): ThemeBlocks[] {
  const counts = new Map(
    distributions?.rubric?.blocks.map(({ id, distribution }) => [
      id,
      new Map(distribution.map(({ verdict, count }) => [verdict, count])),
    ]),
  );
  const level = (block: Block): number => (block.level === 'BASIC' ? 0 : 1);
  return (rubric?.themes ?? []).map((theme) => ({
    theme,
    blocks: (rubric?.blocks ?? [])
      .filter((block) => block.theme.id === theme.id)
      .sort((a, b) => level(a) - level(b))
      .map((block) => ({ block, counts: counts.get(block.id) ?? new Map() })),
  }));
}
