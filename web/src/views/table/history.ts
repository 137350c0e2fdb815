import { ask } from '../../lib/api/client';
import { ClassesOnDocument, type PolicyClass } from '../../lib/api/generated';
import { lower, type Writer } from '../../lib/texts/model';
import { className } from '../../lib/shade/labels';

/** The first year of which anything is known. */
const first = 2020;

/** The class of each municipality that there was on a date. */
export interface Moment {
  /** ISO 8601. */
  readonly date: string;
  readonly classes: ReadonlyMap<string, PolicyClass>;
}

/** The first day of each year up to a date, and that date itself. */
export function historyDates(asOf: string): readonly string[] {
  const years = Array.from(
    { length: Math.max(Number(asOf.slice(0, 4)) - first + 1, 0) },
    (_, at) => first + at,
  );
  return [...new Set([...years.map((year) => `${year}-01-01`), asOf])];
}

export const loadMoments = (dates: readonly string[], signal: AbortSignal): Promise<readonly Moment[]> =>
  Promise.all(
    dates.map(async (date) => {
      const { municipalities } = await ask(ClassesOnDocument, { asOf: date }, signal);
      return { date, classes: new Map(municipalities.nodes.map(({ code, policy }) => [code, policy.class])) };
    }),
  );

/** The history of one municipality in words: each class with the first of the dates that had it. */
export function historyText(writer: Writer, moments: readonly Moment[], code: string): string {
  const at = ({ classes }: Moment | undefined = { date: '', classes: new Map() }) =>
    classes.get(code) ?? 'NONE_YET';
  return moments
    .filter((moment, place) => place === 0 || at(moment) !== at(moments[place - 1]))
    .map((moment) => {
      const id = at(moment);
      const name = id === 'NONE_YET' ? writer.t('table.noneYet') : lower(className(writer, 'class', id));
      return `${writer.shortDate(moment.date)}: ${name}`;
    })
    .join('; ');
}
