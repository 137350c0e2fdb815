import type { Contacts } from '../atlas/contacts';
import type { View } from '../route/model';
import { isInternal } from '../shade/model';
import type { Viewer } from './model';

/** Nobody, until the server has said who is asking. */
type Asking = Viewer | undefined;

/** Reads and edits the outreach of all regions. */
export const isStaff = (viewer: Asking): boolean => viewer?.role === 'OUTREACH' || viewer?.role === 'ADMIN';

/** Manages people, region sets and rubrics. */
export const isAdmin = (viewer: Asking): boolean => viewer?.role === 'ADMIN';

/** Reads and edits some outreach: everywhere, or in regions of its own. */
export const readsOutreach = (viewer: Asking): boolean => isStaff(viewer) || viewer?.role === 'PLATFORM';

/** Whether what was answered to one is still for who is asking now. */
export const isSame = (one: Viewer, now: Viewer): boolean => one.name === now.name && one.role === now.role;

/** Whether outreach to a place is for this viewer, by the regions in which the place lies. */
export const readsIn = (viewer: Asking, regions: ReadonlyMap<string, string>): boolean =>
  isStaff(viewer) ||
  (viewer?.role === 'PLATFORM' && viewer.regions.some(({ set, code }) => regions.get(set) === code));

/** The outreach that a view shows or selects by, as far as it is for the viewer; undefined when none. */
export function contactsOf(view: View, viewer: Asking, count: number): Contacts | undefined {
  const { shade, filter, columns, campaign } = view;
  const shows = [shade, ...Object.keys(filter.classes), ...columns].some(isInternal);
  if (!shows || !readsOutreach(viewer)) return undefined;
  return { campaign, regions: isStaff(viewer) ? undefined : viewer?.regions, count };
}
