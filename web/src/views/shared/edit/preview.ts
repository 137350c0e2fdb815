import type { OutlookPartsFragment, PreviewQuery } from '../../../lib/api/generated';
import { intervalText } from '../../../lib/atlas/interval';
import { type Writer, lower } from '../../../lib/texts/model';

type Previewed = PreviewQuery['preview']['municipalities'][number];

/** What would be shown differently of a municipality, in words. */
export interface Effect {
  readonly code: string;
  readonly name: string;
  readonly changes: readonly { readonly before: string; readonly after: string }[];
}

/** What the map and the lists show, one by one, in words. */
function told(writer: Writer, outlook: OutlookPartsFragment | null): readonly string[] {
  const { t } = writer;
  if (!outlook) return [t('preview.nobody'), '', '', '', ''];
  return [
    outlook.name,
    t(`status.${outlook.status}`),
    t(`class.${outlook.class}`),
    t('preview.blocks', { range: intervalText(writer, outlook.completeness, 'range') }),
    outlook.inherited ? t('page.inherited') : t('preview.own'),
    outlook.regions.toSorted().join(', '),
  ];
}

/** The municipalities that would be shown differently, each with what is different. */
export const toEffects = (writer: Writer, municipalities: readonly Previewed[]): Effect[] =>
  municipalities.map(({ code, before, after }) => {
    const [was, will] = [told(writer, before), told(writer, after)];
    return {
      code,
      name: (after ?? before)?.name ?? code,
      changes: will.flatMap((text, at) => {
        const earlier = was[at] ?? '';
        return earlier === text ? [] : [{ before: lower(earlier), after: lower(text) }];
      }),
    };
  });
