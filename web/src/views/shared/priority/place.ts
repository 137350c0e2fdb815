import type { ListPlaceFragment } from '../../../lib/api/generated';
import type { Purpose } from '../../../lib/route/purpose';
import type { Writer } from '../../../lib/texts/model';

/** Where a municipality stands on the list that it is on. */
export interface ListPlace {
  readonly purpose: Purpose;
  /** From 1. */
  readonly rank: number;
  /** How many are on the list. */
  readonly size: number;
}

/** The answer of the server about both lists. */
export interface ListPlaces {
  readonly toBrief: ListPlaceFragment;
  readonly toAsk: ListPlaceFragment;
}

/** The place of a municipality with the reason for it; undefined when it is on neither list. */
export function listPlaceOf({
  toBrief,
  toAsk,
}: ListPlaces): (ListPlace & { readonly explanation: string }) | undefined {
  for (const { purpose, listRank, listSize, explanation } of [toBrief, toAsk])
    if (listRank !== null) return { purpose, rank: listRank, size: listSize, explanation };
  return undefined;
}

/** A place in words, which say of which list it is. */
export const placeText = ({ t }: Writer, { purpose, rank, size }: ListPlace): string =>
  t(`rank.${purpose}`, { rank, size });
