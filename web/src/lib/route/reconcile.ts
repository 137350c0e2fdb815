import type { Reference } from '../atlas/reference';
import type { Filter } from '../filter/model';
import { type ShadeId, isInternal } from '../shade/model';
import { type Rejected, type View, filterOf } from './model';

/** A filter of which every name is known, and what had to be left out of it. */
export interface Reconciled {
  readonly filter: Filter;
  /** The building block that good practices are for. */
  readonly about?: string | undefined;
  readonly rejected: readonly Rejected[];
  readonly shade: ShadeId;
  /** False while a building block still waits for the names to arrive. */
  readonly ready: boolean;
}

/**
 * Checks the names in a view against those that exist; before they have arrived nothing is rejected.
 * What tells of outreach is left out for the public, and until it is known who asks.
 */
export function reconcile(
  view: View,
  reference: Reference | undefined,
  inside: boolean | 'unknown' = false,
): Reconciled {
  const { outlines, about } = view;
  const rejected: Rejected[] = [];
  const open = (part: string): boolean => inside === true || !isInternal(part);
  const classes = Object.entries(view.filter.classes).filter(([shade]) => open(shade));
  const filter = filterOf({ ...view, filter: { ...view.filter, classes: Object.fromEntries(classes) } });
  const shade = open(view.shade) ? view.shade : 'class';
  if (inside === false) {
    if (shade !== view.shade) rejected.push({ part: 'shade', value: view.shade });
    for (const [part, ids] of Object.entries(view.filter.classes))
      if (!open(part)) rejected.push({ part, value: ids.join(',') });
  }
  if (!reference) return { filter, about, shade, rejected, ready: filter.block === undefined };
  const keep = <T>(part: string, value: T | undefined, name: string, exists: boolean): T | undefined => {
    if (value === undefined || exists) return value;
    rejected.push({ part, value: name, known: true });
    return undefined;
  };
  const { region, block } = filter;
  const hasBlock = (id: string | undefined): boolean =>
    reference.rubric?.blocks.some((each) => each.id === id) ?? false;
  const inSet = reference.sets.find(({ id }) => id === region?.set)?.regions;
  const checked: Filter = {
    classes: filter.classes,
    region: keep(
      'region',
      region,
      `${region?.set}/${region?.code}`,
      inSet?.some(({ code }) => code === region?.code) ?? false,
    ),
    block: keep('block', block, block?.block ?? '', hasBlock(block?.block)),
  };
  keep(
    'outlines',
    outlines,
    outlines ?? '',
    reference.sets.some(({ id }) => id === outlines),
  );
  const known = keep('about', about, about ?? '', hasBlock(about));
  return { filter: checked, about: known, shade, rejected, ready: true };
}
