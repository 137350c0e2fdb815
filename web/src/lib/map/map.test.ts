import { describe, expect, test } from 'vitest';

import { grid } from '../testing/build';
import { anchorOf, draw } from './geometry';
import { Gestures } from './gestures';
import { besideSmall, halfWidth, labelsFor, moveApart } from './labels';
import { cropTo } from './crop';
import { type Direction, nearest, neighbourTowards } from './arrow-keys';
import { clamp, fit, maximumZoom, reveal, toDrawing, toScreen, zoomAt } from './zoom';

const country = draw(grid(3, 3));

describe('the drawing of a topology', () => {
  test('has one area per municipality, 10 metres to the unit, north up', () => {
    expect(country.areas).toHaveLength(9);
    expect(country.box).toEqual({ x: 0, y: 0, width: 3000, height: 3000 });
    expect(country.byCode.get('c0r0')?.box).toEqual({ x: 0, y: 2000, width: 1000, height: 1000 });
    expect(country.byCode.get('c0r2')?.path).toBe('M0,1000L0,0L1000,0L1000,1000Z');
  });

  test('knows which areas share a border', () => {
    expect(country.byCode.get('c1r1')?.neighbours.toSorted()).toEqual(['c0r1', 'c1r0', 'c1r2', 'c2r1']);
  });

  test('keeps the borders inside the country apart from its coast', () => {
    const length = (path: string): number =>
      path
        .split('M')
        .slice(1)
        .map((line) => line.split('L').map((point) => point.split(',').map(Number)))
        .reduce(
          (sum, line) =>
            sum +
            line
              .slice(1)
              .reduce(
                (part, [x = 0, y = 0], at) =>
                  part + Math.hypot(x - (line[at]?.[0] ?? 0), y - (line[at]?.[1] ?? 0)),
                0,
              ),
          0,
        );
    expect(length(country.borders)).toBe(12 * 1000);
    expect(length(country.coast)).toBe(12 * 1000);
    // Columns as regions: the coast, and two borders from north to south.
    expect(length(country.outlines((code) => code.slice(0, 2)))).toBe(12 * 1000 + 2 * 3000);
  });

  test('shows a part of itself with the land around', () => {
    const { geometry, backdrop, outline } = cropTo(country, new Set(['c0r0', 'c1r0']));
    expect(geometry.areas.map(({ code }) => code)).toEqual(['c0r0', 'c1r0']);
    expect(geometry.box).toEqual({ x: 0, y: 2000, width: 2000, height: 1000 });
    expect(backdrop().split('Z')).toHaveLength(7 + 1);
    // Two areas side by side have six sides around them.
    expect(outline.split('M')).toHaveLength(6 + 1);
  });

  test('anchors an area inside itself, even when its middle lies outside', () => {
    const horseshoe = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 20 },
      { x: 30, y: 20 },
      { x: 30, y: 80 },
      { x: 100, y: 80 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
    ];
    const { x, y } = anchorOf([[horseshoe]]);
    expect(x).toBeLessThan(30);
    expect(y).toBeGreaterThan(20);
    expect(y).toBeLessThan(80);
  });

  test('anchors a municipality with islands in its largest part', () => {
    const square = (from: number, side: number) => [
      { x: from, y: 0 },
      { x: from + side, y: 0 },
      { x: from + side, y: side },
      { x: from, y: side },
    ];
    expect(anchorOf([[square(0, 10)], [square(50, 100)]]).x).toBeCloseTo(100);
  });
});

