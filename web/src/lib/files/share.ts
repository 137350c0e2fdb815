import type { View } from '../route/view';

/** A page, as it is passed on. */
export interface Shareable {
  readonly title: string;
  readonly url: string;
}

/** Whether a link goes with the data, or shows for ever what was known at an instant. */
export const linkKinds = ['living', 'fixed'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a view becomes for a link: on its date as known at an instant (RFC 3339), or as its date is, as known by then. */
export const viewAs = (
  kind: LinkKind,
  { date }: Pick<View, 'date'>,
  { today, instant }: { readonly today: string; readonly instant: string },
): Pick<View, 'date' | 'knownAt'> =>
  kind === 'fixed' ? { date: date ?? today, knownAt: instant } : { date, knownAt: undefined };

/** Passes a page on by the sheet of the device; who closes it has thought better of it. */
export async function shareByDevice(
  page: Shareable,
  device: Pick<Navigator, 'share'> = navigator,
): Promise<boolean> {
  try {
    await device.share({ ...page });
    return true;
  } catch {
    return false;
  }
}

/** A mail to nobody yet. Its parts are written as programs for mail read them: a plus stays one. */
export const mailAddress = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
