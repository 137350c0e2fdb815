import type { Point } from './point';
import { type Placement, moveBy, zoomAt } from './zoom';

/** A press that moves less than this many pixels is a click. */
const slack = 5;

/** Follows the pointers that press on the map: one drags, two pinch. */
export class Gestures {
  readonly #pointers = new Map<number, Point>();
  #travelled = 0;

  /** Whether the last press moved so far that it is no click. */
  get moved(): boolean {
    return this.#travelled > slack;
  }

  get active(): boolean {
    return this.#pointers.size > 0;
  }

  down(id: number, point: Point): void {
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(id, point);
  }

  up(id: number): void {
    this.#pointers.delete(id);
  }

  /**
   * Where the drawing lies after a pointer has moved; the same placement when that pointer
   * does not press. `home` is the scale of the whole country.
   */
  move(id: number, point: Point, placement: Placement, home: number): Placement {
    const before = this.#pointers.get(id);
    if (!before) return placement;
    const other = [...this.#pointers].find(([each]) => each !== id)?.[1];
    this.#pointers.set(id, point);
    this.#travelled += Math.hypot(point.x - before.x, point.y - before.y);
    if (!this.moved) return placement;
    if (!other) return moveBy(placement, point.x - before.x, point.y - before.y);

    const apart = (one: Point): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const middle = (one: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
    const [from, to] = [middle(before), middle(point)];
    const zoomed = zoomAt(placement, apart(point) / apart(before), from, home);
    return moveBy(zoomed, to.x - from.x, to.y - from.y);
  }
}
