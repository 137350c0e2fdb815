import type { Failure } from '../api/client';
import type { TextKey, Writer } from '../texts/model';
import { tell } from './refusal';

/** What is wrong with a field, or with one item of a field that is a list (from 0). */
export type WrongOf = (field: string, item?: number) => string | undefined;

/** Says what was seen before sending, or else what the server said. */
export function wording(
  writer: Writer,
  wrong: Readonly<Record<string, TextKey>>,
  failure: Failure | undefined,
): WrongOf {
  const told = failure ? tell(writer, failure) : [];
  return (field, item) => {
    const key = wrong[field];
    if (key) return writer.t(key);
    return (
      told
        .filter((each) => each.field === field && (item === undefined || each.item === item))
        .map(({ text }) => text)
        .join(' ') || undefined
    );
  };
}

/** Puts the focus on the first field of a form that is wrong, once it is marked. */
export function toFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const first = form.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[data-wrong]');
    // A group takes no focus itself.
    const inside = (which: string) => first?.querySelector<HTMLElement>(which);
    (inside('input:checked') ?? inside('input') ?? first)?.focus();
  });
}