describe('walking by arrow keys', () => {
  test.each<[Direction, string]>([
    ['up', 'c1r2'],
    ['down', 'c1r0'],
    ['left', 'c0r1'],
    ['right', 'c2r1'],
  ])('%s leads to the neighbour there', (direction, expected) => {
    expect(neighbourTowards(country, 'c1r1', direction)).toBe(expected);
  });

  test('stops at the edge, and at a code that is not on the map', () => {
    expect(neighbourTowards(country, 'c2r2', 'up')).toBeUndefined();
    expect(neighbourTowards(country, 'GM0000', 'up')).toBeUndefined();
  });

  test('goes on over water to the nearest area there', () => {
    const topology = grid(3, 1);
    const { municipalities } = topology.objects;
    if (municipalities?.type === 'GeometryCollection') municipalities.geometries.splice(1, 1);
    expect(neighbourTowards(draw(topology), 'c0r0', 'right')).toBe('c2r0');
  });

  test('reaches every area from every other', () => {
    const reached = new Set(['c0r0']);
    for (const code of reached) {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = neighbourTowards(country, code, direction);
        if (next) reached.add(next);
      }
    }
    expect(reached.size).toBe(9);
  });

  test('starts at the area nearest to a point', () => {
    expect(nearest(country, { x: 200, y: 200 })).toBe('c0r2');
  });
});

describe('the marker of a number', () => {
  const anchor = { x: 100, y: 100 };
  const box = { x: 0, y: 0, width: 1000, height: 1000 };

  test('lies on its area, but beside one that it would cover', () => {
    expect(besideSmall(anchor, { box }, 0.1, 10)).toEqual(anchor);
    const { x, y } = besideSmall(anchor, { box }, 0.02, 10);
    expect(Math.hypot(x - anchor.x, y - anchor.y)).toBeGreaterThan(20);
  });

  test('is wider for three digits', () => {
    expect(halfWidth('9')).toBe(halfWidth('99'));
    expect(halfWidth('257')).toBeGreaterThan(halfWidth('99'));
  });
});

