import { knownAt } from '../api/known-at';
import { remember, remembered } from '../texts/language';
import { type Rejected, type View, href, parse } from './model';
import { parsePage } from './page';

const read = (): { view: View; rejected: Rejected[] } => parse(new URL(location.href), remembered());

let current = $state.raw(read());

function settle(): void {
  current = read();
  remember(current.view.language);
}

/** How long after a change its gesture goes on, in milliseconds. */
const gestureRest = 1000;
/** What is being dragged or stepped through. */
let gesture: string | undefined;
let gestureEnd: ReturnType<typeof setTimeout> | undefined;

/** Goes on with a gesture; whether it has begun before. */
function continues(name: string | undefined): boolean {
  const before = gesture;
  gesture = name;
  clearTimeout(gestureEnd);
  if (name) gestureEnd = setTimeout(() => (gesture = undefined), gestureRest);
  return name !== undefined && name === before;
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
  /**
   * Shows a changed view. `replace` leaves no step in the history; the changes of one
   * `gesture`, such as dragging a slider, are one step together.
   */
  show(change: Partial<View>, options: { replace?: boolean; gesture?: string | undefined } = {}): void {
    const view = { ...current.view, ...change };
    remember(view.language);
    const address = href(view);
    if (view.knownAt !== knownAt) {
      location.assign(address);
      return;
    }
    const goesOn = continues(options.gesture);
    if (options.replace || goesOn) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    settle();
  },
  /** Ends a gesture: what comes next is another step. */
  settle: (): void => void continues(undefined),
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
  if (url.searchParams.get('knownAt') !== (knownAt ?? null)) return;
  event.preventDefault();
  const moved = url.pathname !== location.pathname;
  history.pushState(null, '', url);
  settle();
  if (!moved) return;
  scrollTo(0, 0);
  // A reader of the screen starts at the new view, as after a page load.
  document.getElementById('content')?.focus({ preventScroll: true });
}

addEventListener('popstate', () => {
  continues(undefined);
  settle();
});
addEventListener('click', follow);
remember(current.view.language);
