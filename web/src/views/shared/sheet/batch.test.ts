import { afterEach, expect, test, vi } from 'vitest';
import { batchAddress, readBatch, walk } from './batch';

/** A file in a ZIP as the server writes it. */
function file(name: string, content: string): number[] {
  const header = new Uint8Array(30);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint32(18, content.length, true);
  view.setUint16(26, name.length, true);
  return [...header, ...new TextEncoder().encode(name + content)];
}

const end = [0x50, 0x4b, 1, 2, ...Array<number>(42).fill(0), 0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)];
const whole = Uint8Array.from([
  ...file('GM0344-utrecht.pdf', '%PDF-1'),
  ...file('GM0060-ameland.pdf', ''),
  ...end,
]);

/** The bytes in pieces of a length. */
const pieces = (bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.slice(at * length, (at + 1) * length),
  );

const stream = (bytes: Uint8Array<ArrayBuffer>, count: string): Response =>
  new Response(new Blob([bytes]).stream(), { headers: { 'x-sheet-count': count } });

afterEach(() => vi.unstubAllGlobals());

test.each([1, 2, 3, 29, 30, 31, 47, 1000])('files are counted in pieces of %i bytes', (length) => {
  const see = walk();
  const seen = pieces(whole, length).map((piece) => see(piece));
  expect(seen.at(-1)).toEqual({ files: 2, ended: true });
});

test('a file counts when its last byte is there', () => {
  const see = walk();
  const first = file('a.pdf', '%PDF');
  expect(see(Uint8Array.from(first.slice(0, -1)))).toEqual({ files: 0, ended: false });
  expect(see(Uint8Array.from(first.slice(-1)))).toEqual({ files: 1, ended: false });
});

test('the address names each municipality', () => {
  expect(batchAddress(['GM0344', 'GM0363'], '2024-06-30')).toBe(
    '/sheet/batch.zip?code=GM0344&code=GM0363&date=2024-06-30',
  );
});

test('a batch is told of while it comes in, and kept whole', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(stream(whole, '2')));
  const told: string[] = [];
  const blob = await readBatch(
    '/',
    ({ done, total }) => told.push(`${done}/${total}`),
    new AbortController().signal,
  );
  expect(told.at(-1)).toBe('2/2');
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(whole);
});

test('a batch that is cut off is no batch', async () => {
  const read = (bytes: Uint8Array<ArrayBuffer>, count: string) => {
    vi.stubGlobal('fetch', () => Promise.resolve(stream(bytes, count)));
    return readBatch('/', () => undefined, new AbortController().signal);
  };
  await expect(read(whole.slice(0, 60), '2')).rejects.toMatchObject({ kind: 'away', code: 'CUT_OFF' });
  await expect(read(whole, '3')).rejects.toMatchObject({ code: 'CUT_OFF' });
});

test('what the server refuses is told in its words', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('asked for more than once: GM0344\n', { status: 400 })),
  );
  const batch = readBatch('/', () => undefined, new AbortController().signal);
  await expect(batch).rejects.toMatchObject({
    kind: 'refused',
    code: 'HTTP_400',
    message: 'asked for more than once: GM0344',
  });
});
