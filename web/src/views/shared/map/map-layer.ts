import type { FilteredScene } from '../../../lib/atlas/filtered-scene';
import { className } from '../../../lib/shade/labels';
import { type ShadeClass, shades } from '../../../lib/shade/model';
import type { Writer } from '../../../lib/texts/model';
import type { Geometry } from '../../../lib/map/geometry';

/** What a map draws, whatever it is about. */
export interface MapLayer {
  readonly geometry: Geometry;
  readonly classes: readonly ShadeClass[];
  /** The id of its class by the code of an area. */
  readonly classOf: ReadonlyMap<string, string>;
  readonly className: (id: string) => string;
  /** Codes of the areas that stand out; the others are dimmed. */
  readonly shown: ReadonlySet<string>;
  /** Which names come first where not all fit. */
  readonly importance: (code: string) => number;
  /** Gives the `d` of the land around that is not part of the subject. */
  readonly backdrop?: () => string;
}

/** A filtered scene as a layer of a map: its municipalities in the classes of its shade. */
export function toMapLayer({ scene, shade, shownCodes }: FilteredScene, writer: Writer): MapLayer {
  const { atlas, geometry } = scene;
  const { classes, classOf } = shades[shade];
  return {
    geometry,
    classes,
    classOf: new Map(atlas.municipalities.map((each) => [each.code, classOf(each, atlas.asOf)])),
    className: (id) => className(writer, shade, id),
    shown: shownCodes,
    importance: (code) => atlas.byCode.get(code)?.inhabitants ?? 0,
  };
}
