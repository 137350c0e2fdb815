import type { Topology } from 'topojson-specification';

import { once } from '../tasks/once';
import { type Arc, decode } from './topology';
import type { Point } from './point';

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
  /** The outline of one group of municipalities. */
  readonly outline: (has: (code: string) => boolean) => string;
}

/** Whole units: twice as fast to write as decimals, and 10 m is finer than any map of the country shows. */
const metresPerUnit = 10;

export function boxOf(points: readonly Point[]): Box {
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

/** The points of a ring, the first not repeated at its end. */
const pointsOf = (ring: readonly Arc[]): Point[] => ring.flatMap(({ points }) => points.slice(1));

/** The `d` of a ring. An arc begins where the one before it ends; the ring ends where it began. */
function ringPath(ring: readonly Arc[]): string {
  const whole = ring.map(({ text }, at) => (at === 0 ? text : text.slice(text.indexOf('L')))).join('');
  return `M${whole.slice(0, whole.lastIndexOf('L'))}Z`;
}

/** Draws a topology: RD New metres, object `municipalities`, codes as ids. */
export function draw(source: Topology): Geometry {
  const { shapes, arcs, owners, width, height } = decode(source, metresPerUnit);
  const codes = shapes.map(({ code }) => code);
  const paths = (keep: (owners: readonly number[]) => boolean): string =>
    arcs.flatMap(({ text }, at) => (keep(owners[at] ?? []) ? `M${text}` : [])).join('');

  // Only a map needs the paths, only who walks by keyboard the neighbours, and only few areas their anchor.
  const beside = once(() => {
    const sets = shapes.map(() => new Set<number>());
    for (const [one, other] of owners) {
      if (one === undefined || other === undefined || one === other) continue;
      sets[one]?.add(other);
      sets[other]?.add(one);
    }
    return sets;
  });
  const areas = shapes.map(({ code, name, parts }, at): Area => {
    const anchor = once(() => anchorOf(parts.map((part) => part.map(pointsOf))));
    const box = once(() => boxOf(parts.flatMap(([outer = []]) => pointsOf(outer))));
    const neighbours = once(() => [...(beside()[at] ?? [])].map((index) => codes[index] ?? ''));
    const path = once(() => parts.flatMap((part) => part.map(ringPath)).join(''));
    return {
      code,
      name,
      get path() {
        return path();
      },
      get anchor() {
        return anchor();
      },
      get box() {
        return box();
      },
      get neighbours() {
        return neighbours();
      },
    };
  });
  const borders = once(() => paths(({ length }) => length > 1));
  const coast = once(() => paths(({ length }) => length === 1));
  return {
    areas,
    byCode: new Map(areas.map((area) => [area.code, area])),
    box: { x: 0, y: 0, width, height },
    get borders() {
      return borders();
    },
    get coast() {
      return coast();
    },
    outlines: (groupOf) =>
      paths(
        ([one = -1, other = -1]) => other < 0 || groupOf(codes[one] ?? '') !== groupOf(codes[other] ?? ''),
      ),
    outline: (has) =>
      paths(([one = -1, other = -1]) => has(codes[one] ?? '') !== (other >= 0 && has(codes[other] ?? ''))),
  };
}
