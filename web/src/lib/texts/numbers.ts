import type { Language } from './language';

/**
 * A number with at least and at most so many decimals, grouped by threes: 17.811.291,5 or
 * 17,811,291.5. The tables of numbers of a browser say the same after 28 ms of loading.
 */
export function decimal(value: number, language: Language, least: number, most: number): string {
  const [point, group] = language === 'nl' ? [',', '.'] : ['.', ','];
  const [digits, exponent = 0] = String(Math.abs(value)).split('e');
  const rounded = String(Math.round(Number(`${digits}e${Number(exponent) + most}`))).padStart(most + 1, '0');
  const end = rounded.length - most;
  const whole = rounded.slice(0, end).replace(/\B(?=(\d{3})+$)/g, group);
  const decimals = rounded.slice(end);
  const kept = Math.max(least, decimals.replace(/0+$/, '').length);
  return (value < 0 ? '-' : '') + whole + (kept > 0 ? point + decimals.slice(0, kept) : '');
}
