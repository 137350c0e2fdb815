import { placeText } from '../shared/priority/place';
import type { Purpose } from '../../lib/route/purpose';
import { type Writer, lower } from '../../lib/texts/model';
import type { Place } from './model';
import { type FactorId, type Weights, areOwn, factorsFor } from '../../lib/route/weights';

/** What a factor is about on a list: what is missing, or what is not known. */
export const factorName = ({ t }: Writer, purpose: Purpose, factor: FactorId): string =>
  purpose === 'ASK' && (factor === 'gap' || factor === 'region')
    ? t(`factor.ask.${factor}`)
    : t(`factor.${factor}`);

/** The weights that count for a viewer as a line under a list that leaves the page. */
export const weightsInWords = (writer: Writer, purpose: Purpose, weights: Weights, staff = false): string =>
  writer.t(`outreach.weightsLine.${purpose}`, {
    weights: factorsFor(staff)
      .map((factor) => `${lower(factorName(writer, purpose, factor))} ${weights[factor]}`)
      .join(', '),
  });

/** Where somebody stands on a list within a sentence, and by whose weights. */
export function standing(
  writer: Writer,
  { rank }: Pick<Place, 'rank'>,
  { purpose, size }: { readonly purpose: Purpose; readonly size: number },
  weights: Weights,
  staff: boolean,
): string {
  if (rank === undefined) return writer.t(`rank.not.${purpose}`);
  const place = lower(placeText(writer, { purpose, rank, size }));
  return areOwn(weights, staff) ? writer.t('rank.own', { place }) : place;
}
