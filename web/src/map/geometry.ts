import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

/** A place on the drawing: 1 unit is 100 m, x to the east, y to the south. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One area of the map. */
export interface Area {
  readonly code: string;
  readonly name: string;
  /** The `d` of its SVG path. */
  readonly path: string;
  /** A point well inside the largest part. */
  readonly anchor: Point;
  readonly box: Box;
  /** Codes of the areas that share a border. */
  readonly neighbours: readonly string[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing of one set of boundaries. */
export interface Geometry {
  readonly areas: readonly Area[];
  readonly byCode: ReadonlyMap<string, Area>;
  readonly box: Box;
  /** Borders between municipalities, and the outline of the country. */
  readonly borders: string;
  readonly coast: string;
  /** The outlines of groups of municipalities, without the borders inside a group. */
  readonly outlines: (groupOf: (code: string) => string | undefined) => string;
}

type Municipalities = Topology<{ municipalities: GeometryCollection<{ name: string }> }>;

const metresPerUnit = 100;
const unit = (value: number): number => Math.round((value / metresPerUnit) * 10) / 10;

/** RD New metres (EPSG:28992, y to the north) to drawing units below the northern edge. */
const project =
  (west: number, north: number) =>
  ([x = 0, y = 0]: Position): Point => ({ x: unit(x - west), y: unit(north - y) });

type Project = ReturnType<typeof project>;

const line = (points: Position[], place: Project): string =>
  points
    .map((point) => place(point))
    .reduce((path, { x, y }, at) => `${path}${at === 0 ? 'M' : 'L'}${x},${y}`, '');

const rings = (shape: Polygon | MultiPolygon): Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

const lines = (shape: MultiLineString, place: Project): string =>
  shape.coordinates.map((points) => line(points, place)).join('');

function boxOf(points: readonly Point[]): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return { x: west, y: north, width: east - west, height: south - north };
}

/** Twice the signed area of a ring. */
const signedArea = (ring: readonly Point[]): number =>
  ring.reduce((sum, { x, y }, at) => {
    const next = ring[(at + 1) % ring.length] as Point;
    return sum + x * next.y - next.x * y;
  }, 0);

/** Where a horizontal line meets the rings of a part, from west to east. */
function crossings(part: readonly (readonly Point[])[], y: number): number[] {
  const found: number[] = [];
  for (const ring of part) {
    for (const [at, one] of ring.entries()) {
      const other = ring[(at + 1) % ring.length] as Point;
      if (one.y > y !== other.y > y) {
        found.push(one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x));
      }
    }
  }
  return found.sort((a, b) => a - b);
}

/** The middle of the widest stretch inside the largest part, on one of a few horizontal lines. */
export function anchorOf(parts: readonly (readonly (readonly Point[])[])[]): Point {
  const size = (part: readonly (readonly Point[])[]): number => Math.abs(signedArea(part[0] ?? []));
  const part = [...parts].sort((a, b) => size(b) - size(a))[0] ?? [];
  const box = boxOf(part[0] ?? []);
  let best = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0 };
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    // Never through a vertex, where in and out are ambiguous.
    const y = box.y + box.height * share + 0.037;
    const found = crossings(part, y);
    for (let at = 0; at + 1 < found.length; at += 2) {
      const [from = 0, to = 0] = found.slice(at, at + 2);
      // Lines far from the middle have to be a good deal wider to win.
      const width = (to - from) * (1 - Math.abs(share - 0.5));
      if (width > best.width) best = { x: (from + to) / 2, y, width };
    }
  }
  return { x: best.x, y: best.y };
}

/** Draws a topology: RD New metres, object `municipalities`, codes as ids. */
export function draw(source: Topology): Geometry {
  const topology = source as Municipalities;
  const collection = topology.objects.municipalities;
  const features = feature(topology, collection).features;
  const corners = features.flatMap(({ geometry }) => rings(geometry as Polygon | MultiPolygon).flat(2));
  const west = corners.reduce((least, [x = 0]) => Math.min(least, x), Infinity);
  const north = corners.reduce((most, [, y = 0]) => Math.max(most, y), -Infinity);
  const place = project(west, north);
  const beside = neighbors(collection.geometries);
  const codes = features.map(({ id }) => String(id));

  const areas = features.map(({ properties, geometry }, at): Area => {
    const parts = rings(geometry as Polygon | MultiPolygon);
    const placed = parts.map((part) => part.map((ring) => ring.slice(0, -1).map(place)));
    return {
      code: codes[at] ?? '',
      name: properties.name,
      path: parts.flatMap((part) => part.map((ring) => `${line(ring.slice(0, -1), place)}Z`)).join(''),
      anchor: anchorOf(placed),
      box: boxOf(placed.flat(2)),
      neighbours: (beside[at] ?? []).map((index) => codes[index] ?? ''),
    };
  });
  const between = (keep: (a: GeometryObject, b: GeometryObject) => boolean): string =>
    lines(mesh(topology, collection, keep), place);
  return {
    areas,
    byCode: new Map(areas.map((area) => [area.code, area])),
    box: boxOf(corners.map(place)),
    borders: between((a, b) => a !== b),
    coast: between((a, b) => a === b),
    outlines: (groupOf) => between((a, b) => a === b || groupOf(String(a.id)) !== groupOf(String(b.id))),
  };
}
