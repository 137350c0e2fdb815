/** What can have become of a municipality between two dates, from better to not to be said. */
export const changeKinds = ['IMPROVED', 'SAME', 'WORSE', 'NOT_REASSESSED', 'NOT_COMPARABLE'] as const;
export type ChangeKind = (typeof changeKinds)[number];
