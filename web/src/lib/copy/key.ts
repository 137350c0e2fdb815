/** A value as JSON with its names in order, so that what is asked in another order is the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  given.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${given.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const mask = (1n << 64n) - 1n;

/**
 * The name of the file that holds the answer to a question in a copy of the site: FNV-1a in
 * 64 bits, which the program that writes the copy computes as well. Other hashes of the browser
 * need a page that came over TLS.
 */
export function keyOf(text: string, variables: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(`${text}\n${canonical(variables)}`))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  return hash.toString(16).padStart(16, '0');
}
