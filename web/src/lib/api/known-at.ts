/** How far the clocks of two devices may differ, in milliseconds. */
const skew = 5 * 60 * 1000;

/** An instant as an address writes it: RFC 3339, to the second at least. Of what is still to come nothing is known. */
export function parseInstant(text: string): string | undefined {
  const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  return isWritten && Date.parse(text) <= Date.now() + skew ? text : undefined;
}

const { location } = globalThis as { location?: Location };
const given = new URLSearchParams(location?.search ?? '').get('knownAt');

/**
 * The instant as of which this page shows what was known, from its address; undefined for
 * now. Another instant is another page: it is loaded anew, so nothing of both can mix.
 */
export const knownAt: string | undefined = parseInstant(given ?? '');

/** An instant to the second: what is known now, for an address that stays as it is. */
export const instantOf = (moment: Date): string => moment.toISOString().replace(/\.\d+Z$/, 'Z');
