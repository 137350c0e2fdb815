import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Failure, address, ask, askEarly, getJson, send } from './client';
import { Document } from './document';

const query = new Document<{ a: number }, { asOf?: string }>('{a}');
const answer = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const fetched = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

describe('asking the server', () => {
  test('gives the data', async () => {
    fetched.mockResolvedValue(answer({ data: { a: 1 } }));
    expect(await ask(query, {})).toEqual({ a: 1 });
    expect(fetched.mock.calls[0]?.[0]).toBe('/graphql?query=%7Ba%7D&variables=%7B%7D');
  });

  test('an error of the server carries its code and its words', async () => {
    const errors = [{ message: 'no such date', extensions: { code: 'BAD_DATE' } }];
    fetched.mockResolvedValue(answer({ data: null, errors }, 400));
    await expect(ask(query, {})).rejects.toMatchObject({
      kind: 'refused',
      code: 'BAD_DATE',
      message: 'no such date',
    });
  });

  test.each([
    ['no connection', () => fetched.mockRejectedValue(new TypeError('failed')), 'UNREACHABLE'],
    [
      'an answer that is no JSON',
      () => fetched.mockResolvedValue(new Response('<html>', { status: 502 })),
      'HTTP_502',
    ],
    ['a status without errors', () => fetched.mockResolvedValue(answer({}, 503)), 'HTTP_503'],
  ])('%s means that it is away', async (_, arrange, code) => {
    arrange();
    const failure = await ask(query, {}).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ kind: 'away', code });
  });

  test('an abort is no failure of the server', async () => {
    const control = new AbortController();
    control.abort();
    fetched.mockRejectedValue(new DOMException('stopped', 'AbortError'));
    await expect(ask(query, {}, control.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a busy server', () => {
  const busy = (wait?: string): Response =>
    new Response(JSON.stringify({ errors: [{ message: 'busy', extensions: { code: 'BUSY' } }] }), {
      status: 503,
      headers: wait === undefined ? {} : { 'retry-after': wait },
    });

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('is asked once more, after the time it names', async () => {
    fetched.mockResolvedValueOnce(busy('2')).mockResolvedValueOnce(answer({ data: { a: 1 } }));
    const asked = ask(query, {});
    await vi.advanceTimersByTimeAsync(1999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({ a: 1 });
  });

  test('that stays busy is not asked a third time', async () => {
    fetched.mockImplementation(() => Promise.resolve(busy('1')));
    const asked = ask(query, {}).catch((cause: unknown) => cause);
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({ code: 'BUSY' });
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test.each(['60', undefined, 'Sun, 29 Nov 2026 05:00:00 GMT'])(
    'that says to come back after %s is left to the person',
    async (wait) => {
      fetched.mockImplementation(() => Promise.resolve(busy(wait)));
      await expect(ask(query, {})).rejects.toMatchObject({ code: 'BUSY' });
      expect(fetched).toHaveBeenCalledTimes(1);
    },
  );

  test('is not asked again for what nobody waits for', async () => {
    fetched.mockImplementation(() => Promise.resolve(busy('2')));
    const control = new AbortController();
    const asked = ask(query, {}, control.signal).catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(1000);
    control.abort();
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({ name: 'AbortError' });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('gets no change twice', async () => {
    fetched.mockImplementation(() => Promise.resolve(busy('1')));
    await expect(send(query, {})).rejects.toMatchObject({ code: 'BUSY' });
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('asking for a change', () => {
  test('goes by POST, and gives what is to be known beside the answer', async () => {
    fetched.mockResolvedValue(
      answer({ data: { a: 1 }, extensions: { notices: [{ code: 'X', arguments: {}, what: 'so' }] } }),
    );
    expect(await send(query, {})).toEqual({
      answer: { a: 1 },
      notices: [{ code: 'X', arguments: {}, what: 'so' }],
    });
    const [url, options] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/graphql');
    expect(options).toMatchObject({ method: 'POST', body: '{"query":"{a}","variables":{}}' });
    expect(options?.headers).toMatchObject({ 'content-type': 'application/json' });
  });

  test('a refusal says what is wrong with which field', async () => {
    const problems = [{ field: 'date', item: null, what: 'lies in the future' }];
    const errors = [{ message: 'no', extensions: { code: 'BAD_INPUT', field: 'date', problems } }];
    fetched.mockResolvedValue(answer({ data: null, errors }));
    await expect(send(query, {})).rejects.toMatchObject({ code: 'BAD_INPUT', problems });
  });
});

describe('asking early', () => {
  const url = address(query, {});

  test('serves the first who needs it, and only that one', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer({ data: { a: 1 } })));
    await askEarly(url);
    await getJson(url);
    expect(fetched).toHaveBeenCalledTimes(1);
    await getJson(url);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test('a failure meets who needs it, and the next try asks again', async () => {
    fetched.mockRejectedValueOnce(new TypeError('failed'));
    await askEarly(url).catch(() => undefined);
    await expect(getJson(url)).rejects.toMatchObject({ kind: 'away' });
    fetched.mockResolvedValueOnce(answer({ data: { a: 1 } }));
    expect(await getJson(url)).toEqual({ data: { a: 1 } });
  });
});
