/**
 * Eyes and screens that a colour scale has to work for: full colour vision, the three
 * dichromacies, a projector in a room full of light, and no colour, as in grey print.
 */
export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan' | 'projector' | 'grey';
/** Those with some colour. */
export const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan', 'projector'];

/** How much of the light of its white a room adds to all that a projector shows. */
const roomLight = 0.3;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes (2009), severity 1.0, in linear sRGB; grey is the luminance. */
const simulation: Record<Vision, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  // The light of the room is added below.
  projector: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

const apply = (matrix: Matrix, [a, b, c]: Triple): Triple =>
  matrix.map((row) => row[0] * a + row[1] * b + row[2] * c) as unknown as Triple;

/** `#rrggbb` as linear sRGB, each part in 0..1. */
function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function oklab(rgb: Triple): Triple {
  const [l, m, s] = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((value) => Math.cbrt(Math.max(value, 0))) as unknown as Triple;
  return apply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  );
}

/** A colour, linear, as it is seen. */
function seen(hex: string, vision: Vision): Triple {
  const rgb = apply(simulation[vision], linear(hex));
  if (vision !== 'projector') return rgb;
  return rgb.map((part) => (part + roomLight) / (1 + roomLight)) as unknown as Triple;
}

/** The lightness of OKLab of a `#rrggbb` colour without its hue, 0 (black) to 1 (white). */
export const lightness = (hex: string): number => oklab(seen(hex, 'grey'))[0];

/** How far apart two `#rrggbb` colours look to these eyes: Euclidean distance in OKLab, 0 (same) to about 1. */
export function distance(one: string, other: string, vision: Vision): number {
  const [a, b] = [one, other].map((hex) => oklab(seen(hex, vision))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The contrast ratio of WCAG 2 between two `#rrggbb` colours, 1..21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
