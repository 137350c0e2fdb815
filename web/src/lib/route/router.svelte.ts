import { remember, remembered } from '../texts/language';
import { type Rejected, type View, href, parse } from './model';
import { parsePage } from './page';

const read = (): { view: View; rejected: Rejected[] } => parse(new URL(location.href), remembered());

let current = $state.raw(read());

function settle(): void {
  current = read();
  remember(current.view.language);
}

/** The address bar as the owner of what is selected. */
export const router = {
  get view(): View {
    return current.view;
  },
  /** Parts of the address that could not be used. */
  get rejected(): readonly Rejected[] {
    return current.rejected;
  },
  /** Shows a changed view; `replace` leaves no step in the history, for what changes while dragging. */
  show(change: Partial<View>, options: { replace?: boolean } = {}): void {
    const view = { ...current.view, ...change };
    remember(view.language);
    const address = href(view);
    if (options.replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    settle();
  },
  /** The address of a changed view, for a link. */
  to: (change: Partial<View>): string => href({ ...current.view, ...change }),
};

/** Lets links within the client change the view without a reload. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin || link.target || link.hasAttribute('download')) return;
  if (url.hash || !parsePage(url.pathname)) return;
  event.preventDefault();
  const moved = url.pathname !== location.pathname;
  history.pushState(null, '', url);
  settle();
  if (!moved) return;
  scrollTo(0, 0);
  // A reader of the screen starts at the new view, as after a page load.
  document.getElementById('content')?.focus({ preventScroll: true });
}

addEventListener('popstate', settle);
addEventListener('click', follow);
remember(current.view.language);
