import type { Interval } from '../../../lib/atlas/model';
import type { Writer } from '../../../lib/texts/model';
import type { Measure } from './model';

/** An interval of shares in words: 68 to 77%. */
export function shareRange({ t, percent }: Writer, { low, high }: Pick<Interval, 'low' | 'high'>): string {
  const ends = { low: percent(low), high: percent(high) };
  return ends.low === ends.high ? ends.low : t('table.percentRange', ends);
}

export const measureName = ({ t }: Writer, measure: Measure): string =>
  measure === 'ALL' ? t('card.completeness') : t(`dimension.${measure}`);
