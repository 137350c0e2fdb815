import type { Level, MunicipalityContextQuery, MunicipalityPageQuery } from '../../../lib/api/generated';
import type { Writer } from '../../../lib/texts/model';

export type HistoryEvent = NonNullable<MunicipalityContextQuery['municipality']>['history'][number];
export type Arrangement = NonNullable<
  MunicipalityPageQuery['municipality']
>['coordination']['arrangements'][number];

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
