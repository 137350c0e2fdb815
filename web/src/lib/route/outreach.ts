import type { Purpose } from './purpose';

/** How many targets a round of briefings begins with. */
export const goal = 8;
/** No more than this many are kept in an address. */
export const mostChosen = 50;

/** What stands beside the map. */
export const listIds = ['targets', 'sessions', 'chosen'] as const;
export type ListId = (typeof listIds)[number];

/** What can stand beside the map: a session brings together whom to brief. */
export const listsFor = (purpose: Purpose): readonly ListId[] =>
  listIds.filter((id) => id !== 'sessions' || purpose === 'BRIEF');

/** What stands beside the map, of what the address asks for. */
export const listFor = (list: ListId, purpose: Purpose): ListId =>
  listsFor(purpose).includes(list) ? list : 'targets';

/** Ticks a municipality, or takes the tick away; one too many is left out. */
export function toggleChosen(chosen: readonly string[], code: string): readonly string[] {
  if (chosen.includes(code)) return chosen.filter((each) => each !== code);
  return chosen.length < mostChosen ? [...chosen, code] : chosen;
}

/** Ticks all of these that are not ticked yet. */
export const addChosen = (chosen: readonly string[], codes: readonly string[]): readonly string[] =>
  [...new Set([...chosen, ...codes])].slice(0, mostChosen);

/** Reads codes, each once. */
export function parseChosen(text: string): readonly string[] | undefined {
  const codes = [...new Set(text.split(','))];
  return codes.length <= mostChosen && codes.every((code) => /^GM\d{4}$/.test(code)) ? codes : undefined;
}
