import type { ReferenceQuery } from '../api/generated';

export type Block = NonNullable<ReferenceQuery['rubric']>['blocks'][number];

/** Names in one language: region sets, regions, building blocks. */
export interface Reference {
  readonly sets: ReferenceQuery['regionSets'];
  readonly rubric: ReferenceQuery['rubric'];
  /** The name of a region; its code when it has none, empty without a code. */
  readonly regionName: (set: string, code: string | undefined) => string;
}

export function toReference({ regionSets, rubric }: ReferenceQuery): Reference {
  const names = new Map(
    regionSets.flatMap(({ id, regions }) => regions.map(({ code, name }) => [`${id}/${code}`, name])),
  );
  return {
    sets: regionSets,
    rubric,
    regionName: (set, code) => (code ? (names.get(`${set}/${code}`) ?? code) : ''),
  };
}
