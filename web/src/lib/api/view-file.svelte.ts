let failed = $state(false);

/** Whether the file of a view did not come. */
export const viewFile = {
  get failed(): boolean {
    return failed;
  },
};

const entry = /<script type="module"[^>]* src="([^"]+)"/;
const reloaded = 'reloaded-for-program';

/** The file with which the program begins, as a page names it. */
export const entryOf = (html: string): string | undefined => entry.exec(html)?.[1];

/**
 * Waits for the file of a view. When it does not come, the program may have been replaced
 * since the page was loaded: then the page is loaded anew, once for each program. Else it
 * says so, and what waits for the file goes on waiting.
 */
export async function fetchView<View>(file: Promise<View>): Promise<View> {
  try {
    return await file;
  } catch {
    const newer = await newerProgram();
    if (newer && sessionStorage.getItem(reloaded) !== newer) {
      sessionStorage.setItem(reloaded, newer);
      location.reload();
    } else failed = true;
    return await new Promise<never>(() => undefined);
  }
}

/** The program that the server has now, when that is not the one of this page. */
async function newerProgram(): Promise<string | undefined> {
  const page = await fetch('/', { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => '',
  );
  const [own, now] = [entryOf(document.documentElement.outerHTML), entryOf(page)];
  return now !== own ? now : undefined;
}
