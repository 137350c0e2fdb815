import { expect, test } from 'vitest';

import { drawPicture, wrap } from './map-picture';

const caption = {
  title: 'Verandering <en> meer',
  legend: [
    { name: 'Heringedeeld, niet te vergelijken met wat er eerder was', count: '12', fill: '<rect/>' },
    { name: 'Verbeterd', count: '330', fill: '<rect/>' },
  ],
  lines: ['Let op: verzonnen', 'Bron: kaart'],
  colours: { ink: 'ink', soft: 'soft', ground: 'ground' },
};

test('a picture says what the map is, each class with its count, and where it is from', () => {
  const { svg } = drawPicture({ svg: '<path/>', width: 800, height: 900 }, caption);
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(words[0]).toBe('Verandering &lt;en> meer');
  expect(words).toEqual(expect.arrayContaining(['12', '330', 'Verbeterd', ...caption.lines]));
  expect(svg).toContain('viewBox="0 0 800 900"><path/>');
});

test('it is as high as the higher of the map and the legend', () => {
  const flat = drawPicture({ svg: '', width: 800, height: 10 }, caption);
  const high = drawPicture({ svg: '', width: 800, height: 900 }, caption);
  expect(flat.height).toBeLessThan(high.height);
  const last = [...flat.svg.matchAll(/<text x="\d+" y="(\d+(?:\.\d+)?)"/g)].map(([, y]) => Number(y));
  expect(Math.max(...last)).toBeLessThan(flat.height);
});

test('lines fit, and no word is lost', () => {
  const text = 'Heringedeeld, niet te vergelijken met wat er eerder was';
  const lines = wrap(text, 200, 18);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.floor(200 / (18 * 0.56)));
  expect(lines.join(' ')).toBe(text);
});
