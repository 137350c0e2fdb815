/** The texts in Dutch that only those who edit read; they come with the first view of theirs. */
export const manageNl = {
  'manage.part.work': 'Werklijst',
  'manage.closed': 'Dit deel is voor wie de gegevens bijhoudt. Meld u aan om het te zien.',
  'manage.notYours': 'Dit deel is niet voor uw rol ({role}).',

  'quality.MISSING': 'Ontbreekt',
  'quality.STALE': 'Verouderd',
  'quality.CONTRADICTORY': 'Tegenstrijdig',
  'quality.INHERITED': 'Overgenomen',
  'quality.DOCUMENT_EXPIRES': 'Loopt af',
  'work.more': 'Wat er op {date} aan de gegevens te doen is',
  'work.own': 'De gemeenten van {names}',
  'work.counts': 'Per regio',
  'work.caption': 'Aantal meldingen per regio en soort',
  'work.total': 'Samen',
  'work.outside': 'In geen regio',
  'work.all': 'Alle regio’s',
  'work.kinds': 'Soorten meldingen',
  'work.shown': '{count} {count|melding|meldingen} bij {municipalities} {municipalities|gemeente|gemeenten}',
  'work.none': 'Hier is niets te doen.',
  'work.further': 'Toon de volgende {count|gemeente|gemeenten} ({count})',
} as const;
