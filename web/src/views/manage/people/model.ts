import type { PeopleQuery, Role } from '../../../lib/api/generated';
import type { RegionRef } from '../../../lib/filter/model';
import type { TextKey } from '../../../lib/texts/model';

export type Person = PeopleQuery['people'][number];
export type Request = PeopleQuery['accessRequests'][number];
export type Token = PeopleQuery['tokens'][number];

/** The roles that an account or a token may have. */
export const roles = ['PLATFORM', 'OUTREACH', 'ADMIN'] as const satisfies readonly Role[];

/** What somebody or a program may do, and where. */
export interface Grant {
  role: (typeof roles)[number];
  regions: readonly RegionRef[];
}

/** As the server wants it: only a platform has regions. */
export const granted = ({ role, regions }: Grant): { role: Role; regions: RegionRef[] } => ({
  role,
  regions: role === 'PLATFORM' ? regions.map(({ set, code }) => ({ set, code })) : [],
});

/** Who is of a platform is so of at least one: without a region there is nothing to see. */
export const checkGrant = ({ role, regions }: Grant): Readonly<Record<string, TextKey>> =>
  role === 'PLATFORM' && regions.length === 0 ? { region: 'people.noRegion' } : {};

/** The role that a form begins with. */
export const grantOf = (of: { role: Role; regions: readonly RegionRef[] } | undefined): Grant => ({
  role: roles.find((role) => role === of?.role) ?? 'OUTREACH',
  regions: of?.regions ?? [],
});
