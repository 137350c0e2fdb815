import type { Box } from './geometry';
import type { Point } from './point';

/** How the drawing lies on the screen: screen = drawing * scale + offset, in CSS pixels. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zooming in goes up to this many times the whole country. */
export const maximumZoom = 24;

/** The whole drawing in the middle of the frame, with a margin in pixels and room above for a title. */
export function fit(box: Box, frame: Size, margin: number, above = 0): Placement {
  const scale = Math.max(
    0.001,
    Math.min((frame.width - 2 * margin) / box.width, (frame.height - above - 2 * margin) / box.height),
  );
  return {
    scale,
    x: (frame.width - box.width * scale) / 2 - box.x * scale,
    y: above + (frame.height - above - box.height * scale) / 2 - box.y * scale,
  };
}

/** The point of the drawing that lies under a point of the screen. */
export const toDrawing = ({ scale, x, y }: Placement, screen: Point): Point => ({
  x: (screen.x - x) / scale,
  y: (screen.y - y) / scale,
});

export const toScreen = ({ scale, x, y }: Placement, drawing: Point): Point => ({
  x: drawing.x * scale + x,
  y: drawing.y * scale + y,
});

/** The part of the frame that the drawing takes, with a margin in pixels around it. */
export function visibleBox(placement: Placement, box: Box, frame: Size, margin: number): Box {
  const from = toScreen(placement, box);
  const to = toScreen(placement, { x: box.x + box.width, y: box.y + box.height });
  const x = Math.max(0, from.x - margin);
  const y = Math.max(0, from.y - margin);
  return {
    x,
    y,
    width: Math.max(1, Math.min(frame.width, to.x + margin) - x),
    height: Math.max(1, Math.min(frame.height, to.y + margin) - y),
  };
}

/** Keeps the zoom between the whole country and the maximum, and the middle of the frame on the map. */
export function clamp(placement: Placement, home: Placement, box: Box, frame: Size): Placement {
  const scale = Math.min(Math.max(placement.scale, home.scale), home.scale * maximumZoom);
  if (scale <= home.scale * 1.001) return home;
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  const within = (offset: number, centre: number, start: number, length: number): number =>
    Math.min(centre - start * scale, Math.max(centre - (start + length) * scale, offset));
  return {
    scale,
    x: within(placement.x, middle.x, box.x, box.width),
    y: within(placement.y, middle.y, box.y, box.height),
  };
}

/**
 * Zooms by a factor around a point of the screen, which stays where it is; no further
 * than from the whole country (`home`, its scale) to the maximum. Beyond, the map would
 * move away under a scale that stays.
 */
export function zoomAt(placement: Placement, by: number, { x, y }: Point, home: number): Placement {
  const scale = Math.min(Math.max(placement.scale * by, home), home * maximumZoom);
  const factor = scale / placement.scale;
  return {
    scale,
    x: x - (x - placement.x) * factor,
    y: y - (y - placement.y) * factor,
  };
}

export const moveBy = (placement: Placement, dx: number, dy: number): Placement => ({
  ...placement,
  x: placement.x + dx,
  y: placement.y + dy,
});

/** Moves the least that brings a point of the drawing into the frame, a margin in pixels from its edge. */
export function reveal(placement: Placement, point: Point, frame: Size, margin: number): Placement {
  const { x, y } = toScreen(placement, point);
  const shift = (at: number, length: number): number =>
    at < margin ? margin - at : at > length - margin ? length - margin - at : 0;
  return moveBy(placement, shift(x, frame.width), shift(y, frame.height));
}
