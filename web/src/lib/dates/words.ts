import type { Atlas } from '../atlas/model';
import type { Writer } from '../texts/model';

type Dated = Pick<Atlas, 'asOf' | 'boundary' | 'boundaries' | 'boundariesKnownUntil'>;
type Form = 'date' | 'shortDate';

/** The date that figures are about; of a later day than today they are what is expected. */
export const asOfText = ({ t, date }: Writer, asOf: string, today: string): string =>
  t(asOf > today ? 'map.asOfFuture' : 'map.asOf', { date: date(asOf) });

/** Whether the boundaries of a date are not known yet. */
export const beyondBoundaries = ({ boundariesKnownUntil }: Dated, date: string): boolean =>
  date > boundariesKnownUntil;

/** Of which date the boundaries are, whether they still hold, and when that is not known. */
export function boundaryText(writer: Writer, atlas: Dated, form: Form = 'shortDate'): string {
  const { asOf, boundary, boundaries, boundariesKnownUntil } = atlas;
  const date = writer[form](boundary.date);
  if (beyondBoundaries(atlas, asOf))
    return writer.t('map.boundariesUnknown', { date, until: writer[form](boundariesKnownUntil) });
  const last = boundaries.at(-1)?.date === boundary.date;
  return writer.t(last && asOf > boundary.date ? 'map.boundariesUnchanged' : 'map.boundaries', { date });
}

/** The first day of which any boundaries are on record: when those of that day began is not. */
const firstBoundaries = '2020-01-01';

/** Since when, and until when, a municipality has the shape that it has. */
export function shapeText(
  { t, shortDate }: Writer,
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
): string {
  const year = firstBoundaries.slice(0, 4);
  const until = validTo && shortDate(validTo);
  if (validFrom <= firstBoundaries)
    return until ? t('page.shapeBeforeUntil', { year, to: until }) : t('page.shapeBefore', { year });
  const from = shortDate(validFrom);
  return until ? t('page.shapeUntil', { from, to: until }) : t('page.shape', { date: from });
}
