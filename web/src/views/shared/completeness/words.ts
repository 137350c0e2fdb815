import type { Denominator } from '../../../lib/api/generated';
import { type Writer, lower } from '../../../lib/texts/model';
import type { Incomplete } from './model';

/** An interval in words: 'Ten minste 85, ten hoogste 342 van 342 gemeenten'. */
export function incompleteText({ t }: Writer, { low, high, total }: Incomplete, per: Denominator): string {
  return low === high
    ? t(`incomplete.exact.${per}`, { low, total })
    : t(`incomplete.interval.${per}`, { low, high, total });
}

/** The same within a sentence. */
export const incompleteWithin = (writer: Writer, interval: Incomplete, per: Denominator): string =>
  lower(incompleteText(writer, interval, per));

/** What the width of an interval means; empty where it has none. */
export function widthText({ t }: Writer, { low, high }: Incomplete, per: Denominator): string {
  return high > low ? t(`incomplete.width.${per}`, { count: high - low }) : '';
}
