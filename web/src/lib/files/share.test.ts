import { expect, test } from 'vitest';

import { mailAddress, shareByDevice, viewAs } from './share';

const page = { title: 'Kaart', url: 'https://x.nl/?date=2024-06-01' };
const now = { today: '2026-11-30', instant: '2026-11-30T10:00:00Z' };

test('a living link keeps the date that was chosen and follows the data', () => {
  expect(viewAs('living', { date: undefined }, now)).toEqual({ date: undefined, knownAt: undefined });
  expect(viewAs('living', { date: '2024-06-01' }, now)).toEqual({ date: '2024-06-01', knownAt: undefined });
});

test('a fixed link names its date and the instant', () => {
  expect(viewAs('fixed', { date: undefined }, now)).toEqual({ date: now.today, knownAt: now.instant });
  expect(viewAs('fixed', { date: '2024-06-01' }, now)).toEqual({
    date: '2024-06-01',
    knownAt: now.instant,
  });
});

test('the sheet of the device is given the page; one that is closed is no failure', async () => {
  const passed: unknown[] = [];
  const share = (data?: ShareData): Promise<void> => Promise.resolve(void passed.push(data));
  expect(await shareByDevice(page, { share })).toBe(true);
  expect(passed).toEqual([page]);
  const closed = { share: () => Promise.reject(Object.assign(new Error(), { name: 'AbortError' })) };
  expect(await shareByDevice(page, closed)).toBe(false);
});

test('a mail has its lines and signs', () => {
  const address = new URL(mailAddress('Beleid & zorg', 'Eén\n+ https://x.nl/?a=1&b=2'));
  const written = Object.fromEntries(
    address.search
      .slice(1)
      .split('&')
      .map((pair) => pair.split('=').map(decodeURIComponent)),
  ) as Record<string, string>;
  expect(written).toEqual({ subject: 'Beleid & zorg', body: 'Eén\n+ https://x.nl/?a=1&b=2' });
});
