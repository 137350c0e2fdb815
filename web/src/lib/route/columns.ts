/** The columns of the table of municipalities, in their order. */
export const columnIds = [
  'name',
  'class',
  'completeness',
  'awareness',
  'policy',
  'approach',
  'status',
  'mode',
  'organisation',
  'population',
  'assessed',
  'history',
  'briefed',
  'province',
  'platform',
  'code',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const defaultColumns: readonly ColumnId[] = [
  'name',
  'class',
  'completeness',
  'status',
  'population',
  'assessed',
];

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}
export const defaultSort: Sort = { column: 'name', descending: false };
