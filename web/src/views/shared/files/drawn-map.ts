import type { Atlas } from '../../../lib/atlas/model';
import type { Reference } from '../../../lib/atlas/reference';
import type { Filter } from '../../../lib/filter/model';
import { filterText } from '../../../lib/filter/sentence';
import type { ShadeClass } from '../../../lib/shade/model';
import type { Writer } from '../../../lib/texts/model';
import { provenanceOf } from '../page/provenance';
import { type Drawing, type LegendEntry, drawPicture, swatch } from './map-picture';

/** A map on the page of which the server draws no picture. */
export interface DrawnMap {
  /** Its drawing, once it is on the page. */
  readonly canvas: () => SVGSVGElement | null | undefined;
  readonly title: string;
  readonly classes: readonly ShadeClass[];
  readonly className: (id: string) => string;
  /** How many areas of each class stand out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly atlas: Atlas;
  readonly filter: Filter;
}

/** What a stylesheet gives a drawing, with the value that needs no mention. */
const looks = {
  fill: '',
  opacity: '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'paint-order': 'normal',
  'vector-effect': 'none',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
} as const;

/** What only the page reads. */
const ofPage = /^(?:aria-.*|class|role|style|tabindex|data-.*)$/;

/** The copy of an element with the looks that the stylesheets of the page give it. */
function copyLooks(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const [name, usual] of Object.entries(looks)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value.replaceAll('"', "'"));
  }
  for (const { name } of [...copy.attributes]) if (ofPage.test(name)) copy.removeAttribute(name);
  if (!copy.matches('pattern')) copy.removeAttribute('id');
}

/** What is seen of a map on the page, cut to its land. */
function readMap(canvas: SVGSVGElement): Drawing {
  const copy = canvas.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll('*')];
  for (const [at, original] of [...canvas.querySelectorAll('*')].entries()) {
    const each = copies[at];
    if (each && !original.closest('defs > pattern > *')) copyLooks(original, each);
  }
  const frame = canvas.getBoundingClientRect();
  const land = canvas.querySelector('g')?.getBoundingClientRect() ?? frame;
  const around = 14;
  const left = Math.max(0, land.left - frame.left - around);
  const top = Math.max(0, land.top - frame.top - around);
  const right = Math.min(frame.width, land.right - frame.left + around);
  const bottom = Math.min(frame.height, land.bottom - frame.top + around);
  return {
    svg: `<g transform="translate(${-left} ${-top})">${copy.innerHTML}</g>`,
    width: right - left,
    height: bottom - top,
  };
}

/** A swatch by the pattern of the class on the map, at the size that it has there. */
function swatchOf(canvas: SVGSVGElement, { id, fill }: ShadeClass): string {
  const pattern = fill.pattern && canvas.querySelector(`pattern[id$="-${id}"]`);
  const scale = canvas.querySelector('g')?.transform.baseVal.consolidate()?.matrix.a ?? 1;
  return pattern
    ? `<rect transform="scale(${scale})" width="${swatch.width / scale}" height="${swatch.height / scale}" fill="url(#${pattern.id})"/>`
    : `<rect width="100%" height="100%" fill="${fill.colour}"/>`;
}

/** A map of the page as an SVG file with its title, its legend and its sources; none before it is drawn. */
export function pictureOfMap(
  { canvas: find, title, classes, className, counts, atlas, filter }: DrawnMap,
  writer: Writer,
  { reference, today }: { readonly reference: Reference | undefined; readonly today: string },
): Drawing | undefined {
  const canvas = find();
  if (!canvas) return undefined;
  const token = getComputedStyle(document.documentElement);
  const legend: LegendEntry[] = classes.map((each) => ({
    name: className(each.id),
    count: writer.number(counts.get(each.id) ?? 0),
    fill: swatchOf(canvas, each),
  }));
  const selection = filterText(writer, reference, filter);
  const said = provenanceOf(writer, { atlas, selection, today, address: location.href });
  return drawPicture(readMap(canvas), {
    title,
    legend,
    lines: [...said.map(({ label, text }) => `${label}: ${text}`), writer.t('attribution')],
    colours: {
      ink: token.getPropertyValue('--ink'),
      soft: token.getPropertyValue('--ink-soft'),
      ground: token.getPropertyValue('--surface'),
    },
  });
}

/** An SVG file as PNG, so many times as large. */
export async function toPng({ svg, width, height }: Drawing, scale = 2): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (file) => (file ? resolve(file) : reject(new Error('The picture is too large'))),
      'image/png',
    ),
  );
}
