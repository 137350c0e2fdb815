import type { Atlas } from '../../../lib/atlas/model';
import { asOfText, boundaryText } from '../../../lib/dates/words';
import type { Writer } from '../../../lib/texts/model';

/** What a list rests on, as a line of its own. */
export interface ProvenanceLine {
  readonly label: string;
  readonly text: string;
}

interface Origin {
  readonly atlas: Pick<
    Atlas,
    'asOf' | 'boundary' | 'boundaries' | 'boundariesKnownUntil' | 'dataDate' | 'demonstration'
  >;
  /** Which municipalities, in words. */
  readonly selection: string;
  /** ISO 8601. */
  readonly today: string;
  /** Where the list can be seen. */
  readonly address: string;
}

/** What a list that leaves the screen says of itself: date, selection, source, and that it is invented. */
export function provenanceOf(
  writer: Writer,
  { atlas, selection, today, address }: Origin,
): readonly ProvenanceLine[] {
  const { t, date } = writer;
  const on = atlas.asOf > today ? asOfText(writer, atlas.asOf, today) : date(atlas.asOf);
  return [
    ...(atlas.demonstration ? [{ label: t('provenance.note'), text: t('app.demonstration') }] : []),
    {
      label: t('date.label'),
      text: `${on}, ${boundaryText(writer, atlas, 'date')}`,
    },
    { label: t('filter.title'), text: selection },
    {
      label: t('page.source'),
      text: `${t('app.name')}, ${t('attribution.dataDate', { date: date(atlas.dataDate) })}, ${address}`,
    },
  ];
}
