import { Failure } from '../../../lib/api/client';

/** How many sheets of a batch have come in. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The address of the sheets of some municipalities on a date (ISO 8601), as one ZIP. */
export const batchAddress = (codes: readonly string[], asOf: string): string =>
  `/sheet/batch.zip?${new URLSearchParams([...codes.map((code) => ['code', code]), ['date', asOf]])}`;

/** The fixed part of the header before a file in a ZIP, in bytes, and how it begins. */
const headerLength = 30;
const fileMark = 0x04034b50;

/** What has been seen of a ZIP: files that are whole, and whether the directory at its end began. */
export interface Seen {
  readonly files: number;
  readonly ended: boolean;
}

/**
 * Walks through a ZIP as it comes in, from header to header; takes the next
 * bytes. Sizes stand in the headers: the server knows each before it sends.
 */
export function walk(): (bytes: Uint8Array) => Seen {
  const header = new Uint8Array(headerLength);
  const view = new DataView(header.buffer);
  let filled = 0;
  /** Of the present file, in bytes. */
  let left = 0;
  let files = 0;
  let ended = false;

  return (bytes) => {
    let at = 0;
    while (at < bytes.length && !ended) {
      if (left > 0) {
        const step = Math.min(left, bytes.length - at);
        left -= step;
        at += step;
        if (left === 0) files += 1;
        continue;
      }
      const part = bytes.subarray(at, at + headerLength - filled);
      header.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < headerLength) continue;
      filled = 0;
      // Name, further fields, content.
      left = view.getUint16(26, true) + view.getUint16(28, true) + view.getUint32(18, true);
      ended = view.getUint32(0, true) !== fileMark;
    }
    return { files, ended };
  };
}

async function open(address: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Failure('away', 'UNREACHABLE', 'The server does not answer', { cause });
  }
  if (response.ok) return response;
  throw new Failure('refused', `HTTP_${response.status}`, (await response.text()).trim());
}

/** Reads a batch and tells how far it is. Throws a `Failure`, or the abort of the signal. */
export async function readBatch(
  address: string,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await open(address, signal);
  const total = Number(response.headers.get('x-sheet-count'));
  const see = walk();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let seen: Seen = { files: 0, ended: false };
  const reader = response.body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    parts.push(value);
    seen = see(value);
    tell({ done: seen.files, total });
  }
  if (!seen.ended || seen.files !== total) {
    throw new Failure('away', 'CUT_OFF', `The server sent ${seen.files} of ${total} sheets`);
  }
  return new Blob(parts, { type: 'application/zip' });
}
