import { once } from '../tasks/once';
import { type Box, type Geometry, boxOf } from './geometry';
import type { Point } from './point';

/** Part of a drawing, and the land around it. */
export interface Crop {
  /** Only the chosen areas; the borders of all stay. */
  readonly geometry: Geometry;
  /** Gives the `d` of the other areas, as one path. */
  readonly backdrop: () => string;
  /** The `d` of the outline of the part. */
  readonly outline: string;
}

const corners = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

/** The areas with these codes, filling the frame, with the others as a backdrop. */
export function cropTo(geometry: Geometry, codes: ReadonlySet<string>): Crop {
  const areas = geometry.areas.filter(({ code }) => codes.has(code));
  return {
    geometry: {
      ...geometry,
      areas,
      byCode: new Map(areas.map((area) => [area.code, area])),
      box: areas.length > 0 ? boxOf(areas.flatMap(({ box }) => corners(box))) : geometry.box,
    },
    backdrop: once(() => geometry.areas.flatMap(({ code, path }) => (codes.has(code) ? [] : path)).join('')),
    outline: geometry.outline((code) => codes.has(code)),
  };
}
