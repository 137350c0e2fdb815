import type { MunicipalityPageQuery } from '../../lib/api/generated';
import { fromDay, toDay } from '../../lib/dates/timeline';

export type Profile = NonNullable<MunicipalityPageQuery['municipality']>;
export type Reorganisation = MunicipalityPageQuery['reorganisations'][number];
export type Theme = Profile['policy']['themes'][number];

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Why nobody bears a code on a date: it had ended, had yet to begin, or never was. */
export type Absence =
  | {
      readonly kind: 'ended' | 'begins';
      readonly date: string;
      readonly name: string;
      readonly others: Named[];
    }
  | { readonly kind: 'unknown' };

const unique = (all: readonly Named[], except: string): Named[] => [
  ...new Map(all.filter(({ code }) => code !== except).map((each) => [each.code, each])).values(),
];

/** What became of a municipality that does not exist on a date, from all reorganisations. */
export function absenceOf(code: string, asOf: string, reorganisations: readonly Reorganisation[]): Absence {
  const is = (each: Named): boolean => each.code === code;
  const sorted = [...reorganisations].sort((a, b) => a.date.localeCompare(b.date));

  const end = sorted.filter(({ date, from }) => date <= asOf && from.some(is));
  const last = end.at(-1)?.date;
  if (last) {
    const events = end.filter(({ date }) => date === last);
    const name = events.flatMap(({ from }) => from).find(is)?.name ?? code;
    return {
      kind: 'ended',
      date: last,
      name,
      others: unique(
        events.flatMap(({ to }) => to),
        code,
      ),
    };
  }
  const start = sorted.filter(({ date, to }) => date > asOf && to.some(is));
  const first = start[0]?.date;
  if (first) {
    const events = start.filter(({ date }) => date === first);
    const name = events.flatMap(({ to }) => to).find(is)?.name ?? code;
    return {
      kind: 'begins',
      date: first,
      name,
      others: unique(
        events.flatMap(({ from }) => from),
        code,
      ),
    };
  }
  return { kind: 'unknown' };
}

export const dayBefore = (iso: string): string => fromDay(toDay(iso) - 1);

/** The municipalities that took its place: other than itself. */
export const successorsOf = ({ code, successors }: Pick<Profile, 'code' | 'successors'>): Named[] =>
  successors.filter((each) => each.code !== code);

/** What every change of a municipality begins with. */
export const editOf = ({ code, name, asOf }: Pick<Profile, 'code' | 'name' | 'asOf'>) => ({
  of: { code, name },
  asOf,
});
