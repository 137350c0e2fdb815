import type { Interval } from './model';
import type { Writer } from '../texts/model';

/** The ends of an interval in building blocks instead of shares. */
export function inBlocks({ low, high, total }: Interval): { low: number; high: number; total: number } {
  const blocks = (share: number): number => Math.round(share * total * 2) / 2;
  return { low: blocks(low), high: blocks(high), total };
}

/** An interval in words: a sentence, or short as a range. */
export function intervalText({ t }: Writer, interval: Interval, form: 'sentence' | 'range'): string {
  const ends = inBlocks(interval);
  const exact = ends.low === ends.high;
  if (form === 'range') return t(exact ? 'card.rangeExact' : 'card.range', ends);
  return t(exact ? 'card.exact' : 'card.interval', ends);
}
