import type { Writer } from '../../../../lib/texts/model';
import { type Named, type Pair, type Wrong, checkRecord, pairsOf } from '../model';

/** A region as it stands in a form. */
export interface RegionDraft {
  code: string;
  name: string;
  /** ISO 8601: from then on it has just these municipalities. */
  from: string;
  municipalities: readonly Named[];
}

export function checkRegion({ code, name, from, municipalities }: RegionDraft): Wrong {
  const { validFrom } = checkRecord({ validFrom: from, sourceUrl: '' });
  return {
    ...(code.trim() ? {} : { code: 'refusal.empty' }),
    ...(name.trim() ? {} : { name: 'refusal.empty' }),
    ...(validFrom ? { from: validFrom } : {}),
    ...(municipalities.length === 0 ? { municipalities: 'briefing.nobody' } : {}),
  };
}

/** What two people wrote differently of a region. */
export function compareRegions({ t }: Writer, mine: RegionDraft, theirs: RegionDraft): Pair[] {
  const words = ({ name, municipalities }: RegionDraft) => ({
    name,
    members: municipalities
      .map((each) => each.name)
      .toSorted()
      .join(', '),
  });
  return pairsOf({ name: t('regions.name'), members: t('edit.placesShort') }, words(mine), words(theirs));
}

/** The members with one more, or without one that was among them. */
export const toggled = (members: readonly Named[], one: Named): readonly Named[] =>
  members.some(({ code }) => code === one.code)
    ? members.filter(({ code }) => code !== one.code)
    : [...members, { code: one.code, name: one.name }];

/** An id made of a title: small letters, digits and hyphens. */
export const idOf = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
