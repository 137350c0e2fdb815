import type { GeometryCollection, Topology } from 'topojson-specification';

import { once } from '../tasks/once';
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
  /** From the west to the east, and from the north to the south, in units. */
  readonly width: number;
  readonly height: number;
}

/** Visits the positions of an arc in the units of the source; quantised ones are sums of steps. */
function eachPosition(arc: Topology['arcs'][number], transform: Topology['transform'], visit: Visit): void {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  let [x, y] = [0, 0];
  for (const [dx = 0, dy = 0] of arc) {
    [x, y] = transform ? [x + dx, y + dy] : [dx, dy];
    visit(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  }
}
type Visit = (x: number, y: number) => void;

/** An arc, which is read, and written, when something first asks for it: most pages show few of them. */
function toArc(read: () => Point[]): Arc {
  const points = once(read);
  const text = once(() =>
    points()
      .map(({ x, y }) => `${x},${y}`)
      .join('L'),
  );
  return {
    get points() {
      return points();
    },
    get text() {
      return text();
    },
  };
}

/**
 * Reads the object `municipalities` of a topology in RD New metres (EPSG:28992,
 * y to the north) as whole units of so many metres, from the north-west corner, y to
 * the south. Each arc is read and written at most once, however many areas share it.
 */
export function decode(source: Topology, metresPerUnit: number): Decoded {
  let [west, north, east, south] = [Infinity, -Infinity, -Infinity, Infinity];
  for (const line of source.arcs) {
    eachPosition(line, source.transform, (x, y) => {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    });
  }
  const unit = (metres: number): number => Math.round(metres / metresPerUnit);
  const arcs = source.arcs.map((line) =>
    toArc(() => {
      const points: Point[] = [];
      eachPosition(line, source.transform, (x, y) => points.push({ x: unit(x - west), y: unit(north - y) }));
      return points;
    }),
  );
  const backwards = new Map<number, Arc>();
  const owners = arcs.map((): number[] => []);

  /** An arc by its index; a negative one is the complement of an arc to be walked from its end. */
  function arc(index: number, owner: number): Arc | undefined {
    const forwards = index < 0 ? ~index : index;
    owners[forwards]?.push(owner);
    if (index >= 0) return arcs[index];
    const known = backwards.get(index);
    if (known) return known;
    const reversed = toArc(() => (arcs[forwards]?.points ?? []).toReversed());
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
  return { shapes, arcs, owners, width: unit(east - west), height: unit(north - south) };
}
