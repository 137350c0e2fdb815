/**
 * The widths of the screen, in rem, up to which a narrower layout holds: the only ones
 * that a media query names. A wider layout begins a hundredth of a rem above.
 */
export const breakpoints = {
  small: 30,
  phone: 48,
  tablet: 60,
  wideTablet: 64,
  laptop: 72,
  desktop: 89,
  wideDesktop: 100,
} as const;

/** A width in the pixels of a page with the usual size of letters. */
export const toPixels = (rem: number): number => rem * 16;
