import { keyOf } from './key';

const folder = '/copy/';
const meta = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="dekkingskaart-copy"]');

/** The day of which this site is a copy in files, without a server; undefined where there is one. */
export const copiedOn: string | undefined = meta?.content;

/** The file with the answer to a question. */
export const copiedAnswer = (text: string, variables: unknown): string =>
  `${folder}${keyOf(text, variables)}.json`;

let keys: Promise<ReadonlySet<string>> | undefined;

/** Whether a copy holds what is asked for; what is no answer is a file like any other. */
export async function isCopied(address: string): Promise<boolean> {
  if (!address.startsWith(folder)) return true;
  keys ??= fetch(`${folder}index.json`)
    .then((answer) => answer.json() as Promise<{ keys: string[] }>)
    .then(({ keys: all }) => new Set(all));
  return (await keys).has(address.slice(folder.length, -'.json'.length));
}
