import type { SearchQuery } from '../../../lib/api/generated';
import type { Reference } from '../../../lib/atlas/reference';
import type { RegionRef } from '../../../lib/filter/model';
import type { Writer } from '../../../lib/texts/model';

export type Hit = SearchQuery['search'][number];

/** Something that was found: a municipality, or a region of a set. */
export type Found =
  | { readonly kind: 'municipality'; readonly key: string; readonly hit: Hit }
  | {
      readonly kind: 'region';
      readonly key: string;
      readonly ref: RegionRef;
      readonly name: string;
      readonly setTitle: string;
    };

/** Without accents, apostrophes, hyphens and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();

/** The regions of all sets whose name holds the text, those that begin with it first. */
export function findRegions(reference: Reference | undefined, text: string, most: number): Found[] {
  const wanted = plain(text);
  if (wanted.length < 2) return [];
  const found = (reference?.sets ?? []).flatMap((set) =>
    set.regions
      .filter(({ name }) => plain(name).includes(wanted))
      .map(({ code, name }): Found & { kind: 'region' } => ({
        kind: 'region',
        key: `${set.id}/${code}`,
        ref: { set: set.id, code },
        name,
        setTitle: set.title,
      })),
  );
  const later = ({ name }: { name: string }): number => (plain(name).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => later(a) - later(b)).slice(0, most);
}

export const foundMunicipalities = (hits: readonly Hit[]): Found[] =>
  hits.map((hit) => ({ kind: 'municipality', key: `${hit.municipality.code} ${hit.matched}`, hit }));

const postcode = /^[1-9]\d{3}\s?[a-z]{2}$/i;

/** What is said when nothing was found. */
export const noneText = ({ t }: Writer, text: string): string =>
  t(postcode.test(text.trim()) ? 'search.noPostcode' : 'search.none', { text });

/** Why a hit was found, when its own name does not say so: 'Haaren, tot 1 januari 2021'. */
export function reasonText({ t, date }: Writer, { matched, reason, since, municipality }: Hit): string {
  if (reason === 'FORMER_NAME') {
    return since ? t('search.former', { name: matched, date: date(since) }) : matched;
  }
  if (reason === 'CODE') return t('search.code', { code: municipality.code });
  if (reason === 'PLACE') return t('search.place', { name: matched });
  if (reason === 'POSTCODE') return t('search.postcode', { name: matched });
  if (reason === 'FUZZY') {
    return matched === municipality.name ? t('search.guess') : t('search.guessOf', { name: matched });
  }
  return reason === 'ALIAS' ? t('search.alias', { name: matched }) : '';
}

/** The place in the list after an arrow key; -1 is the field itself. */
export function step(active: number, key: string, length: number): number {
  if (length === 0) return -1;
  if (key === 'ArrowDown') return active + 1 < length ? active + 1 : -1;
  return active < 0 ? length - 1 : active - 1;
}
