import { tick } from 'svelte';

/**
 * Keeps the focus at a button that moved its row: the browser drops the focus of what is moved in the page,
 * and of what is disabled because the row is at an end; then the other button takes it.
 */
export async function keepFocus(button: HTMLButtonElement): Promise<void> {
  await tick();
  const other = button.parentElement?.querySelector<HTMLElement>('.icon:enabled');
  (button.disabled ? other : button)?.focus();
}
