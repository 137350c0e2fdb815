/** The texts in Dutch of what was gathered, and how. */
export const accountabilityNl = {
  'gathered.title': 'Wat er is verzameld',
  'gathered.how':
    'Wij zochten in openbare bronnen: websites van gemeenten en regio’s, begrotingen, brieven aan gemeenteraden, beleidsplannen, officiële bekendmakingen, nieuws en publicaties van CoMensha. Bij elk gegeven staat de pagina waar het vandaan komt. Zegt een pagina iets over een hele regio, dan geldt dat voor elke gemeente in die regio.',
  'gathered.onlyFound':
    'Wat nergens staat, is niet ingevuld. Niet gevonden is niet hetzelfde als niet aanwezig.',
  'gathered.bounds':
    'Heeft een pagina geen datum? Dan geldt de vroegste of de laatste datum die mogelijk is. Dat staat er dan bij.',
  'gathered.derived':
    'Uit een geldend beleidsdocument en uit de zorgcoördinatie volgen ook oordelen. Die zijn hier niet geteld.',
  'gathered.people':
    'Mensen met een account kunnen gegevens toevoegen en verbeteren, en gemeenten kunnen melden wat niet klopt. Wat zij vastleggen, telt hier mee.',
  'gathered.edition': 'Openbare gegevens: uitgave {edition}, afgesloten op {date}.',
  'gathered.editionOnly': 'Openbare gegevens: uitgave {edition}.',
  'gathered.invented': 'Op deze server staan ook verzonnen oordelen. Die tellen in deze tabel niet mee.',
  'gathered.table': 'Tabel met wat er is verzameld, schuift opzij',
  'gathered.kind': 'Soort',
  'gathered.records': 'Aantal',
  'gathered.municipalities': 'Gemeenten',
  'gathered.sources': 'Bronpagina’s',
  'gathered.sites': 'Websites',
  'gathered.period': 'Geldt vanaf',
  'gathered.range': '{from} tot en met {to}',
  'gathered.recorded': 'Laatst vastgelegd',
  'gathered.kind.ARRANGEMENT': 'Invullingen van de zorgcoördinatie',
  'gathered.kind.DOCUMENT': 'Beleidsdocumenten',
  'gathered.kind.VERDICT': 'Antwoorden per bouwsteen',
  'gathered.kind.INDICATOR': 'Landelijke cijfers',

  'missing.title': 'Wat niet is gevonden',
  'missing.kader':
    'De letterlijke lijst van bouwstenen van het Kader Aanpak Mensenhandel (VNG/AEF, 2021) en van het Basisniveau. Daarom zijn de bouwstenen hier voorlopig. De verdeling over basis en verdieping is van ons.',
  'missing.platforms':
    'Welke gemeenten bij welk regionaal platform van de VNG horen. De indeling hier is voorlopig.',
  'missing.national': 'Een landelijke lijst van zorgcoördinatoren van na 2021.',
  'missing.policy':
    'Het beleid van {count} van de {total} gemeenten: daarover is op {date} niets bekend. Zij staan hieronder.',
  'missing.care':
    'Hoe de zorgcoördinatie is geregeld in {count} van de {total} gemeenten. Bij die gemeenten staat ‘onbekend’.',
  'missing.dates':
    'De datum van {count} {count|beleidsdocument|beleidsdocumenten}. Een document zonder datum staat in de lijst, maar telt niet mee.',
  'missing.names': 'Over het beleid van deze gemeenten is niets bekend ({count})',

  'licences.title': 'Bronnen en licenties per soort gegevens',
  'licences.table': 'Tabel met bronnen en licenties, schuift opzij',
  'licences.kind': 'Gegevens',
  'licences.source': 'Bron',
  'licences.licence': 'Licentie',
  'licences.boundaries': 'Gemeentegrenzen en herindelingen',
  'licences.boundaries.source':
    'Centraal Bureau voor de Statistiek (CBS) en Kadaster, vereenvoudigd voor een landelijke kaart; herindelingen berekend uit de grenzen',
  'licences.population': 'Inwoners',
  'licences.population.source': 'CBS; de cijfers van 2020 zijn afgeleid en kloppen op ongeveer 0,15% na',
  'licences.places': 'Woonplaatsen, buurten en vroegere gemeenten',
  'licences.places.source':
    'woonplaatsen en vroegere gemeenten: CBS; plaats op de kaart en namen van buurten: GeoNames',
  'licences.postcodes': 'Postcodes',
  'licences.postcodes.source': 'countries-states-cities-database (PyPI countrystatecity-postal-codes 2.0.1)',
  'licences.odbl': 'Open Database License 1.0 (ODbL)',
  'licences.regions': 'Indelingen in regio’s',
  'licences.regions.source':
    'CBS voor provincies en veiligheidsregio’s; politie-eenheden samengesteld uit veiligheidsregio’s; regionale platforms voorlopig ingedeeld',
  'licences.care': 'Zorgcoördinatie, beleidsdocumenten en antwoorden per bouwsteen',
  'licences.care.source': 'openbare pagina’s, genoemd bij elk gegeven',
  'licences.rubric': 'Thema’s en bouwstenen',
  'licences.rubric.source':
    'thema’s en niveaus: Kader Aanpak Mensenhandel (VNG/AEF, 2021); bouwstenen: dit project, met bij elke bouwsteen een openbare bron',
  'licences.indicators': 'Landelijke cijfers',
  'licences.indicators.source': 'genoemd bij elk cijfer',
  'licences.ccBy': 'CC BY 4.0',
  'licences.own': 'van dit project, vrij te gebruiken onder EUPL-1.2',
  'licences.facts': 'feiten uit openbare bronnen; voor de pagina zelf gelden de voorwaarden van de bron',
} as const;
