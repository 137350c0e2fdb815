/**
 * The fills of the classes of a map, `#rrggbb`; lines and all else that is not a class
 * stand in `ui/styles/theme.css`. Each has a lightness of its own (of OKLab, in steps of
 * about 0.1), so that classes are told apart in grey print too; what is not known has a
 * pattern. The briefing sheet of the server paints policy in the same ones.
 */
export const palette = {
  remote: '#350070',
  none: '#872400',
  olive: '#4b4b04',
  advanced: '#1a65b2',
  low: '#d85d1b',
  rust: '#c66c3b',
  lilac: '#b18ded',
  partial: '#ef9735',
  pale: '#8cc8e0',
  complete: '#9ed6f9',
  yellow: '#f6de82',
  outside: '#fbfcfd',
  /** Nothing is known. */
  unknown: { ground: '#ffffff', ink: '#89929c' },
  /** Something is known, and not enough to tell. */
  uncertain: { ground: '#e8ebef', ink: '#c0c7ce' },
  /** Changes that are none, and those that cannot be compared. */
  same: '#c7d2de',
  untouched: '#e3e8ee',
  incomparable: '#5b318e',
  /** Care coordination by policy: incomplete, unclear and complete, by how far care has come. */
  matrix: {
    NONE: { incomplete: '#872400', unclear: { ground: '#f9e9e1', ink: '#e2b69c' }, complete: '#fce2be' },
    UNDERWAY: { incomplete: '#8644c1', unclear: { ground: '#dbd1e9', ink: '#b294d8' }, complete: '#ceb9e9' },
    FILLED: { incomplete: '#013438', unclear: { ground: '#a8c4c5', ink: '#659ea1' }, complete: '#52b0ab' },
  },
  /** The land that is not part of the subject. */
  beyond: '#eceae5',
} as const;
