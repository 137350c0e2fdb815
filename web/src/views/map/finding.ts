import type { FilteredScene } from '../../lib/atlas/filtered-scene';
import { className } from '../../lib/shade/labels';
import { type Writer, lower } from '../../lib/texts/model';

type Counted = Pick<FilteredScene, 'shade' | 'counts' | 'shown'>;

/** The classes of any shade in which what is asked is not known. */
const notKnown: readonly string[] = ['UNKNOWN', 'NOT_ASSESSED', 'UNCERTAIN'];

/** Of how many municipalities shown it is not known, or not for certain, what the map shows. */
export const unknownOf = ({ counts }: Pick<Counted, 'counts'>): number =>
  notKnown.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);

/** What a map shows, in a sentence: of policy what is certain and what is not, of another shade its largest class. */
export function finding(writer: Writer, { shade, counts, shown }: Counted): string {
  const { t } = writer;
  if (shown.length === 0) return t('finding.none');
  const count = (id: string): number => counts.get(id) ?? 0;
  if (shade === 'class') {
    const sure = count('NONE') + count('PARTIAL');
    return t('finding.class', { sure, unclear: count('UNCERTAIN') });
  }
  const [largest = '', most = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return t('finding.most', {
    count: most,
    total: shown.length,
    name: lower(className(writer, shade, largest)),
  });
}
