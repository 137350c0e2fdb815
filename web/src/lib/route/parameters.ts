import { parseInstant } from '../api/known-at';
import { withClasses } from '../filter/model';
import { classIds, shadeIds } from '../shade/model';
import { defaultOrder, parseTargetOrder, tabIds, targetOrderText } from './campaign';
import { bottleneckStates, categories } from './categories';
import { changeKinds } from './changes';
import { columnIds, defaultColumns, defaultSort } from './columns';
import { listIds, parseChosen } from './outreach';
import { parsePage, pathOf } from './page';
import { parsePurpose, purposeText } from './purpose';
import type { View } from './view';
import { snippetIds } from './snippets';
import * as value from './values';
import { parseWeights, standardWeights, weightsText } from './weights';

/** One parameter of the address: how a part of the view is read from it and written to it. */
interface Parameter<Value> {
  readonly name: string;
  /** The part as it becomes; undefined when the text cannot be used. */
  readonly read: (text: string, now: Value) => Value | undefined;
  /** Undefined or empty at the default, which is left out. */
  readonly write: (now: Value) => string | undefined;
}

/** A parameter that is the whole of a part. */
const whole = <Value>(
  name: string,
  read: (text: string) => Value | undefined,
  write: (now: Value) => string | undefined,
): readonly Parameter<Value>[] => [{ name, read, write }];

/** A text that stands in the address as it is. */
const plain = (name: string, read: (text: string) => string | undefined) =>
  whole<string | undefined>(name, read, (now) => now);

/** One of several words, of which the default is left out. */
const choice = <Id extends string>(name: string, ids: readonly Id[], usual: Id) =>
  whole<Id>(name, value.oneOf(ids), (now) => (now === usual ? undefined : now));

/** Several of the words of a list, in its order. */
const several = <Id extends string>(name: string, ids: readonly Id[]) =>
  whole<readonly Id[]>(name, value.someOf(ids), (now) => now.join(','));

/** A parameter that is one field of a part. */
const field = <Value extends object, Key extends keyof Value>(
  name: string,
  key: Key,
  read: (text: string) => Value[Key] | undefined,
  write: (now: NonNullable<Value[Key]>) => string = String,
): Parameter<Value> => ({
  name,
  read: (text, now) => {
    const found = read(text);
    return found === undefined ? undefined : { ...now, [key]: found };
  },
  write: ({ [key]: now }) => (now === undefined || now === null ? undefined : write(now)),
});

type Part = Exclude<keyof View, 'page'>;

/** The parameters by the part of the view that they hold, in the order of the address. */
const table: { readonly [Name in Part]: readonly Parameter<View[Name]>[] } = {
  date: plain('date', value.parseDate),
  knownAt: plain('knownAt', parseInstant),
  shade: choice('shade', shadeIds, 'class'),
  filter: [
    ...shadeIds.map((shade): Parameter<View['filter']> => ({
      name: shade,
      read: (text, now) => {
        const chosen = value.someOf(classIds(shade))(text);
        return chosen && withClasses(now, shade, chosen);
      },
      write: ({ classes }) => classes[shade]?.join(','),
    })),
    field('region', 'region', value.parseRegion, ({ set, code }) => `${set}/${code}`),
    field('block', 'block', value.parseBlock, ({ block, verdicts }) => `${block}:${verdicts.join(',')}`),
  ],
  selected: plain('selected', value.parseCode),
  outlines: plain('outlines', value.parseId),
  sort: whole('sort', value.parseOrder(columnIds), value.orderText(defaultSort)),
  columns: whole('columns', value.parseColumns, (now) =>
    now.join() === defaultColumns.join() ? undefined : now.join(','),
  ),
  set: plain('set', value.parseId),
  per: whole('per', value.parsePer, (now) => (now === 'INHABITANTS' ? 'inhabitants' : undefined)),
  compared: whole('with', value.parseCompared, (now) => now.join(',')),
  since: plain('since', value.parseDate),
  changes: several('change', changeKinds),
  careRecipient: [field('age', 'age', value.parseAge), field('form', 'form', value.parseForm)],
  purpose: whole('doel', parsePurpose, purposeText),
  weights: whole('weights', parseWeights, weightsText),
  chosen: whole('kies', parseChosen, (now) => now.join(',')),
  find: plain('zoek', value.parseText),
  present: whole<boolean>(
    'presenteren',
    (text) => text === 'ja' || undefined,
    (now) => (now ? 'ja' : undefined),
  ),
  onlyChosen: whole<boolean>(
    'alleen',
    (text) => text === 'gekozen' || undefined,
    (now) => (now ? 'gekozen' : undefined),
  ),
  list: choice('list', listIds, 'targets'),
  categories: several('category', categories),
  state: whole<View['state']>('state', value.oneOf(bottleneckStates), (now) => now),
  about: plain('about', value.parseId),
  campaign: plain('campaign', value.parseId),
  // What came of signing in elsewhere is told once: no link repeats it.
  arrival: whole<View['arrival']>('aanmelden', value.parseId, () => undefined),
  tab: choice('tab', tabIds, 'board'),
  snippet: choice('als', snippetIds, 'graphql'),
  ofPage: whole<View['ofPage']>('weergave', parsePage, (now) => now && pathOf(now)),
  order: whole('order', parseTargetOrder, targetOrderText),
  kinds: several('quality', value.qualityKinds),
  trail: [
    field('actor', 'actor', value.parseText),
    field('subject', 'subject', value.parseText),
    field('from', 'from', value.parseDate),
    field('to', 'to', value.parseDate),
  ],
  language: choice('lang', ['nl', 'en'], 'nl'),
};

/** What an address without parameters shows. */
export const defaults: Required<Omit<View, 'page' | 'language'>> = {
  date: undefined,
  knownAt: undefined,
  shade: 'class',
  filter: { classes: {} },
  selected: undefined,
  outlines: undefined,
  sort: defaultSort,
  columns: defaultColumns,
  set: undefined,
  per: 'MUNICIPALITIES',
  compared: [],
  since: undefined,
  changes: [],
  careRecipient: {},
  purpose: 'BRIEF',
  weights: standardWeights,
  chosen: [],
  find: undefined,
  onlyChosen: false,
  present: false,
  list: 'targets',
  categories: [],
  state: undefined,
  about: undefined,
  campaign: undefined,
  arrival: undefined,
  tab: 'board',
  snippet: 'graphql',
  ofPage: undefined,
  order: defaultOrder,
  kinds: [],
  trail: {},
};

/** A parameter of the address, as one of the whole view. */
export interface AddressParameter {
  readonly name: string;
  readonly read: (text: string, view: View) => View | undefined;
  readonly write: (view: View) => string | undefined;
}

const ofView = <Name extends Part>(part: Name): AddressParameter[] =>
  table[part].map(({ name, read, write }) => ({
    name,
    read: (text, view) => {
      const next = read(text, view[part]);
      return next === undefined ? undefined : { ...view, [part]: next };
    },
    write: (view) => write(view[part]),
  }));

/** Every parameter, in the order of the address. */
export const parameters: readonly AddressParameter[] = (Object.keys(table) as Part[]).flatMap((part) =>
  ofView(part),
);
