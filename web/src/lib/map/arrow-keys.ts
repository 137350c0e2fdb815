import type { Area, Geometry } from './geometry';
import type { Point } from './point';

export type Direction = 'up' | 'down' | 'left' | 'right';

const ahead: Record<Direction, Point> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** The cost of a step: its length, and more when it leaves the direction; Infinity beyond 60 degrees. */
function cost(from: Point, to: Point, direction: Direction): number {
  const step = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.hypot(step.x, step.y);
  const forward = (step.x * ahead[direction].x + step.y * ahead[direction].y) / (length || 1);
  return forward < 0.5 ? Infinity : length / forward;
}

const cheapest = (from: Area, areas: readonly Area[], direction: Direction): Area | undefined =>
  areas
    .map((area) => ({ area, cost: cost(from.anchor, area.anchor, direction) }))
    .filter((option) => option.area !== from && option.cost < Infinity)
    .sort((a, b) => a.cost - b.cost)[0]?.area;

/**
 * The area that an arrow key leads to: a neighbour in that direction, else the nearest
 * area there, over water if need be. Undefined at the edge of the map.
 */
export function neighbourTowards(geometry: Geometry, code: string, direction: Direction): string | undefined {
  const from = geometry.byCode.get(code);
  if (!from) return undefined;
  const beside = from.neighbours.flatMap((each) => geometry.byCode.get(each) ?? []);
  return (cheapest(from, beside, direction) ?? cheapest(from, geometry.areas, direction))?.code;
}

/** The area whose anchor lies nearest to a point. */
export function nearest(geometry: Geometry, { x, y }: Point): string | undefined {
  const away = ({ anchor }: Area): number => Math.hypot(anchor.x - x, anchor.y - y);
  return geometry.areas.reduce<Area | undefined>(
    (best, area) => (!best || away(area) < away(best) ? area : best),
    undefined,
  )?.code;
}
