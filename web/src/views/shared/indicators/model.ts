import type { AccountabilityQuery } from '../../../lib/api/generated';
import type { Writer } from '../../../lib/texts/model';

type Indicator = AccountabilityQuery['nationalIndicators'][number];

/** A published figure as its source gives it: a share, a part of a total, or a plain number. */
export function indicatorValue({ t, number, percent }: Writer, { value, ofTotal, unit }: Indicator): string {
  if (unit === 'share') return percent(value);
  return ofTotal === null
    ? number(value)
    : t('accountability.ofTotal', { value: number(value), total: number(ofTotal) });
}
