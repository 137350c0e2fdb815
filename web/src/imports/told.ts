import type { Gaps, TextKey, Writer } from '../texts/model';

type Rule = readonly [pattern: RegExp, key: TextKey, gaps: (writer: Writer, found: string[]) => Gaps];

/** What the server says of cells in English, as the texts of this client. The first that fits counts. */
const rules: readonly Rule[] = [
  [
    /`(.*)` is read as (.+?), into which (.+) went$/,
    'importTold.heir',
    (_, [, given = '', read = '', ended = '']) => ({ given, read, ended }),
  ],
  [/`(.*)` is read as (.+)$/, 'importTold.readAs', (_, [, given = '', read = '']) => ({ given, read })],
  [/formula; its last value `(.*)` is read/, 'importTold.formula', (_, [, value = '']) => ({ value })],
  [/holds the error `(.*)`/, 'importTold.error', (_, [, value = '']) => ({ value })],
  [/merged with others; their value `(.*)`/, 'importTold.merged', (_, [, value = '']) => ({ value })],
  [/this is empty; fill it in/, 'importTold.empty', () => ({})],
  [/^line (\d+) is about the same/, 'importTold.same', (_, [, line = '']) => ({ line })],
  [
    /called `(.*)`; write one of (.+)$/,
    'importTold.several',
    (_, [, given = '', choices = '']) => ({ given, choices }),
  ],
  [
    /\((.+?)\) ended on (\S+) and was split; write one of (.+)$/,
    'importTold.split',
    ({ date }, [, name = '', day = '', parts = '']) => ({ name, date: date(day), parts }),
  ],
  [
    /\((.+?)\) ended on (\S+); write (.+)$/,
    'importTold.ended',
    ({ date }, [, name = '', day = '', heir = '']) => ({ name, date: date(day), heir }),
  ],
  [
    /\((.+?)\) begins on (\d{4}-\d\d-\d\d)/,
    'importTold.begins',
    ({ date }, [, name = '', day = '']) => ({ name, date: date(day) }),
  ],
  [/^(GM\d{4}) lies outside your own regions/, 'importTold.own', (_, [, code = '']) => ({ code })],
  [
    /`(.*)` can be (\S+) or (\S+); write one/,
    'importTold.twoDates',
    (_, [, given = '', one = '', other = '']) => ({ given, one, other }),
  ],
  [
    /`([^`]*)`[^`]*; is it `?([^`?]+)`?\?$/,
    'importTold.isIt',
    (_, [, given = '', proposal = '']) => ({ given, proposal }),
  ],
  [/`(.*)` may be (\S+);/, 'importTold.isIt', (_, [, given = '', proposal = '']) => ({ given, proposal })],
  [/`(.*)` is not a date/, 'importTold.date', (_, [, given = '']) => ({ given })],
  [/`(.*)` is (?:not a \w+|no municipality)/, 'importTold.notKnown', (_, [, given = '']) => ({ given })],
  [/\((.*)\): this column is not used/, 'importTold.unused', (_, [, name = '']) => ({ name })],
  [
    /(\d+) rows that are not filled in/,
    'importTold.passed',
    ({ number }, [, count = '0']) => ({ count: number(Number(count)) }),
  ],
  [
    /the sheet `(.*)` is read; not read: (.+)$/,
    'importTold.sheet',
    (_, [, name = '', others = '']) => ({ name, others }),
  ],
  [
    /^(.+\(GM\d{4}\)) goes wholly into (.+\(GM\d{4}\))/,
    'importTold.wholly',
    (_, [, from = '', to = '']) => ({ from, to }),
  ],
  [
    /^([\d.]+) % of (.+\(GM\d{4}\)) goes into (.+\(GM\d{4}\))/,
    'importTold.partly',
    ({ number }, [, share = '0', from = '', to = '']) => ({ percent: number(Number(share)), from, to }),
  ],
];

/** What the server says of a row or a file, in the language of the client where it has the words. */
export function told(writer: Writer, what: string): string {
  for (const [pattern, key, gaps] of rules) {
    const found = pattern.exec(what);
    if (found) return writer.t(key, gaps(writer, [...found]));
  }
  return what;
}
