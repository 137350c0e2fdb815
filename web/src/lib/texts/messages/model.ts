import type { MessageCode } from '../../api/generated';

/** How what stands in a gap is written. */
export type Format = 'DATE' | 'NUMBER' | 'COMMAS' | 'AND' | 'OR';
/** A gap by the name of its argument. */
export type Gap = readonly [name: string, format?: Format];
/** A choice by what an argument says: the cases, and the one that counts otherwise. */
export type Choice = readonly [name: string, cases: Readonly<Record<string, Pattern>>, otherwise: string];
/** A text, its gaps and its choices. */
export type Pattern = readonly (string | Gap | Choice)[];
/** The text of every message that the server has. */
export type MessageTexts = Readonly<Record<MessageCode, Pattern>>;

/** Something that the server says: a code that never changes, its arguments, and its text in English. */
export interface Message {
  readonly code: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly what: string;
}

/** Several texts, of which not all may be named. */
interface List {
  readonly items: readonly string[];
  readonly more?: number;
}

/** What the language in use has to write arguments with. */
export interface Tools {
  readonly date: (iso: string) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly plural: (value: number) => string;
  readonly list: (items: readonly string[], type: 'conjunction' | 'disjunction') => string;
  /** ` and 3 more` */
  readonly others: (count: number) => string;
}

const isChoice = (part: Gap | Choice): part is Choice => part.length === 3;
const isList = (value: unknown): value is List =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<List>).items);
const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'code' in value;

/** Writes messages by these texts; one that has none, of a later server, is told as the server says it. */
export function messageWriter(known: Partial<MessageTexts>, tools: Tools): (message: Message) => string {
  const written = (pattern: Pattern, given: Message['arguments']): string =>
    pattern.map((part) => (typeof part === 'string' ? part : filled(part, given))).join('');

  function filled(part: Gap | Choice, given: Message['arguments']): string {
    const value = given[part[0]];
    if (!isChoice(part)) return shown(value, part[1]);
    const [, cases, otherwise] = part;
    const word = typeof value === 'number' ? tools.plural(value) : String(value);
    return written(cases[String(value)] ?? cases[word] ?? cases[otherwise] ?? [], given);
  }

  function shown(value: unknown, format: Format | undefined): string {
    if (isMessage(value)) return message(value);
    if (isList(value)) return listed(value, format);
    if (format === 'DATE') return tools.date(String(value));
    if (format === 'NUMBER') return tools.number(Number(value), 1);
    return String(value ?? '');
  }

  function listed({ items, more = 0 }: List, format: Format | undefined): string {
    if (more > 0 || format === 'COMMAS') return items.join(', ') + (more > 0 ? tools.others(more) : '');
    return tools.list(items, format === 'OR' ? 'disjunction' : 'conjunction');
  }

  function message(said: Message): string {
    const pattern = known[said.code as MessageCode];
    return pattern ? written(pattern, said.arguments) : said.what;
  }
  return message;
}

/** A text as a sentence of its own. */
export function asSentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(whole) ? whole : `${whole}.`;
}

/** The names of the arguments that a text uses. */
export const namesOf = (pattern: Pattern): string[] => [
  ...new Set(
    pattern.flatMap((part) => {
      if (typeof part === 'string') return [];
      return isChoice(part) ? [part[0], ...Object.values(part[1]).flatMap(namesOf)] : [part[0]];
    }),
  ),
];
