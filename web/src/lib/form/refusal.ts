import type { Failure, Problem } from '../api/client';
import type { Gaps, TextKey, Writer } from '../texts/model';

/** What is wrong, in words, with the field that it is about if it is about one. */
export interface Told {
  readonly field?: string;
  /** The place in the list that the field is, from 0. */
  readonly item?: number | null;
  readonly text: string;
}

type Rule = readonly [pattern: RegExp, key: TextKey, gaps: (writer: Writer, found: string[]) => Gaps];

const none = (): Gaps => ({});

/** What the server says of an input in English, as the texts of this client. The first that fits counts. */
const rules: readonly Rule[] = [
  [
    /planned for (\d{4}-\d\d-\d\d), in the future/,
    'refusal.planned',
    ({ date }, [, day = '']) => ({ date: date(day) }),
  ],
  [/in the future/, 'refusal.future', none],
  [
    /campaign begins on (\d{4}-\d\d-\d\d)/,
    'refusal.campaignBegins',
    ({ date }, [, day = '']) => ({ date: date(day) }),
  ],
  [/lies before (\d{4}-\d\d-\d\d)/, 'refusal.before', ({ date }, [, day = '']) => ({ date: date(day) })],
  [
    /\((.+?)\) ended on (\d{4}-\d\d-\d\d) and was split; write one of (.+)/,
    'refusal.split',
    ({ date }, [, name = '', day = '', parts = '']) => ({ name, date: date(day), parts }),
  ],
  [
    /\((.+?)\) begins on (\d{4}-\d\d-\d\d)/,
    'refusal.begins',
    ({ date }, [, name = '', day = '']) => ({ name, date: date(day) }),
  ],
  [/is longer than ([\d,]+) characters/, 'refusal.long', (_, [, most = '']) => ({ most })],
  [/is empty/, 'refusal.empty', none],
  [/control characters/, 'refusal.control', none],
  [/needs its region/, 'refusal.region', none],
  [/number of municipalities from 1/, 'refusal.goal', none],
  [/give 1 to [\d,]+ municipalities/, 'refusal.municipalities', none],
  [
    /\((.+?)\) ended on (\d{4}-\d\d-\d\d); write (.+)/,
    'refusal.ended',
    ({ date }, [, name = '', day = '', heir = '']) => ({ name, date: date(day), heir }),
  ],
  [/give a region or a municipality, and not both/, 'refusal.place', none],
  [/there is no region/, 'refusal.noRegion', none],
  [/there is no building block|has no block/, 'refusal.noBlock', none],
  [/begins with https/, 'refusal.address', none],
  [/fte is a number/, 'edit.fte', none],
  [/the ages end at/, 'edit.ageOrder', none],
  [/is no address; write one with an @|is not an email address/, 'edit.email', none],
  [/is given twice/, 'edit.twice', none],
  [/is no id of a set/, 'edit.setId', none],
  [/cannot be known without an assessment/, 'edit.how', none],
  [/is no id; write small letters/, 'rubric.badId', none],
  [/there is or was a rubric/, 'rubric.usedId', none],
  [/give a date later than \d{4}-\d\d-\d\d, from which/, 'rubric.badDate', none],
  [/give a weight above/, 'rubric.badWeight', none],
  [/give at least one theme/, 'rubric.noThemes', none],
  [/give 1 to [\d,]+ blocks/, 'rubric.badCount', none],
  [/the version before has no block/, 'rubric.noOrigin', none],
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
  BODY_TOO_LARGE: 'refusal.tooLarge',
  BODY_TOO_SLOW: 'refusal.tooSlow',
  BODY_BROKEN: 'refusal.tooSlow',
  TIMEOUT: 'refusal.timeout',
  TOO_MANY_BODIES: 'refusal.busy',
  TOO_MANY_UPLOADS: 'refusal.busy',
  TOO_MANY_CONNECTIONS: 'refusal.busy',
  TOO_MANY_REQUESTS: 'refusal.busy',
  BUSY: 'refusal.busy',
  TOO_LONG: 'refusal.timeout',
  DISK_FULL: 'refusal.diskFull',
};

/** Why a change was not made. */
export function tell(writer: Writer, failure: Failure): readonly Told[] {
  if (failure.kind === 'away') return [{ text: writer.t('failure.away') }];
  if (failure.problems.length > 0)
    return failure.problems.map((problem) => ({
      field: problem.field,
      item: problem.item,
      text: problemText(writer, problem),
    }));
  const already = /(GM\d{4}) is a target/.exec(failure.message)?.[1];
  if (already) return [{ text: writer.t('refusal.already', { code: already }) }];
  const minutes = /try again in (\d+) minutes/.exec(failure.message)?.[1];
  if (failure.code === 'TOO_OFTEN' && minutes)
    return [{ text: writer.t('refusal.tooOften', { count: Number(minutes) }) }];
  const key = codes[failure.code];
  return [{ text: key ? writer.t(key) : writer.t('failure.refused', { message: failure.message }) }];
}

/** What is to be known beside an answer, as the texts of this client where they have it. */
export function noticeText({ t, date }: Writer, notice: string): string {
  const [, name, day, code, heir] =
    /\((.+?)\) ended on (\d{4}-\d\d-\d\d): (GM\d{4})(?: \((.+)\))? takes its place$/.exec(notice) ?? [];
  return name && day && code ? t('campaign.heir', { name, date: date(day), heir: heir ?? code }) : notice;
}
