import type { Reference } from '../../lib/atlas/reference';
import type { RegionRef } from '../../lib/filter/model';
import type { Viewer } from '../../lib/viewer/model';
import { isStaff } from '../../lib/viewer/permissions';
import type { Place } from './draft';

/** Where something new is at first: the region that is looked at, or the only one of who writes. */
export function initialPlace(
  viewer: Viewer,
  region: RegionRef | undefined,
  reference: Reference | undefined,
): Place | undefined {
  if (isStaff(viewer)) {
    return (
      region && { kind: 'region', ref: region, name: reference?.regionName(region.set, region.code) ?? '' }
    );
  }
  const [own, other] = viewer.regions;
  return own && !other
    ? { kind: 'region', ref: { set: own.set, code: own.code }, name: own.name }
    : undefined;
}
