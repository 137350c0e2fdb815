import type { Area, Geometry } from './geometry';
import type { Point } from './point';
import { type Placement, type Size, toScreen } from './zoom';

export interface Label extends Point {
  readonly code: string;
  readonly name: string;
}

const letter = 6.6;
const lineHeight = 15;

/** Whether a place on the screen lies in the frame. */
export const isIn = ({ x, y }: Point, frame: Size): boolean =>
  x > 0 && y > 0 && x < frame.width && y < frame.height;

/** The names that fit inside their own area on the screen, the most important first, none over another. */
export function labelsFor(
  geometry: Geometry,
  placement: Placement,
  frame: Size,
  importance: (code: string) => number,
): Label[] {
  const fits = ({ box, name }: Area): boolean =>
    box.width * placement.scale > name.length * letter + 6 && box.height * placement.scale > lineHeight + 6;
  const taken: { at: Point; half: number }[] = [];
  const labels: Label[] = [];
  const candidates = geometry.areas.filter(fits).sort((a, b) => importance(b.code) - importance(a.code));
  for (const { code, name, anchor } of candidates) {
    const at = toScreen(placement, anchor);
    const half = (name.length * letter) / 2 + 3;
    const free = taken.every(
      (other) => Math.abs(other.at.y - at.y) > lineHeight || Math.abs(other.at.x - at.x) > other.half + half,
    );
    if (!free || !isIn(at, frame)) continue;
    taken.push({ at, half });
    labels.push({ code, name, ...at });
  }
  return labels;
}

export const markerRadius = 10.5;

/** Half the width of the marker of a number: a circle, or wider for three digits. */
export const halfWidth = (number: string): number => Math.max(markerRadius, number.length * 3.6 + 3);

/** Whether the marker of an area would hide it. */
export const isSmall = (box: Area['box'], scale: number): boolean =>
  Math.min(box.width, box.height) * scale < 4 * markerRadius;

/** Where the marker of an area begins: on it, or beside an area that it would cover. */
export function besideSmall(anchor: Point, { box }: Pick<Area, 'box'>, scale: number, half: number): Point {
  const covered = isSmall(box, scale);
  return covered ? { x: anchor.x + half + 9, y: anchor.y - markerRadius - 9 } : anchor;
}

/** A place on the screen that is kept free, by its centre and radius in pixels. */
export interface KeptFree extends Point {
  readonly radius: number;
}

/** The place around a small area that no marker is to cover. */
export const aroundSmall = (
  anchor: Point,
  { box }: Pick<Area, 'box'>,
  scale: number,
  half: number,
): KeptFree => ({
  ...anchor,
  radius: half + 3 + (Math.min(box.width, box.height) * scale) / 2,
});

/** Where in a frame the middle of a marker may lie so that all of it is seen. */
export interface Inside {
  readonly frame: Size;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Moves points apart until each pair has this distance and none lies in a place that is
 * kept free, as little as that takes; all of them within the frame when one is given.
 */
export function moveApart(
  points: readonly Point[],
  distance: number,
  free: readonly KeptFree[] = [],
  inside?: Inside,
): Point[] {
  const kept = ({ x, y }: Point): { x: number; y: number } =>
    inside
      ? {
          x: between(x, inside.halfWidth, inside.frame.width - inside.halfWidth),
          y: between(y, inside.halfHeight, inside.frame.height - inside.halfHeight),
        }
      : { x, y };
  const placed = points.map(kept);
  for (let round = 0; round < 120; round++) {
    let settled = true;
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        const apart = Math.hypot(other.x - one.x, other.y - one.y);
        if (apart >= distance - 0.01) continue;
        settled = false;
        // Two at the very same place part sideways.
        const [dx, dy] = apart > 0.01 ? [(other.x - one.x) / apart, (other.y - one.y) / apart] : [1, 0];
        const push = (distance - apart) / 2;
        one.x -= dx * push;
        one.y -= dy * push;
        other.x += dx * push;
        other.y += dy * push;
      }
    }
    for (const one of placed) {
      for (const { x, y, radius } of free) {
        const apart = Math.hypot(one.x - x, one.y - y);
        if (apart >= radius - 0.01) continue;
        settled = false;
        const [dx, dy] = apart > 0.01 ? [(one.x - x) / apart, (one.y - y) / apart] : [1, 0];
        one.x += dx * (radius - apart);
        one.y += dy * (radius - apart);
      }
    }
    for (const one of placed) Object.assign(one, kept(one));
    if (settled) break;
  }
  return placed;
}
