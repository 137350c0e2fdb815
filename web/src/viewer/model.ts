import type { ViewerQuery } from '../api/generated';

/** Who is asking, as the server knows them. */
export type Viewer = ViewerQuery['viewer'];

export const nobody: Viewer = { signedIn: false, name: null, role: 'PUBLIC', regions: [] };

/** Reads and edits the outreach of all regions. */
export const isStaff = ({ role }: Viewer): boolean => role === 'OUTREACH' || role === 'ADMIN';

/** Reads and edits some outreach: everywhere, or in regions of its own. */
export const readsOutreach = (viewer: Viewer): boolean => isStaff(viewer) || viewer.role === 'PLATFORM';

/** Whether outreach to a place is for this viewer, by the regions in which the place lies. */
export const readsIn = (viewer: Viewer, regions: ReadonlyMap<string, string>): boolean =>
  isStaff(viewer) ||
  (viewer.role === 'PLATFORM' && viewer.regions.some(({ set, code }) => regions.get(set) === code));
