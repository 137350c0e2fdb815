import type { Area, Geometry, Point } from './geometry';
import { type Placement, type Size, toScreen } from './zoom';

export interface Label extends Point {
  readonly code: string;
  readonly name: string;
}

const letter = 6.6;
const lineHeight = 15;

/** The names that fit inside their own area on the screen, the most important first, none over another. */
export function labelsFor(
  geometry: Geometry,
  placement: Placement,
  frame: Size,
  importance: (code: string) => number,
): Label[] {
  const fits = ({ box, name }: Area): boolean =>
    box.width * placement.scale > name.length * letter + 6 && box.height * placement.scale > lineHeight + 6;
  const inFrame = ({ x, y }: Point): boolean => x > 0 && y > 0 && x < frame.width && y < frame.height;
  const taken: { at: Point; half: number }[] = [];
  const labels: Label[] = [];
  const candidates = geometry.areas.filter(fits).sort((a, b) => importance(b.code) - importance(a.code));
  for (const { code, name, anchor } of candidates) {
    const at = toScreen(placement, anchor);
    const half = (name.length * letter) / 2 + 3;
    const free = taken.every(
      (other) => Math.abs(other.at.y - at.y) > lineHeight || Math.abs(other.at.x - at.x) > other.half + half,
    );
    if (!free || !inFrame(at)) continue;
    taken.push({ at, half });
    labels.push({ code, name, ...at });
  }
  return labels;
}
