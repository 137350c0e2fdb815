import { type Filter, countByClass, select } from '../filter/model';
import type { ShadeId } from '../shade/model';
import type { Municipality } from './model';
import type { Scene } from './scene';

/**
 * What a view draws: a scene, the filter as far as that scene answers it, and
 * the counts that follow. Map, legend and table read the same one, so they
 * cannot describe different data.
 */
export interface FilteredScene {
  readonly scene: Scene;
  readonly shade: ShadeId;
  readonly filter: Filter;
  readonly shown: readonly Municipality[];
  readonly shownCodes: ReadonlySet<string>;
  /** Municipalities shown by class of the shade; adds up to `shown.length`. */
  readonly counts: ReadonlyMap<string, number>;
  /** All municipalities of the date by class of the shade. */
  readonly totals: ReadonlyMap<string, number>;
}

export function filterScene(scene: Scene, shade: ShadeId, wanted: Filter): FilteredScene {
  const { atlas, block } = scene;
  const filter = { ...wanted, block: block && { block: block.block, verdicts: block.verdicts } };
  const shown = select(atlas, filter, block);
  return {
    scene,
    shade,
    filter,
    shown,
    shownCodes: new Set(shown.map(({ code }) => code)),
    counts: countByClass(shown, shade, atlas.asOf),
    totals: countByClass(atlas.municipalities, shade, atlas.asOf),
  };
}
