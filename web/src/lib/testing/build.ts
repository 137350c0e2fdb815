import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';

import type { Atlas, Boundary, Municipality } from '../atlas/model';
import { type FilteredScene, filterScene } from '../atlas/filtered-scene';
import type { BlockAnswer, Filter } from '../filter/model';
import { emptyFilter } from '../filter/model';
import { draw } from '../map/geometry';
import type { ShadeId } from '../shade/model';

/** A municipality of which nothing is known, but for what the test says. */
export function municipality(code: string, known: Partial<Municipality> = {}): Municipality {
  const unknown = { low: 0, high: 1, total: 9 };
  return {
    code,
    name: code,
    inhabitants: 1000,
    areaKm2: 10,
    regions: new Map(),
    status: 'UNKNOWN',
    modes: [],
    organisations: [],
    phones: new Map(),
    policyClass: 'NOT_ASSESSED',
    completeness: { ...unknown, total: 24, present: 0, inPreparation: 0, absent: 0, unknown: 24 },
    dimensions: { AWARENESS: unknown, POLICY: unknown, APPROACH: unknown },
    lastAssessed: null,
    assessedBlocks: 0,
    inherited: false,
    ...known,
  };
}

export const boundaries: readonly Boundary[] = [
  { date: '2020-01-01', count: 355, topologyUrl: '/a', regionalUrl: '/aa' },
  { date: '2021-01-01', count: 352, topologyUrl: '/b', regionalUrl: '/bb' },
  { date: '2022-01-01', count: 345, topologyUrl: '/c', regionalUrl: '/cc' },
  { date: '2022-03-24', count: 344, topologyUrl: '/d', regionalUrl: '/dd' },
  { date: '2023-01-01', count: 342, topologyUrl: '/e', regionalUrl: '/ee' },
];

export function atlas(municipalities: readonly Municipality[], asOf = '2024-06-01'): Atlas {
  return {
    asOf,
    boundary: boundaries[4] as Boundary,
    boundaries,
    municipalities,
    byCode: new Map(municipalities.map((each) => [each.code, each])),
    demonstration: false,
    dataDate: asOf,
    boundariesKnownUntil: '2026-12-31',
    version: '0',
  };
}

export function filtered(
  municipalities: readonly Municipality[],
  shade: ShadeId = 'class',
  filter: Filter = emptyFilter,
  block?: BlockAnswer,
): FilteredScene {
  const scene = {
    request: { date: undefined, block: filter.block },
    atlas: atlas(municipalities),
    geometry: draw(grid(1, 1)),
    block,
  };
  return filterScene(scene, shade, filter);
}

/**
 * A country of squares of 10 by 10 km in RD New, named by column and row from the
 * south-west: `c0r0`. Neighbours share the arcs between them.
 */
export function grid(columns: number, rows: number): Topology {
  const side = 10_000;
  const [west, south] = [100_000, 400_000];
  const at = (column: number, row: number): Position => [west + column * side, south + row * side];
  const arcs: Position[][] = [];
  const horizontal = new Map<string, number>();
  const vertical = new Map<string, number>();
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      if (column < columns)
        horizontal.set(`${column} ${row}`, arcs.push([at(column, row), at(column + 1, row)]) - 1);
      if (row < rows) vertical.set(`${column} ${row}`, arcs.push([at(column, row), at(column, row + 1)]) - 1);
    }
  }
  const of = (arc: Map<string, number>, column: number, row: number): number =>
    arc.get(`${column} ${row}`) ?? 0;
  const geometries = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ring = [
        of(vertical, column, row),
        of(horizontal, column, row + 1),
        ~of(vertical, column + 1, row),
        ~of(horizontal, column, row),
      ];
      const id = `c${column}r${row}`;
      geometries.push({ type: 'Polygon' as const, id, properties: { name: id }, arcs: [ring] });
    }
  }
  return { type: 'Topology', arcs, objects: { municipalities: { type: 'GeometryCollection', geometries } } };
}
