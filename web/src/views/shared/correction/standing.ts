import type { CurrentVerdict } from './answers';

/** What stands of a building block of one theme: absent, by a survey. */
export const standing = (id: string): CurrentVerdict => ({
  verdict: 'ABSENT',
  validFrom: null,
  established: 'SURVEY',
  note: null,
  inherited: false,
  source: null,
  block: { id, level: 'BASIC', title: id, theme: { id: 'a' } },
});
