// An invented country of any size, as the files that `import` reads: areas on a
// grid with jagged borders, some of which go into a neighbour over the years,
// regions, inhabitants, and verdicts over ten years.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The dates of boundaries; before each but the first some areas merge. */
export const dates = ['2020-01-01', '2022-01-01', '2024-01-01'];
const years = 10;
const firstYear = 2016;
/** Points of a border between two corners: an area has about 50, as those of today. */
const between = 11;
export const rowsOfFile = 100_000;

export const codeOf = (number) => `GM${String(number + 1).padStart(4, '0')}`;

/** A number from 0 to 1 that is the same for the same place in every run. */
function noise(x, y) {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43_758.5453;
  return wave - Math.floor(wave);
}

/** The grid: where its corners are, in RD New. */
function gridOf(count) {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const step = { x: 250_000 / columns, y: 300_000 / rows };
  return { columns, rows, count, step, at: (x, y) => [15_000 + x * step.x, 310_000 + y * step.y] };
}

/** A border from one corner to the next, the same from both sides. */
function border(grid, [x0, y0], [x1, y1]) {
  const points = [];
  for (let part = 1; part <= between; part++) {
    const share = part / (between + 1);
    const [x, y] = [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
    const aside = (noise(x, y) - 0.5) * 0.1;
    const [east, north] = grid.at(x + (y1 === y0 ? 0 : aside), y + (x1 === x0 ? 0 : aside));
    points.push([Math.round(east), Math.round(north)]);
  }
  return points;
}

/** The ring of one cell, or of two that lie beside each other. */
function ring(grid, x, y, wide) {
  const corners = [];
  for (let at = x; at <= x + wide; at++) corners.push([at, y]);
  for (let at = x + wide; at >= x; at--) corners.push([at, y + 1]);
  corners.push([x, y]);
  const points = [];
  corners.slice(0, -1).forEach((from, place) => {
    const to = corners[place + 1];
    // From west to east and from south to north, so that neighbours agree.
    const turned = from[0] > to[0] || from[1] > to[1];
    const line = turned ? border(grid, to, from).toReversed() : border(grid, from, to);
    points.push(grid.at(...from).map(Math.round), ...line);
  });
  points.push(points[0]);
  return points;
}

/** The areas on the date with this place: how wide each is; what merged is gone. */
function areasOn(grid, place) {
  const pairs = Math.floor(grid.count / 50);
  const widths = new Map();
  for (let number = 0; number < grid.count; number++) widths.set(number, 1);
  for (let pair = 0; pair < pairs && place > 0; pair++) {
    const first = pair * 50 + 2;
    const when = (pair % 2) + 1;
    const sameRow = first % grid.columns < grid.columns - 1;
    if (when > place || !sameRow || first + 1 >= grid.count) continue;
    widths.set(first, 2);
    widths.delete(first + 1);
  }
  return widths;
}

function geojson(grid, place) {
  const features = [...areasOn(grid, place)].map(([number, wide]) => ({
    type: 'Feature',
    properties: { statcode: codeOf(number), statnaam: nameOf(number) },
    geometry: {
      type: 'Polygon',
      coordinates: [ring(grid, number % grid.columns, Math.floor(number / grid.columns), wide)],
    },
  }));
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}

const syllables = ['Aal', 'Berg', 'Dal', 'Eik', 'Gors', 'Hol', 'Kamp', 'Lind', 'Meer', 'Oos'];
const ends = ['burg', 'dam', 'dijk', 'drecht', 'huizen', 'kerk', 'oord', 'stede', 'voort', 'wijk'];

/** A name of its own for each number up to 9,999. */
export function nameOf(number) {
  const digits = String(number).padStart(4, '0').split('').map(Number);
  const [a, b, c, d] = digits;
  return `${syllables[a]}${ends[b]} en ${syllables[c]}${ends[d]}`;
}

const csv = (heads, rows) => `${heads}\n${rows.map((row) => row.join(',')).join('\n')}\n`;

/** Verdicts so that each municipality and block gets one, then each the next, over ten years. */
export function verdictRows(count, blocks, from, to) {
  const words = ['PRESENT', 'ABSENT', 'IN_PREPARATION', 'UNKNOWN'];
  const stays = areasOn(gridOf(count), dates.length - 1);
  const rows = [];
  for (let at = from; at < to; at++) {
    const number = at % count;
    const block = Math.floor(at / count) % blocks.length;
    const turn = Math.floor(at / (count * blocks.length));
    // The turns lie over ten years; for an area that merges, before the first boundaries.
    const months = stays.has(number) ? years * 12 : 36;
    const month = (turn * 23 + block * 5 + (number % 7)) % months;
    const day = 1 + (number % 28);
    const date = `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    rows.push([
      codeOf(number),
      blocks[block],
      words[(number * 7 + block * 3 + turn) % 4],
      date,
      'CONVERSATION',
    ]);
  }
  return rows;
}

/** Writes all files but those of verdicts; tells what to import in which order. */
export function generate(folder, count) {
  const grid = gridOf(count);
  const files = [];
  const write = (kind, name, text, ...more) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    files.push({ kind, file, args: [kind, file, ...more] });
  };
  dates.forEach((date, place) => {
    write('boundaries', `boundaries-${date}.geojson`, geojson(grid, place), '--date', date);
    if (place > 0) return;
    const parts = Math.ceil(count / 40);
    const regions = Array.from({ length: parts }, (_, at) => [
      'veiligheidsregio',
      regionOf(at),
      `Regio ${at}`,
    ]);
    write(
      'regions',
      'sets.csv',
      csv('id,title_nl,title_en,provisional', [['veiligheidsregio', 'Regio’s', 'Regions', 'false']]),
    );
    write('regions', 'regions.csv', csv('region_set,code,name', regions));
  });
  const all = dates.flatMap((date, place) =>
    [...areasOn(grid, place)].map(([number, wide]) => ({ date, number, wide })),
  );
  const membership = all.map(({ date, number }) => [
    date,
    codeOf(number),
    'veiligheidsregio',
    regionOf(Math.floor(number / 40)),
  ]);
  write(
    'regions',
    'membership.csv',
    csv('boundary_date,municipality_code,region_set,region_code', membership),
  );
  const inhabitants = (number) => 5_000 + Math.floor(noise(number, 3) * 90_000);
  const population = all.map(({ date, number, wide }) => [
    date,
    codeOf(number),
    inhabitants(number) + (wide === 2 ? inhabitants(number + 1) : 0),
  ]);
  write('population', 'population.csv', csv('boundary_date,municipality_code,population', population));
  return files;
}

const regionOf = (at) => `VR${String(at + 1).padStart(3, '0')}`;

/** The verdicts that files of at most 100,000 rows hold, one file after the other. */
export function* verdictFiles(folder, count, total, blocks) {
  for (let from = 0; from < total; from += rowsOfFile) {
    const to = Math.min(total, from + rowsOfFile);
    const file = join(folder, `verdicts-${from}.csv`);
    const heads = 'municipality_code,block,verdict,valid_from,established';
    writeFileSync(file, csv(heads, verdictRows(count, blocks, from, to)));
    yield { kind: 'verdicts', file, rows: to - from, args: ['verdicts', file] };
  }
}
