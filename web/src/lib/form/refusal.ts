import type { Failure } from '../api/client';
import { asSentence } from '../texts/messages/model';
import type { TextKey, Writer } from '../texts/model';

/** What is wrong, in words, with the field that it is about if it is about one. */
export interface Told {
  readonly field?: string;
  /** The place in the list that the field is, from 0. */
  readonly item?: number | null;
  readonly text: string;
}

/** Refusals of which this client says more than the server: what to do here. */
const codes: Readonly<Record<string, TextKey>> = {
  FORBIDDEN: 'refusal.forbidden',
  UNKNOWN_ID: 'refusal.unknown',
  DATABASE_UNAVAILABLE: 'refusal.unavailable',
  BODY_TOO_LARGE: 'refusal.tooLarge',
  BODY_TOO_SLOW: 'refusal.tooSlow',
  BODY_BROKEN: 'refusal.tooSlow',
  TIMEOUT: 'refusal.timeout',
  TOO_MANY_BODIES: 'refusal.busy',
  TOO_MANY_UPLOADS: 'refusal.busy',
  TOO_MANY_CONNECTIONS: 'refusal.busy',
  TOO_MANY_REQUESTS: 'refusal.busy',
  BUSY: 'refusal.busy',
  TOO_LONG: 'refusal.timeout',
  DISK_FULL: 'refusal.diskFull',
};

/** Why a change was not made. */
export function tell(writer: Writer, failure: Failure): readonly Told[] {
  if (failure.kind === 'away') return [{ text: writer.t('failure.away') }];
  if (failure.problems.length > 0)
    return failure.problems.map((problem) => ({
      field: problem.field,
      item: problem.item,
      text: asSentence(writer.message(problem)),
    }));
  return [{ text: reason(writer, failure) }];
}

function reason({ t, message }: Writer, { code, message: what, said, standing }: Failure): string {
  const key = standing.length > 0 ? 'refusal.conflict' : codes[code];
  if (key) return t(key);
  if (said) return asSentence(message(said));
  return code === 'CONFLICT' ? t('refusal.conflict') : t('failure.refused', { message: what });
}
