import type { AccountabilityTexts } from '../model';

/** The texts in English of what was gathered, and how; the same keys and gaps as the Dutch. */
export const accountabilityEn: AccountabilityTexts = {
  'gathered.title': 'What was gathered',
  'gathered.how':
    'We searched public sources: websites of municipalities and regions, budgets, letters to councils, policy plans, official announcements, news and publications of CoMensha. Each record names the page that it comes from. What a page says of a whole region counts for every municipality in it.',
  'gathered.onlyFound': 'What is stated nowhere was not filled in. Not found is not the same as not there.',
  'gathered.bounds':
    'Where a page has no date, the earliest or the latest possible date counts. The record then says so.',
  'gathered.derived':
    'Verdicts also follow from policy documents in force and from care coordination. Those are not counted here.',
  'gathered.people':
    'People with an account can add and correct records, and municipalities can report what is not right. What they record is counted here.',
  'gathered.edition': 'Public data: edition {edition}, closed on {date}.',
  'gathered.editionOnly': 'Public data: edition {edition}.',
  'gathered.invented': 'This server also holds invented verdicts. They are not counted in this table.',
  'gathered.table': 'Table of what was gathered, scrolls sideways',
  'gathered.kind': 'Kind',
  'gathered.records': 'Number',
  'gathered.municipalities': 'Municipalities',
  'gathered.sources': 'Source pages',
  'gathered.sites': 'Websites',
  'gathered.period': 'Holds from',
  'gathered.range': '{from} up to and including {to}',
  'gathered.recorded': 'Last recorded',
  'gathered.kind.ARRANGEMENT': 'Arrangements for care coordination',
  'gathered.kind.DOCUMENT': 'Policy documents',
  'gathered.kind.VERDICT': 'Answers on single building blocks',
  'gathered.kind.INDICATOR': 'National figures',

  'missing.title': 'What was not found',
  'missing.kader':
    'The literal list of building blocks of the Kader Aanpak Mensenhandel (VNG/AEF, 2021) and of the Basisniveau. That is why the building blocks here are provisional. The division into basic and advanced is our own.',
  'missing.platforms':
    'Which municipalities belong to which regional platform of the VNG. The division here is provisional.',
  'missing.national': 'A national list of care coordinators from after 2021.',
  'missing.policy':
    'The policy of {count} of the {total} municipalities: nothing of it is known on {date}. They are listed below.',
  'missing.care':
    'How care coordination is arranged in {count} of the {total} municipalities. These are marked ‘unknown’.',
  'missing.dates':
    'The date of {count} {count|policy document|policy documents}. A document without a date is listed, but does not count.',
  'missing.names': 'Nothing is known of the policy of these municipalities ({count})',

  'licences.title': 'Sources and licences by kind of data',
  'licences.table': 'Table of sources and licences, scrolls sideways',
  'licences.kind': 'Data',
  'licences.source': 'Source',
  'licences.licence': 'Licence',
  'licences.boundaries': 'Municipal boundaries and reorganisations',
  'licences.boundaries.source':
    'Statistics Netherlands (CBS) and Kadaster, simplified for a national map; reorganisations computed from the boundaries',
  'licences.population': 'Inhabitants',
  'licences.population.source': 'CBS; the figures of 2020 are derived and right to about 0.15%',
  'licences.places': 'Places, neighbourhoods and former municipalities',
  'licences.places.source':
    'places and former municipalities: CBS; positions and names of neighbourhoods: GeoNames',
  'licences.postcodes': 'Postcodes',
  'licences.postcodes.source': 'countries-states-cities database (PyPI countrystatecity-postal-codes 2.0.1)',
  'licences.odbl': 'Open Database License 1.0 (ODbL)',
  'licences.regions': 'Divisions into regions',
  'licences.regions.source':
    'CBS for provinces and safety regions; police units composed of safety regions; regional platforms divided provisionally',
  'licences.care': 'Care coordination, policy documents and answers on building blocks',
  'licences.care.source': 'public pages, named with each record',
  'licences.rubric': 'Themes and building blocks',
  'licences.rubric.source':
    'themes and levels: Kader Aanpak Mensenhandel (VNG/AEF, 2021); building blocks: this project, each with a public source',
  'licences.indicators': 'National figures',
  'licences.indicators.source': 'named with each figure',
  'licences.ccBy': 'CC BY 4.0',
  'licences.own': 'of this project, free to use under EUPL-1.2',
  'licences.facts': 'facts from public sources; the page itself is under the terms of its source',
};
