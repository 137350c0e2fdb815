import type { Failure, Problem } from '../api/client';
import type { Gaps, TextKey, Writer } from '../texts/model';

/** What is wrong, in words, with the field that it is about if it is about one. */
export interface Told {
  readonly field?: string;
  readonly text: string;
}

type Rule = readonly [pattern: RegExp, key: TextKey, gaps: (writer: Writer, found: string[]) => Gaps];

const none = (): Gaps => ({});

/** What the server says of an input in English, as the texts of this client. The first that fits counts. */
const rules: readonly Rule[] = [
  [/in the future/, 'refusal.future', none],
  [/lies before (\d{4}-\d\d-\d\d)/, 'refusal.before', ({ date }, [, day = '']) => ({ date: date(day) })],
  [
    /\((.+?)\) ended on (\d{4}-\d\d-\d\d) and was split; write one of (.+)/,
    'refusal.split',
    ({ date }, [, name = '', day = '', parts = '']) => ({ name, date: date(day), parts }),
  ],
  [
    /\((.+?)\) ended on (\d{4}-\d\d-\d\d); write (.+)/,
    'refusal.ended',
    ({ date }, [, name = '', day = '', heir = '']) => ({ name, date: date(day), heir }),
  ],
  [
    /\((.+?)\) begins on (\d{4}-\d\d-\d\d)/,
    'refusal.begins',
    ({ date }, [, name = '', day = '']) => ({ name, date: date(day) }),
  ],
  [/is longer than ([\d,]+) characters/, 'refusal.long', (_, [, most = '']) => ({ most })],
  [/is empty/, 'refusal.empty', none],
  [/control characters/, 'refusal.control', none],
  [/give a region or a municipality, and not both/, 'refusal.place', none],
  [/there is no region/, 'refusal.noRegion', none],
  [/there is no building block/, 'refusal.noBlock', none],
  [/begins with https/, 'refusal.address', none],
];

function problemText(writer: Writer, { what }: Problem): string {
  for (const [pattern, key, gaps] of rules) {
    const found = pattern.exec(what);
    if (found) return writer.t(key, gaps(writer, [...found]));
  }
  return writer.t('refusal.other', { what });
}

const codes: Readonly<Record<string, TextKey>> = {
  FORBIDDEN: 'refusal.forbidden',
  CONFLICT: 'refusal.conflict',
  UNKNOWN_ID: 'refusal.unknown',
  DATABASE_UNAVAILABLE: 'refusal.unavailable',
};

/** Why a change was not made. */
export function tell(writer: Writer, failure: Failure): readonly Told[] {
  if (failure.kind === 'away') return [{ text: writer.t('failure.away') }];
  if (failure.problems.length > 0)
    return failure.problems.map((problem) => ({ field: problem.field, text: problemText(writer, problem) }));
  const key = codes[failure.code];
  return [{ text: key ? writer.t(key) : writer.t('failure.refused', { message: failure.message }) }];
}
