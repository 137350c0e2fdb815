import type { CoordinationStatus } from '../../../lib/api/generated';

/** The number of CoMensha's helpdesk, as written and as dialled. */
export const helpdesk = { number: '033 448 11 86', dial: '+31334481186' } as const;

/** The region set of those who help a municipality with its policy. */
export const platformSet = 'vng-platform';

/** Whether somebody coordinates care here; CoMensha's helpdesk does so from a distance elsewhere. */
export const isFilled = (status: CoordinationStatus): boolean =>
  status === 'STRUCTURAL' || status === 'TEMPORARY';

/** The address by which a browser dials a Dutch number. */
export const dial = (phone: string): string => `tel:+31${phone.replace(/\D/g, '').replace(/^0/, '')}`;
