import { expect, test } from 'vitest';

import { share } from './share';

const page = { title: 'Kaart', url: 'https://x.nl/?date=2024-06-01' };
const failure = (name: string): Error => Object.assign(new Error(name), { name });
const fails = (name: string) => () => Promise.reject(failure(name));

test('the sheet of the device comes first, and the clipboard is left alone', async () => {
  const passed: unknown[] = [];
  const clipboard = { writeText: fails('NotAllowedError') } as unknown as Clipboard;
  const sheet = (data?: ShareData): Promise<void> => Promise.resolve(void passed.push(data));
  expect(await share(page, { share: sheet, clipboard })).toBe('passed');
  expect(passed).toEqual([page]);
});

test('a sheet that is closed is no failure; one that may not open leaves the clipboard', async () => {
  const copied: string[] = [];
  const clipboard = {
    writeText: (text: string) => Promise.resolve(void copied.push(text)),
  } as unknown as Clipboard;
  expect(await share(page, { share: fails('AbortError'), clipboard })).toBe('passed');
  expect(copied).toEqual([]);
  expect(await share(page, { share: fails('NotAllowedError'), clipboard })).toBe('copied');
  expect(await share(page, { clipboard })).toBe('copied');
  expect(copied).toEqual([page.url, page.url]);
});

test('where the browser forbids both, the address is to be selected by hand', async () => {
  expect(await share(page, {})).toBe('refused');
  const clipboard = { writeText: fails('NotAllowedError') } as unknown as Clipboard;
  expect(await share(page, { clipboard })).toBe('refused');
});
