import { expect, test } from 'vitest';

import { type Points, momentsOf } from './model';

test('a timeline becomes the moments of a chart, over the chosen denominator', () => {
  const points: Points = [
    {
      date: '2021-01-01',
      coverage: {
        municipalityCount: 3,
        population: 30,
        byStatus: [{ status: 'STRUCTURAL', count: 3, population: 30 }],
        byClass: [{ class: 'NONE', count: 3, population: 30 }],
      },
    },
  ];
  const [municipalities] = momentsOf(points, 'status', 'MUNICIPALITIES');
  const [inhabitants] = momentsOf(points, 'class', 'INHABITANTS');
  expect(municipalities?.date).toBe('2021-01-01');
  expect(municipalities?.values.get('STRUCTURAL')).toBe(3);
  expect(inhabitants?.values.get('NONE')).toBe(30);
});
