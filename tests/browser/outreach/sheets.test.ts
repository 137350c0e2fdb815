import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { violations } from '../support/axe';
import { complaints, open, withQuery } from '../support/browser';
import { errors, page, server, useServer, visitForEach } from '../support/fixture';

useServer({ demo: true });
visitForEach({ strict: false });

describe('the briefing sheet', () => {
  test.each(['/gemeente/GM0344', '/regio/vng-platform/RP02'])(
    'of %s is one link away, of the same date, to read and to edit',
    async (path) => {
      await open(page, server.url + withQuery(path, 'date=2021-12-31'));
      for (const [kind, extension, begin] of [
        ['pdf', 'pdf', '%PDF-'],
        ['Word', 'docx', 'PK'],
      ] as const) {
        const link = page.getByRole('link', { name: `Voorlichtingsblad (${kind})` });
        const address = (await link.getAttribute('href')) ?? '';
        const subject = path.replace('/gemeente/', '').replace('/regio/', '');
        expect(address).toBe(`/sheet/${subject}.${extension}?date=2021-12-31`);
        const answer = await page.request.get(server.url + address);
        expect(answer.status()).toBe(200);
        expect((await answer.body()).subarray(0, begin.length).toString()).toBe(begin);
      }
    },
  );
});

describe('the briefing sheets of a choice', () => {
  const choice = '/voorlichting?date=2024-06-30&list=chosen&kies=GM0344,GM0363,GM0518';

  test('are saved as one file', async () => {
    const errors = complaints(page);
    await open(page, server.url + choice);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Voorlichtingsbladen (zip)' }).click();
    const download = await file;
    expect(download.suggestedFilename()).toBe('voorlichtingsbladen-2024-06-30.zip');
    await page.getByText('3 voorlichtingsbladen opgeslagen.').waitFor();
    const names = (await readFile(await download.path())).toString('latin1');
    for (const name of ['GM0344-utrecht.pdf', 'GM0363-amsterdam.pdf', 'GM0518-s-gravenhage.pdf']) {
      expect(names).toContain(name);
    }
    expect(errors).toEqual([]);
  });

  test('tell how far they are, can be stopped, and say when they fail', async () => {
    // The first answer is never given, the second refuses.
    await page.route('**/sheet/batch.zip*', () => undefined, { times: 1 });
    await open(page, server.url + choice);
    const make = page.getByRole('button', { name: 'Voorlichtingsbladen (zip)' });
    await make.click();
    await page.getByText('0 van 3').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop met maken' }).click();
    await make.waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.route('**/sheet/batch.zip*', (route) => route.fulfill({ status: 503, body: 'busy' }));
    await make.click();
    await page.getByText('De voorlichtingsbladen zijn niet opgeslagen.').waitFor();
  });
});
