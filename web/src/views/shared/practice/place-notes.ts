import type { RegionNotesQuery } from '../../../lib/api/generated';
import type { RegionRef } from '../../../lib/filter/model';
import { type BottleneckText, type CategoryCount, type Practice, mergeBottlenecks } from './model';

export interface NamedRegion extends RegionRef {
  readonly name: string;
}

/** A region, or a municipality with the regions in which it lies. */
export interface Spot {
  /** The code of the municipality. */
  readonly code?: string | undefined;
  readonly regions: readonly NamedRegion[];
}

/** What the server tells of one region. */
export interface RegionAnswer {
  readonly region: NamedRegion;
  readonly notes: RegionNotesQuery;
  /** Absent for who may not read the text of bottlenecks there. */
  readonly texts?: readonly BottleneckText[] | undefined;
}

/** What is known of a spot. */
export interface Notes {
  /** The region that the counts and the link to more are about. */
  readonly home: NamedRegion;
  readonly practices: readonly Practice[];
  /** Topics of which there is something. */
  readonly counts: readonly CategoryCount[];
  /** The open bottlenecks in full; absent for who may not read them. */
  readonly bottlenecks?: readonly BottleneckText[] | undefined;
}

/** The region by which a municipality works with others: its platform where it has one. */
export const homeOf = ({ regions }: Spot): NamedRegion | undefined =>
  regions.find(({ set }) => set === 'vng-platform') ?? regions[0];

type Placed = Pick<Practice, 'region' | 'municipality'>;

/** How near something is: 0 in the municipality itself, 1 in one of its regions, 2 at another place. */
function distance({ code, regions }: Spot, { region, municipality }: Placed): 0 | 1 | 2 {
  if (code !== undefined && municipality?.code === code) return 0;
  const within = regions.some((each) => each.set === region?.set && each.code === region.code);
  return within ? 1 : 2;
}

/**
 * The practices and bottlenecks of a spot, the nearest first. Of its own region
 * a municipality sees the practices of the other members too; of a wider one,
 * such as a police unit, only what is recorded for all of it.
 */
export function notesOf(spot: Spot, answers: readonly RegionAnswer[]): Notes | undefined {
  const home = homeOf(spot);
  if (!home) return undefined;
  const isHome = ({ region }: RegionAnswer): boolean => region.set === home.set && region.code === home.code;
  const practices = answers.flatMap((answer) =>
    answer.notes.goodPractices.filter((each) => isHome(answer) || distance(spot, each) < 2),
  );
  const unique = [...new Map(practices.map((each) => [each.id, each])).values()];
  const texts = answers.flatMap((answer) => (answer.texts ? [answer.texts] : []));
  const open = mergeBottlenecks(texts)
    .filter((each) => each.resolved === null)
    .sort((a, b) => distance(spot, a) - distance(spot, b));
  const counts = answers.find(isHome)?.notes.bottleneckCounts ?? [];
  return {
    home,
    practices: unique.sort((a, b) => distance(spot, a) - distance(spot, b)),
    counts: counts.filter((each) => each.open + each.resolved > 0),
    bottlenecks:
      texts.length > 0
        ? open.filter((each) => spot.code === undefined || distance(spot, each) < 2)
        : undefined,
  };
}
