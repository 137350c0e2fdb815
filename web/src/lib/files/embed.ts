import { isInternal } from '../shade/model';

/** The parameters that choose municipalities or colours as no picture of the server does. */
const withoutPicture = ['completeness', 'awareness', 'policy', 'approach', 'mode', 'assessed', 'block'];

/** The paths of the views of which it draws a map. */
const drawn = /^\/(?:$|tabel$|gemeente\/|regio\/)/;

/** The parameters that the page for frames goes by. */
const understood = ['date', 'knownAt', 'shade', 'class', 'status', 'region', 'lang'];

/**
 * The HTML by which another site shows the map of a view in a frame: from its address, with the
 * title that the frame has for who cannot see it. Nothing where the server draws no such map.
 */
export function embedCode(view: URL, title: string): string | undefined {
  const { searchParams } = view;
  const shade = searchParams.get('shade');
  if (!drawn.test(view.pathname)) return undefined;
  if (withoutPicture.some((name) => searchParams.has(name)) || (shade !== null && isInternal(shade)))
    return undefined;
  const address = new URL(`/embed${view.pathname === '/' ? '' : view.pathname}`, view);
  for (const name of understood) {
    const value = searchParams.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${escaped(address.href)}" title="${escaped(title)}" width="800" height="900"></iframe>`;
}
