import type { SearchQuery } from '../api/generated';
import type { Writer } from '../texts/model';

export type Hit = SearchQuery['search'][number];

/** Why a hit was found, when its own name does not say so: 'Haaren, tot 1 januari 2021'. */
export function reasonText({ t, date }: Writer, { matched, reason, since, municipality }: Hit): string {
  if (reason === 'FORMER_NAME') {
    return since ? t('search.former', { name: matched, date: date(since) }) : matched;
  }
  const saysMore = reason === 'ALIAS' || reason === 'FUZZY';
  return saysMore && matched !== municipality.name ? t('search.alias', { name: matched }) : '';
}

/** The place in the list after an arrow key; -1 is the field itself. */
export function step(active: number, key: string, length: number): number {
  if (length === 0) return -1;
  if (key === 'ArrowDown') return active + 1 < length ? active + 1 : -1;
  return active < 0 ? length - 1 : active - 1;
}
