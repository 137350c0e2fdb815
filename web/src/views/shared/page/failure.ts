import type { Failure } from '../../../lib/api/client';
import { asSentence } from '../../../lib/texts/messages/model';
import type { TextKey, Writer } from '../../../lib/texts/model';

const codes: Readonly<Record<string, TextKey>> = {
  FORBIDDEN: 'failure.closed',
  BUSY: 'failure.busy',
  TOO_MANY_CONNECTIONS: 'failure.busy',
  TOO_MANY_REQUESTS: 'failure.busy',
  ANSWER_TOO_LARGE: 'failure.tooMuch',
  TIMEOUT: 'failure.tooMuch',
  TOO_COMPLEX: 'failure.tooMuch',
  TOO_LONG: 'failure.tooMuch',
  NOT_COPIED: 'failure.notCopied',
};

/** Why there is no answer, and what to do. */
export function failureText({ t, message }: Writer, failure: Failure | undefined): string {
  if (!failure || failure.kind === 'away') return t('failure.away');
  const key = codes[failure.code];
  if (key) return t(key);
  return failure.said
    ? asSentence(message(failure.said))
    : t('failure.refused', { message: failure.message });
}
