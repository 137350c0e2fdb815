/** An instant as an address writes it: RFC 3339, to the second at least. */
export function parseInstant(text: string): string | undefined {
  const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  return isWritten && !Number.isNaN(Date.parse(text)) ? text : undefined;
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
