import type { PeopleQuery, Role } from '../../../lib/api/generated';
import type { RegionRef } from '../../../lib/filter/model';

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

/** The role that a form begins with. */
export const grantOf = (of: { role: Role; regions: readonly RegionRef[] } | undefined): Grant => ({
  role: roles.find((role) => role === of?.role) ?? 'OUTREACH',
  regions: of?.regions ?? [],
});
