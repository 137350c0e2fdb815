import { expect, test } from 'vitest';

import { changeClasses } from '../change/model';
import { type ShadeClass, shades } from '../../../lib/shade/model';
import { verdictClasses } from '../../../lib/shade/verdicts';
import { contrast, distance, visions } from './vision';

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]));
/** Every scale that colours a map. */
const scales = [
  ...Object.values(shades),
  { id: 'verdict', classes: verdictClasses },
  { id: 'change', classes: changeClasses },
];
/** Those whose classes have an order; the others are too many for shades of grey. */
const ordered = scales.filter(({ id }) => !['mode', 'matrix', 'stage'].includes(id));
const flat = (classes: readonly ShadeClass[]) => classes.filter(({ fill }) => fill.pattern === undefined);

test.each(scales)('$id: any two colours differ for every eye', ({ classes }) => {
  for (const [one, other] of pairs(flat(classes))) {
    for (const vision of visions) {
      const apart = distance(one.fill.colour, other.fill.colour, vision);
      expect(apart, `${one.id} and ${other.id}, ${vision}`).toBeGreaterThan(0.08);
    }
  }
});

test.each(scales)('$id: classes next to each other differ clearly', ({ classes }) => {
  const known = flat(classes);
  for (const [at, one] of known.slice(0, -1).entries()) {
    const other = known[at + 1] as ShadeClass;
    for (const vision of visions) {
      const apart = distance(one.fill.colour, other.fill.colour, vision);
      expect(apart, `${one.id} and ${other.id}, ${vision}`).toBeGreaterThan(0.12);
    }
  }
});

test.each(ordered)('$id: any two colours differ in grey', ({ classes }) => {
  for (const [one, other] of pairs(flat(classes))) {
    const apart = distance(one.fill.colour, other.fill.colour, 'grey');
    expect(apart, `${one.id} and ${other.id}`).toBeGreaterThan(0.08);
  }
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
        expect(distance(uncertain.fill.colour, known.fill.colour, vision), known.id).toBeGreaterThan(0.07);
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

test('the distance sees what a dichromat does not', () => {
  expect(distance('#ff0000', '#ff0000', 'normal')).toBe(0);
  expect(distance('#d73027', '#6a7f00', 'normal')).toBeGreaterThan(0.15);
  expect(distance('#d73027', '#7a7400', 'protan')).toBeLessThan(0.15);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
