import type { Level, MunicipalityContextQuery, MunicipalityPageQuery } from '../api/generated';
import type { Writer } from '../texts/model';
import { fromDay, toDay } from '../timeline/model';

export type Profile = NonNullable<MunicipalityPageQuery['municipality']>;
export type HistoryEvent = NonNullable<MunicipalityContextQuery['municipality']>['history'][number];
export type Reorganisation = MunicipalityPageQuery['reorganisations'][number];
export type Arrangement = Profile['coordination']['arrangements'][number];
export type Theme = Profile['policy']['themes'][number];

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Why nobody bears a code on a date: it had ended, had yet to begin, or never was. */
export type Fate =
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
export function fateOf(code: string, asOf: string, reorganisations: readonly Reorganisation[]): Fate {
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

/** For whom an arrangement works: ages and forms of exploitation. */
export function forWhom({ t, named, or }: Writer, { ageFrom, ageTo, forms }: Arrangement): string {
  const ages =
    ageFrom !== null && ageTo !== null
      ? t('page.ages', { from: ageFrom, to: ageTo })
      : ageFrom !== null
        ? t('page.agesFrom', { from: ageFrom })
        : ageTo !== null
          ? t('page.agesTo', { to: ageTo })
          : t('page.allAges');
  const kinds = forms.length > 0 ? or(forms.map((form) => named(`form.${form}`))) : t('page.allForms');
  return `${ages}, ${kinds}`;
}

interface OfTheme {
  readonly theme: { readonly id: string };
}
interface OfBlock {
  readonly block: OfTheme & { readonly level: Level };
}

/** The verdicts under their themes, in the order of the rubric; the basic level first. */
export function byTheme<T extends OfTheme, V extends OfBlock>(policy: {
  readonly themes: readonly T[];
  readonly verdicts: readonly V[];
}): { readonly theme: T; readonly verdicts: V[] }[] {
  const level = ({ block }: V): number => (block.level === 'BASIC' ? 0 : 1);
  return policy.themes.map((theme) => ({
    theme,
    verdicts: policy.verdicts
      .filter(({ block }) => block.theme.id === theme.theme.id)
      .toSorted((a, b) => level(a) - level(b)),
  }));
}
