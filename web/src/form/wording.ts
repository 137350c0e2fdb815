import type { Failure } from '../api/client';
import type { TextKey, Writer } from '../texts/model';
import { tell } from './refusal';

/** What is wrong with a field: what was seen before sending, or else what the server said. */
export function wording(
  writer: Writer,
  wrong: Readonly<Record<string, TextKey>>,
  failure: Failure | undefined,
): (field: string) => string | undefined {
  const told = failure ? tell(writer, failure) : [];
  return (field) => {
    const key = wrong[field];
    if (key) return writer.t(key);
    return (
      told
        .filter((each) => each.field === field)
        .map(({ text }) => text)
        .join(' ') || undefined
    );
  };
}

/** Puts the focus on the first field of a form that is wrong, once it is marked. */
export function toFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
