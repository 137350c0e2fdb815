/** A class of the map, in the legend of its picture. */
export interface LegendEntry {
  readonly name: string;
  readonly count: string;
  /** The swatch as SVG, in the box `swatch`. */
  readonly fill: string;
}

/** What stands around a map in its picture. */
export interface Caption {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  /** What the picture says of itself: the date, the selection, the sources. */
  readonly lines: readonly string[];
  readonly colours: { readonly ink: string; readonly soft: string; readonly ground: string };
}

/** A part of an SVG with its size in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const [width, margin, legendWidth, highest] = [1200, 32, 330, 1000];
const mapWidth = width - 3 * margin - legendWidth;
/** The box of a class in the legend. */
export const swatch = { width: 26, height: 20 };
/** How wide a letter is at most, in sizes of the letters. */
const letter = 0.56;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The words of a text in lines that fit a width. */
export function wrap(text: string, room: number, size: number): string[] {
  const most = Math.floor(room / (size * letter));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The picture of a map as an SVG file: its title, the map beside its legend, and what it says of itself. */
export function drawPicture(map: Drawing, { title, legend, lines, colours }: Caption): Drawing {
  const parts: string[] = [];
  const write = (text: string, x: number, y: number, size: number, more = ''): void =>
    void parts.push(`<text x="${x}" y="${y}" font-size="${size}"${more}>${escape(text)}</text>`);

  let y = margin;
  for (const line of wrap(title, width - 2 * margin, 30))
    write(line, margin, (y += 36), 30, ' font-weight="700"');
  y += 24;

  const scale = Math.min(mapWidth / map.width, highest / map.height);
  const [drawnWidth, drawnHeight] = [map.width * scale, map.height * scale];
  parts.push(
    `<svg x="${margin}" y="${y}" width="${drawnWidth}" height="${drawnHeight}" viewBox="0 0 ${map.width} ${map.height}">${map.svg}</svg>`,
  );

  const left = width - margin - legendWidth;
  const beside = left + swatch.width + 12;
  let row = y;
  for (const { name, count, fill } of legend) {
    parts.push(
      `<svg x="${left}" y="${row}" width="${swatch.width}" height="${swatch.height}">${fill}<rect width="100%" height="100%" fill="none" stroke="${colours.soft}"/></svg>`,
    );
    write(count, width - margin, row + 16, 18, ' font-weight="700" text-anchor="end"');
    const words = wrap(name, width - margin - 60 - beside, 18);
    for (const [at, line] of words.entries()) write(line, beside, row + 16 + 23 * at, 18);
    row += 11 + 23 * words.length;
  }

  y = Math.max(y + drawnHeight, row) + 16;
  for (const line of lines.flatMap((each) => wrap(each, width - 2 * margin, 15)))
    write(line, margin, (y += 21), 15, ` fill="${colours.soft}"`);
  const height = Math.ceil(y + margin);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans', Arial, sans-serif" fill="${colours.ink}"><title>${escape(title)}</title><rect width="100%" height="100%" fill="${colours.ground}"/>${parts.join('')}</svg>`,
    width,
    height,
  };
}
