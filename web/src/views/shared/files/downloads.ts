import type { FilteredScene } from '../../../lib/atlas/filtered-scene';
import type { Municipality } from '../../../lib/atlas/model';
import { type Shown, among, pictureAddress } from '../../../lib/files/download';
import type { RegionRef } from '../../../lib/filter/model';
import { toWhere } from '../../../lib/filter/where';
import type { View } from '../../../lib/route/model';
import { router } from '../../../lib/route/router.svelte';

/** What is on the screen: of a filtered map, or of a region of it; fewer rows where a search leaves fewer. */
export function shownOf(
  filtered: FilteredScene,
  region: RegionRef | undefined,
  rows: readonly Municipality[] = filtered.shown,
): Shown {
  const { asOf, municipalities } = filtered.scene.atlas;
  const filter = region ? { ...filtered.filter, region } : filtered.filter;
  const codes = rows.map(({ code }) => code);
  const where = among(toWhere(filter, asOf, municipalities), codes, filtered.shown.length);
  return { asOf, where, language: router.view.language };
}

/** The address of the map as a picture, as known at an instant (RFC 3339) or as the page is. */
export const pictureOf = (
  filtered: FilteredScene,
  region: RegionRef | undefined,
  known: string | undefined,
): string | undefined =>
  pictureAddress('png', { ...shownOf(filtered, region), knownAt: known }, filtered.shade, region);

/** The address at which the developers' page writes the view that is shown, as far as it does not differ from its address. */
export const codeAddress = (differs: Partial<View> = {}): string =>
  router.to({ ofPage: router.view.page, ...differs, page: { name: 'developers' } });
