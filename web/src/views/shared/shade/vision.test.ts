import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { changeClasses } from '../change/model';
import { type ShadeClass, shades } from '../../../lib/shade/model';
import { palette } from '../../../lib/shade/palette';
import { verdictClasses } from '../../../lib/shade/verdicts';
import { type Vision, contrast, distance, lightness, visions } from './vision';

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]));
/** Every scale that colours a map. */
const scales = [
  ...Object.values(shades),
  { id: 'verdict', classes: verdictClasses },
  { id: 'change', classes: changeClasses },
];
const flat = (classes: readonly ShadeClass[]) => classes.filter(({ fill }) => fill.pattern === undefined);
/** How far apart two colours have to be: a projector leaves less of each difference. */
const enough = (vision: Vision, apart: number): number => (vision === 'projector' ? apart / 2 : apart);

test.each(scales)('$id: any two colours differ for every eye', ({ classes }) => {
  for (const [one, other] of pairs(flat(classes))) {
    for (const vision of visions) {
      const apart = distance(one.fill.colour, other.fill.colour, vision);
      expect(apart, `${one.id} and ${other.id}, ${vision}`).toBeGreaterThan(enough(vision, 0.08));
    }
  }
});

test.each(scales)('$id: classes next to each other differ clearly', ({ classes }) => {
  const known = flat(classes);
  for (const [at, one] of known.slice(0, -1).entries()) {
    const other = known[at + 1] as ShadeClass;
    for (const vision of visions) {
      const apart = distance(one.fill.colour, other.fill.colour, vision);
      expect(apart, `${one.id} and ${other.id}, ${vision}`).toBeGreaterThan(enough(vision, 0.12));
    }
  }
});

test.each(scales)('$id: any two classes differ in grey, by lightness or by pattern', ({ classes }) => {
  for (const [one, other] of pairs(classes)) {
    if (one.fill.pattern !== other.fill.pattern) continue;
    const apart = Math.abs(lightness(one.fill.colour) - lightness(other.fill.colour));
    const least = one.fill.pattern ? 0.05 : 0.085;
    expect(apart, `${one.id} and ${other.id}`).toBeGreaterThan(least);
  }
});

test.each(scales)('$id: a pattern is seen in grey', ({ classes }) => {
  for (const { id, fill } of classes)
    if (fill.ink) expect(contrast(fill.ink, fill.colour), id).toBeGreaterThan(1.25);
});

test.each(scales.filter(({ classes }) => classes.some(({ id }) => id === 'UNCERTAIN')))(
  '$id: what is not clear lies between a flat colour and the hatch of what is unknown',
  ({ classes }) => {
    const [uncertain, unknown] = classes.slice(-2) as [ShadeClass, ShadeClass];
    expect(uncertain.id).toBe('UNCERTAIN');
    expect(classes.filter(({ fill }) => fill.pattern === uncertain.fill.pattern)).toEqual([uncertain]);
    const strength = ({ fill }: ShadeClass): number => contrast(fill.ink ?? '', fill.colour);
    expect(strength(uncertain)).toBeGreaterThan(1.25);
    expect(strength(uncertain)).toBeLessThan(strength(unknown) - 1);
    // Neither is taken for a colour that says something.
    for (const known of flat(classes)) {
      for (const vision of visions)
        expect(distance(uncertain.fill.colour, known.fill.colour, vision), known.id).toBeGreaterThan(
          enough(vision, 0.07),
        );
    }
  },
);

test.each(scales)('$id: what is unknown has a pattern of its own, legible on white', ({ classes }) => {
  const unknown = classes.at(-1) as ShadeClass;
  expect(['UNKNOWN', 'NOT_ASSESSED', 'NOT_REASSESSED']).toContain(unknown.id);
  expect(unknown.fill.pattern).toBe('hatch');
  expect(contrast(unknown.fill.ink ?? '#ffffff', unknown.fill.colour)).toBeGreaterThan(3);
  expect(classes.filter(({ fill }) => fill.pattern === 'hatch')).toHaveLength(1);
});

const theme = readFileSync(join(import.meta.dirname, '../../../ui/styles/theme.css'), 'utf8');
const token = (name: string): string => new RegExp(`--${name}: (#[\\da-f]{6});`).exec(theme)?.[1] ?? '';

test('the accent of the interface is no colour of a class', () => {
  // A projector leaves little between dark colours; the interface is no map there.
  const eyes = visions.filter((vision) => vision !== 'projector');
  for (const { id, classes } of scales)
    for (const each of flat(classes))
      for (const vision of eyes) {
        const apart = distance(token('accent'), each.fill.colour, vision);
        expect(apart, `${id} ${each.id}, ${vision}`).toBeGreaterThan(0.1);
      }
});

test('a notice has no colour of a class', () => {
  for (const { id, classes } of scales)
    for (const each of flat(classes)) {
      const apart = distance(token('notice-ground'), each.fill.colour, 'normal');
      expect(apart, `${id} ${each.id}`).toBeGreaterThan(0.03);
    }
});

test('bars and signs have the colours of the classes that they tell of', () => {
  expect(['absent', 'partial', 'complete', 'present', 'incomparable'].map(token)).toEqual([
    palette.none,
    palette.partial,
    palette.complete,
    palette.advanced,
    palette.incomparable,
  ]);
});

test('the distance sees what a dichromat does not', () => {
  expect(distance('#ff0000', '#ff0000', 'normal')).toBe(0);
  expect(distance('#d73027', '#6a7f00', 'normal')).toBeGreaterThan(0.15);
  expect(distance('#d73027', '#7a7400', 'protan')).toBeLessThan(0.15);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
