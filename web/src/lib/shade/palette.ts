/**
 * The fills of the classes of a map, `#rrggbb`; lines and all else that is not a class
 * stand in `ui/styles/theme.css`. Told apart by their lightness alone, too: they are
 * printed in grey. The briefing sheet of the server paints policy in the same ones.
 */
export const palette = {
  none: '#8a2c02',
  low: '#d8641a',
  partial: '#f09a4a',
  middle: '#f09a4a',
  complete: '#a5d3ed',
  advanced: '#2171b5',
  remote: '#3d1a6e',
  /** Nothing is known. */
  unknown: { ground: '#ffffff', ink: '#8a939d' },
  /** Something is known, and not enough to tell. */
  uncertain: { ground: '#e4e8ec', ink: '#c3cbd3' },
  /** How the function is filled, and how far outreach has come. */
  pale: '#9ecae1',
  yellow: '#f5d77e',
  green: '#0b5d45',
  rust: '#c9682f',
  lilac: '#b48af5',
  navy: '#0b3c5d',
  outside: '#f0f3f6',
  /** Changes that are none, and those that cannot be compared. */
  same: '#c3d3e2',
  untouched: '#e7ecf1',
  incomparable: '#5b318e',
  /** Care coordination by policy: incomplete, unclear and complete, by how far care has come. */
  matrix: {
    NONE: { incomplete: '#8a2c02', unclear: { ground: '#f6e4d8', ink: '#d3a184' }, complete: '#fdc98e' },
    UNDERWAY: { incomplete: '#8a4fc0', unclear: { ground: '#f0e8f6', ink: '#bb9bd9' }, complete: '#e2e3fb' },
    FILLED: { incomplete: '#143958', unclear: { ground: '#e1eaf2', ink: '#a9bfd4' }, complete: '#97c7e8' },
  },
  /** The land that is not part of the subject. */
  beyond: '#eceae5',
} as const;
