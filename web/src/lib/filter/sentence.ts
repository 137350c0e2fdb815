import type { Reference } from '../atlas/reference';
import { className } from '../shade/labels';
import { type ShadeId, shadeIds } from '../shade/model';
import { type Writer, lower } from '../texts/model';
import { type BlockChoice, type Filter, type RegionRef, withClasses } from './model';

/** The chosen classes of a shade in words. */
export function classesText(writer: Writer, shade: ShadeId, ids: readonly string[]): string {
  if (shade === 'class' && ids.join() === 'NONE,PARTIAL') return writer.t('filter.withoutPolicy');
  return writer.or(ids.map((id) => lower(className(writer, shade, id))));
}

export const regionText = (reference: Reference | undefined, { set, code }: RegionRef): string =>
  reference?.regionName(set, code) ?? code;

/** The title of a region set, and that it is provisional when it is. */
export const setText = (
  { t }: Writer,
  { title, provisional }: { title: string; provisional: boolean },
): string => (provisional ? t('outlines.provisional', { title }) : title);

export const blockTitle = (reference: Reference | undefined, id: string): string =>
  reference?.rubric?.blocks.find((block) => block.id === id)?.title ?? id;

export const blockText = (writer: Writer, reference: Reference | undefined, choice: BlockChoice): string =>
  writer.t('filter.blockText', {
    block: blockTitle(reference, choice.block),
    verdicts: writer.or(choice.verdicts.map((verdict) => lower(writer.t(`verdict.${verdict}`)))),
  });

/** The whole filter in words, for a list that leaves the screen. */
export function filterText(writer: Writer, reference: Reference | undefined, filter: Filter): string {
  const { class: policy, status } = filter.classes;
  const parts = [
    policy && classesText(writer, 'class', policy),
    status && classesText(writer, 'status', status),
    filter.region && regionText(reference, filter.region),
    filter.block && blockText(writer, reference, filter.block),
    ...chips(writer, filter).map(({ text }) => text),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join('; ') : writer.t('provenance.all');
}

/** A part of the filter that has no place of its own in the sentence. */
export interface Chip {
  readonly shade: ShadeId;
  readonly text: string;
  readonly without: Filter;
}

/** The restrictions by legend classes other than policy class and status. */
export function chips(writer: Writer, filter: Filter): Chip[] {
  return shadeIds
    .filter((shade) => shade !== 'class' && shade !== 'status')
    .flatMap((shade) => {
      const ids = filter.classes[shade];
      if (!ids) return [];
      const text = `${writer.t(`shade.${shade}`)}: ${classesText(writer, shade, ids)}`;
      return [{ shade, text, without: withClasses(filter, shade, []) }];
    });
}
