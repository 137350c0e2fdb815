import type { ManageTexts } from '../model';

/** The texts in English that only those who edit read; the same keys and gaps as the Dutch. */
export const manageEn: ManageTexts = {
  'manage.part.work': 'Work list',
  'manage.closed': 'This part is for those who keep the data. Sign in to see it.',
  'manage.notYours': 'This part is not for your role ({role}).',

  'quality.MISSING': 'Missing',
  'quality.STALE': 'Out of date',
  'quality.CONTRADICTORY': 'Contradictory',
  'quality.INHERITED': 'Carried over',
  'quality.DOCUMENT_EXPIRES': 'Expiring',
  'work.more': 'What the data need on {date}',
  'work.own': 'The municipalities of {names}',
  'work.counts': 'By region',
  'work.caption': 'Number of notices by region and kind',
  'work.total': 'Total',
  'work.outside': 'In no region',
  'work.all': 'All regions',
  'work.kinds': 'Kinds of notice',
  'work.shown':
    '{count} {count|notice|notices} on {municipalities} {municipalities|municipality|municipalities}',
  'work.none': 'There is nothing to do here.',
  'work.further': 'Show the next {count|municipality|municipalities} ({count})',
};
