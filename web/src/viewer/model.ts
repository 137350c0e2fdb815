import type { ViewerQuery } from '../api/generated';
import type { Page } from '../route/model';

/** Who is asking: the public, or somebody with a role. */
export type Viewer = ViewerQuery['viewer'];

export const nobody: Viewer = { signedIn: false, name: null, role: 'PUBLIC', regions: [] };

/** The pages on which somebody signs in or chooses a password. */
export const isDoor = ({ name }: Page): boolean => name === 'signIn' || name === 'password';

/** Reads and edits the outreach of all regions. */
export const isStaff = (viewer: Viewer | undefined): boolean =>
  viewer?.role === 'OUTREACH' || viewer?.role === 'ADMIN';

/** Reads and edits some outreach: everywhere, or in regions of its own. */
export const readsOutreach = (viewer: Viewer | undefined): boolean =>
  isStaff(viewer) || viewer?.role === 'PLATFORM';

/** Whether outreach to a place is for this viewer, by the regions in which the place lies. */
export const readsIn = (viewer: Viewer | undefined, regions: ReadonlyMap<string, string>): boolean =>
  isStaff(viewer) ||
  (viewer?.role === 'PLATFORM' && viewer.regions.some(({ set, code }) => regions.get(set) === code));
