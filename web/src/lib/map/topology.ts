import type { GeometryCollection, Topology } from 'topojson-specification';

import type { Point } from './point';

/** A line between two places where borders meet, shared by the areas on both its sides. */
export interface Arc {
  readonly points: readonly Point[];
  /** The points as the `x,yLx,y` of an SVG path, without the `M` before. */
  readonly text: string;
}

/** A municipality as parts, each an outer ring and its holes, each a chain of arcs. */
export interface Shape {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly (readonly (readonly Arc[])[])[];
}

export interface Decoded {
  readonly shapes: readonly Shape[];
  readonly arcs: readonly Arc[];
  /** For each arc the indexes of the shapes on its sides: one on the coast, two on a border. */
  readonly owners: readonly (readonly number[])[];
}

type Line = readonly (readonly number[])[];

/** The positions of the arcs in the units of the source; quantised ones are sums of steps. */
function positions({ arcs, transform }: Topology): Line[] {
  if (!transform) return arcs;
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** An arc, of which the text is written when something first draws it. */
function toArc(points: readonly Point[]): Arc {
  let written: string | undefined;
  return {
    points,
    get text() {
      return (written ??= points.map(({ x, y }) => `${x},${y}`).join('L'));
    },
  };
}

/**
 * Reads the object `municipalities` of a topology in RD New metres (EPSG:28992,
 * y to the north) as whole units of so many metres, from the north-west corner, y to
 * the south. Each arc is read and written at most once, however many areas share it.
 */
export function decode(source: Topology, metresPerUnit: number): Decoded {
  const lines = positions(source);
  let [west, north] = [Infinity, -Infinity];
  for (const [x = 0, y = 0] of lines.flat()) {
    west = Math.min(west, x);
    north = Math.max(north, y);
  }
  const unit = (metres: number): number => Math.round(metres / metresPerUnit);
  const arcs = lines.map((line): Arc => {
    return toArc(line.map(([x = 0, y = 0]) => ({ x: unit(x - west), y: unit(north - y) })));
  });
  const backwards = new Map<number, Arc>();
  const owners = arcs.map((): number[] => []);

  /** An arc by its index; a negative one is the complement of an arc to be walked from its end. */
  function arc(index: number, owner: number): Arc | undefined {
    const forwards = index < 0 ? ~index : index;
    owners[forwards]?.push(owner);
    if (index >= 0) return arcs[index];
    const known = backwards.get(index);
    if (known) return known;
    const reversed = toArc((arcs[forwards]?.points ?? []).toReversed());
    backwards.set(index, reversed);
    return reversed;
  }

  const collection = source.objects['municipalities'] as GeometryCollection;
  const shapes = collection.geometries.map((geometry, at): Shape => {
    const parts =
      geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
    return {
      code: String(geometry.id),
      name: (geometry.properties as { name?: string } | undefined)?.name ?? String(geometry.id),
      parts: parts.map((rings) => rings.map((ring) => ring.flatMap((index) => arc(index, at) ?? []))),
    };
  });
  return { shapes, arcs, owners };
}
