import { type Filter, forOutreach } from '../filter/model';
import type { Language } from '../texts/language';
import { parsePage, pathOf } from './page';
import { defaults, parameters } from './parameters';
import type { View } from './view';

export type { Page } from './page';
export type { Trail, View } from './view';

/** The filter that holds: outreach is about the classes of its list, unless the address says which. */
export const filterOf = ({ page, filter, purpose }: View): Filter =>
  page.name === 'outreach' ? forOutreach(filter, purpose) : filter;

/** A part of the address that could not be used, for a notice. */
export interface Rejected {
  readonly part: string;
  readonly value: string;
  /** True when the form was right, but nothing bears the name. */
  readonly known?: boolean;
}

/** Reads an address. What cannot be used is left at its default and reported. */
export function parse(url: URL, remembered: Language = 'nl'): { view: View; rejected: Rejected[] } {
  const rejected: Rejected[] = [];
  const page = parsePage(url.pathname);
  if (!page) rejected.push({ part: 'path', value: url.pathname });
  let view: View = { ...defaults, page: page ?? { name: 'map' }, language: remembered };
  for (const { name, read } of parameters) {
    const value = url.searchParams.get(name);
    const next = value === null ? view : read(value, view);
    if (next) view = next;
    else rejected.push({ part: name, value: value ?? '' });
  }
  for (const [name, value] of url.searchParams) {
    if (!parameters.some((each) => each.name === name)) rejected.push({ part: name, value });
  }
  return { view, rejected };
}

/** The address of a view: path and query, with defaults left out, and what only the developers' page reads. */
export function href(given: View): string {
  const view = given.page.name === 'developers' ? given : { ...given, ofPage: undefined };
  const path = pathOf(view.page);
  const query = parameters.flatMap(({ name, write }) => {
    const value = encodeURIComponent(write(view) ?? '');
    return value ? [`${name}=${value.replace(/%(?:2C|2F|3A)/g, decodeURIComponent)}`] : [];
  });
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

/** The address of a view in a language, named even if it is the default: another may be remembered. */
export function hrefIn(view: View, language: Language): string {
  const address = href({ ...view, language });
  if (language !== 'nl') return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=nl`;
}