describe('zooming', () => {
  const frame = { width: 800, height: 600 };
  const home = fit(country.box, frame, 20);

  test('fits the whole country in the middle of the frame', () => {
    expect(toScreen(home, { x: 1500, y: 1500 })).toEqual({ x: 400, y: 300 });
    expect(toScreen(home, { x: 0, y: 0 }).y).toBeCloseTo(20);
  });

  test('keeps the point under the pointer where it is', () => {
    const at = { x: 250, y: 220 };
    const before = toDrawing(home, at);
    const after = toDrawing(zoomAt(home, 3, at, home.scale), at);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  test('never goes out beyond the whole country, nor in beyond the maximum', () => {
    expect(clamp(zoomAt(home, 0.2, { x: 0, y: 0 }, home.scale), home, country.box, frame)).toBe(home);
    const far = clamp(zoomAt(home, 1000, { x: 400, y: 300 }, home.scale), home, country.box, frame);
    expect(far.scale).toBe(home.scale * maximumZoom);
  });

  test('stays where it is when it is zoomed beyond the maximum', () => {
    const at = { x: 100, y: 500 };
    const most = zoomAt(home, maximumZoom, at, home.scale);
    expect(zoomAt(most, 1.4, at, home.scale)).toEqual(most);
    const gestures = new Gestures();
    gestures.down(1, { x: 100, y: 100 });
    gestures.down(2, { x: 200, y: 100 });
    const pinched = gestures.move(2, { x: 400, y: 100 }, most, home.scale);
    expect(pinched.scale).toBeCloseTo(most.scale);
    expect(Math.abs(pinched.x - most.x)).toBeLessThanOrEqual(200);
  });

  test('never loses the map out of the frame', () => {
    const away = clamp({ scale: home.scale * 2, x: 1e6, y: -1e6 }, home, country.box, frame);
    const middle = toDrawing(away, { x: 400, y: 300 });
    expect(middle.x).toBeCloseTo(0);
    expect(middle.y).toBeCloseTo(3000);
  });

  test('moves no further than is needed to show a point', () => {
    expect(reveal(home, { x: 1500, y: 1500 }, frame, 50)).toEqual(home);
    const shown = toScreen(reveal({ scale: 10, x: 0, y: 0 }, { x: 200, y: 10 }, frame, 50), {
      x: 200,
      y: 10,
    });
    expect(shown).toEqual({ x: 750, y: 100 });
  });
});

describe('pressing on the map', () => {
  const start = { scale: 1, x: 0, y: 0 };

  test('a small tremble is a click and moves nothing', () => {
    const gestures = new Gestures();
    gestures.down(1, { x: 10, y: 10 });
    expect(gestures.move(1, { x: 12, y: 11 }, start, start.scale)).toBe(start);
    expect(gestures.moved).toBe(false);
  });

  test('one pointer drags', () => {
    const gestures = new Gestures();
    gestures.down(1, { x: 10, y: 10 });
    expect(gestures.move(1, { x: 40, y: 30 }, start, start.scale)).toEqual({ scale: 1, x: 30, y: 20 });
    expect(gestures.moved).toBe(true);
  });

  test('two pointers pinch around what lies between them', () => {
    const gestures = new Gestures();
    gestures.down(1, { x: 0, y: 0 });
    gestures.down(2, { x: 100, y: 0 });
    const pinched = gestures.move(2, { x: 200, y: 0 }, start, start.scale);
    expect(pinched.scale).toBe(2);
    expect(toScreen(pinched, { x: 50, y: 0 }).x).toBeCloseTo(100);
  });

  test('a pointer that does not press moves nothing', () => {
    const gestures = new Gestures();
    expect(gestures.move(1, { x: 40, y: 30 }, start, start.scale)).toBe(start);
  });
});

describe('names on the map', () => {
  const frame = { width: 3000, height: 3000 };
  const importance = (code: string): number => Number(code[1]);

  test('stand only where they fit', () => {
    expect(labelsFor(country, { scale: 0.01, x: 0, y: 0 }, frame, importance)).toEqual([]);
    expect(labelsFor(country, { scale: 0.5, x: 0, y: 0 }, frame, importance)).toHaveLength(9);
  });

  test('stay within the frame', () => {
    expect(
      labelsFor(country, { scale: 0.5, x: 0, y: 0 }, { width: 400, height: 400 }, importance),
    ).toHaveLength(1);
  });
});

test('a quantised topology draws the same as one in metres', () => {
  const plain = grid(2, 2);
  const [west, south, scale] = [100_000, 400_000, 10_000];
  const arcs = plain.arcs.map((arc) => {
    const steps = arc.map(([x = 0, y = 0]) => [(x - west) / scale, (y - south) / scale] as const);
    return steps.map(([x, y], at) => [x - (steps[at - 1]?.[0] ?? 0), y - (steps[at - 1]?.[1] ?? 0)]);
  });
  const quantised = draw({ ...plain, arcs, transform: { scale: [scale, scale], translate: [west, south] } });
  expect(quantised.areas.map(({ path }) => path)).toEqual(draw(plain).areas.map(({ path }) => path));
  expect(quantised.borders).toBe(draw(plain).borders);
});

describe('numbers on the map', () => {
  test('that crowd are moved apart', () => {
    const crowd = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => ({
      x: 100 + (at % 3) * 6,
      y: 100 + Math.floor(at / 3) * 5,
    }));
    const placed = moveApart([...crowd, { x: 100, y: 100 }], 20);
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(19);
      }
    }
  });

  test('that have room stay where they are', () => {
    const roomy = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
    ];
    expect(moveApart(roomy, 20)).toEqual(roomy);
  });

  test('lie within the frame as a whole, and still apart', () => {
    const inside = { frame: { width: 200, height: 100 }, halfWidth: 11, halfHeight: 11 };
    const edge = [
      { x: 50, y: -4 },
      { x: 56, y: 2 },
      { x: 199, y: 99 },
    ];
    const placed = moveApart(edge, 22, [], inside);
    for (const [at, one] of placed.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(11);
      expect(one.x).toBeLessThanOrEqual(189);
      expect(one.y).toBeGreaterThanOrEqual(11);
      expect(one.y).toBeLessThanOrEqual(89);
      for (const other of placed.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(21);
    }
  });

  test('lie on no area that they would hide', () => {
    const small = [
      { x: 100, y: 100, radius: 18 },
      { x: 118, y: 104, radius: 18 },
    ];
    const placed = moveApart(
      [
        { x: 104, y: 99 },
        { x: 112, y: 101 },
        { x: 101, y: 100 },
      ],
      20,
      small,
    );
    for (const [at, one] of placed.entries()) {
      for (const { x, y, radius } of small)
        expect(Math.hypot(one.x - x, one.y - y)).toBeGreaterThan(radius - 1);
      for (const other of placed.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(19);
    }
  });
});
