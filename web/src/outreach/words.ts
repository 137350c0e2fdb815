import { type Writer, lower } from '../texts/model';
import { type Weights, factorsFor } from './weights';

/** The weights that count for a viewer as a line under a list that leaves the page. */
export const weightsInWords = ({ t }: Writer, weights: Weights, staff = false): string =>
  t('outreach.weightsLine', {
    weights: factorsFor(staff)
      .map((factor) => `${lower(t(`factor.${factor}`))} ${weights[factor]}`)
      .join(', '),
  });
