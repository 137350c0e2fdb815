import { type Writer, lower } from '../texts/model';
import { type Weights, factorIds } from './weights';

/** The weights as a line under a list that leaves the page. */
export const weightsInWords = ({ t }: Writer, weights: Weights): string =>
  t('outreach.weightsLine', {
    weights: factorIds.map((factor) => `${lower(t(`factor.${factor}`))} ${weights[factor]}`).join(', '),
  });
