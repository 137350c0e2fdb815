import { on } from 'svelte/events';

/**
 * What a button opens beside itself: it closes when the focus or a press goes elsewhere,
 * and by Escape, which gives the focus back. To be called while a component starts.
 */
export function popup() {
  let isOpen = $state(false);
  let button: HTMLElement | undefined;

  /** Closes it, and gives the focus back to its button. */
  function close(): void {
    isOpen = false;
    button?.focus();
  }

  return {
    get isOpen(): boolean {
      return isOpen;
    },
    toggle: (): void => void (isOpen = !isOpen),
    close,
    /** Closes it without moving the focus. */
    hide: (): void => void (isOpen = false),
    /** For the button. */
    opener(element: HTMLElement): void {
      button = element;
    },
    /** For the element around the button and what it opens. */
    root(element: HTMLElement): () => void {
      const isOutside = (target: EventTarget | null): boolean =>
        target instanceof Node && !element.contains(target);
      const leave = (event: FocusEvent): void => {
        if (isOutside(event.relatedTarget)) isOpen = false;
      };
      const press = (event: PointerEvent): void => {
        if (isOpen && isOutside(event.target)) isOpen = false;
      };
      const escape = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      };
      const handlers = [
        on(element, 'focusout', leave),
        on(element, 'keydown', escape),
        on(window, 'pointerdown', press),
      ];
      return () => handlers.forEach((remove) => remove());
    },
  };
}
