import type { FileKind } from './download';

/** A base, and what each municipality and each cell adds, in bytes; measured on the public data. */
const sizes: Readonly<Record<FileKind, readonly [base: number, row: number, cell: number]>> = {
  csv: [0, 0, 11],
  xlsx: [13_000, 0, 4],
  ods: [9_000, 0, 4],
  geojson: [3_000, 800, 31],
  gpkg: [100_000, 700, 11],
};

/** About how many bytes a file takes, to two digits. */
export function sizeOf(kind: FileKind, rows: number, columns: number): number {
  const [base, row, cell] = sizes[kind];
  return Number((base + rows * (row + columns * cell)).toPrecision(2));
}

/** How many columns a file with everything has, by the region sets and the building blocks that there are. */
export const allColumns = (sets: number, blocks: number): number => 22 + 2 * sets + blocks;
