/** A page, as it is passed on. */
export interface Shareable {
  readonly title: string;
  readonly url: string;
}

/** What came of it: the device took it (or the person thought better of it), it is on the clipboard, or neither may be. */
export type Shared = 'passed' | 'copied' | 'refused';

/** The parts of the browser that it takes; an office browser may forbid either. */
type Means = Partial<Pick<Navigator, 'share' | 'clipboard'>>;

/** Passes a page on by the sheet of the device where there is one, else by the clipboard. */
export async function share(page: Shareable, means: Means = navigator): Promise<Shared> {
  try {
    await means.share?.({ ...page });
    if (means.share) return 'passed';
  } catch (cause) {
    // To close the sheet is no failure.
    if (cause instanceof Error && cause.name === 'AbortError') return 'passed';
  }
  try {
    if (!means.clipboard) return 'refused';
    await means.clipboard.writeText(page.url);
    return 'copied';
  } catch {
    return 'refused';
  }
}
