import { Failure } from './client';
import { loadTracker } from './load-gate';

/** An answer with the question that it answers. */
export interface Answered<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

export const asFailure = (cause: unknown): Failure =>
  cause instanceof Failure ? cause : new Failure('refused', 'CLIENT', String(cause), { cause });

/**
 * Asks again whenever the question changes; undefined asks nothing. The last
 * answer stays, with the question that it answers, while a newer one is under
 * way or has failed. To be called while a component starts.
 */
export function reactiveQuery<Question, Answer>(
  question: () => Question | undefined,
  load: (question: Question, signal: AbortSignal) => Promise<Answer>,
) {
  let answered = $state.raw<Answered<Question, Answer>>();
  let failure = $state.raw<Failure>();
  let pending = $state(false);
  let attempt = $state(0);
  // As text, so that an equal question is not asked again.
  const key = $derived(JSON.stringify(question()) as string | undefined);
  const begin = loadTracker();

  $effect(() => {
    void attempt;
    if (key === undefined) return;
    const wanted = JSON.parse(key) as Question;
    const control = new AbortController();
    const end = begin();
    pending = true;
    load(wanted, control.signal)
      .then((answer) => {
        if (!control.signal.aborted)
          [answered, failure, pending] = [{ question: wanted, answer }, undefined, false];
      })
      .catch((cause: unknown) => {
        if (!control.signal.aborted) [failure, pending] = [asFailure(cause), false];
      })
      .finally(end);
    return () => {
      control.abort();
      end();
    };
  });

  return {
    get last(): Answered<Question, Answer> | undefined {
      return answered;
    },
    get failure(): Failure | undefined {
      return failure;
    },
    get pending(): boolean {
      return pending;
    },
    retry: (): void => void attempt++,
  };
}
