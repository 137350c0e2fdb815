/** What a bottleneck can be about, in the order of the server. */
export const categories = [
  'privacy',
  'sight-on-criminal-exploitation',
  'experts-by-experience',
  'regiobinding',
  'capacity',
  'financing',
  'shelter',
  'knowledge',
  'priority',
] as const;
export type Category = (typeof categories)[number];

export const bottleneckStates = ['open', 'resolved'] as const;
export type BottleneckState = (typeof bottleneckStates)[number];

/** Adds a topic to those chosen, or takes it away again; all of them are no restriction. */
export function toggleCategory(chosen: readonly Category[], id: string): readonly Category[] {
  const next = categories.filter((each) => (each === id) !== chosen.includes(each));
  return next.length < categories.length ? next : [];
}
