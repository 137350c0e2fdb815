import type { Gaps, TextKey, Writer } from '../../../lib/texts/model';

type Rule = readonly [pattern: RegExp, key: TextKey, gaps: (writer: Writer, found: string[]) => Gaps];

const counted =
  (name: string) =>
  (_: Writer, [, count = '', rest = '']: string[]): Gaps => ({ count: Number(count), [name]: rest });

/** What the server says in English of the changes that are made most, as texts of this client. */
const rules: readonly Rule[] = [
  [/^(\d+) verdicts? of (\d+) municipalities$/, 'changes.verdictsOfMany', counted('places')],
  [/^(\d+) verdicts? of (GM\d{4})$/, 'changes.verdictsOf', counted('code')],
  [/^(\d+) editions? of the boundaries/, 'changes.editions', counted('rest')],
  [
    /^edition (\d+): (\d+) new, (\d+) changed, (\d+) withdrawn, (\d+) left$/,
    'changes.refreshed',
    (_, [, edition = '', ...counts]) => {
      const [fresh, changed, withdrawn, left] = counts.map(Number);
      return { edition, new: fresh ?? 0, changed: changed ?? 0, withdrawn: withdrawn ?? 0, left: left ?? 0 };
    },
  ],
  [/^(\d+) memberships?$/, 'changes.memberships', counted('rest')],
  [/^(\d+) arrangements?$/, 'changes.arrangements', counted('rest')],
  [/^(\d+) documents?$/, 'changes.documents', counted('rest')],
  [/^(\d+) figures?$/, 'changes.figures', counted('rest')],
  [/^(\d+) region sets?$/, 'changes.sets', counted('rest')],
  [/^(\d+) regions?$/, 'changes.regions', counted('rest')],
  [/^(GM\d{4}) correction (\S+)$/, 'changes.correction', (_, [, code = '', id = '']) => ({ code, id })],
  [/^sheets of campaign (\S+)$/, 'audit.campaignSheets', (_, [, id = '']) => ({ id })],
  [
    /^(\S+): (\d+) members? from (\d{4}-\d\d-\d\d)$/,
    'changes.members',
    ({ shortDate }, [, id = '', count = '', from = '']) => ({
      id,
      count: Number(count),
      date: shortDate(from),
    }),
  ],
  [
    /^(\S+) on (\d{4}-\d\d-\d\d)$/,
    'changes.on',
    ({ shortDate }, [, id = '', day = '']) => ({ id, date: shortDate(day) }),
  ],
  [
    /^(\S+) from (\d{4}-\d\d-\d\d)$/,
    'changes.from',
    ({ shortDate }, [, id = '', day = '']) => ({ id, date: shortDate(day) }),
  ],
  [
    /^revision (\d+) \((\w+)\)$/,
    'changes.revision',
    ({ named }, [, revision = '', action = '']) => ({ revision, action: named(`action.${action}`, action) }),
  ],
  [
    /^revision (\d+) \((\w+)\), (\d+) kept$/,
    'changes.revisionKept',
    ({ named }, [, revision = '', action = '', kept = '']) => ({
      revision,
      action: named(`action.${action}`, action),
      count: Number(kept),
    }),
  ],
];

/** To what a change was made; as the server says it where this client has no words for it. */
export function summaryText(writer: Writer, summary: string): string {
  for (const [pattern, key, gaps] of rules) {
    const found = pattern.exec(summary);
    if (found) return writer.t(key, gaps(writer, [...found]));
  }
  return summary;
}

/** What a line of the audit trail is about: its kind in words, and what names it as it is. */
export function subjectText(writer: Writer, subject: string): string {
  const whole = writer.named(`subject.${subject}`, '');
  const said = summaryText(writer, subject);
  if (whole || said !== subject) return whole || said;
  const [, kind = '', name = ''] = /^([a-z_]+) (.+)$/.exec(subject) ?? [];
  const word = writer.named(`subject.${kind}`, '');
  return word ? `${word} ${name}` : subject;
}

/** Who did something: the name of a person or a token, or a word for the program itself. */
export const actorText = ({ named }: Writer, actor: string): string => named(`actor.${actor}`, actor);
