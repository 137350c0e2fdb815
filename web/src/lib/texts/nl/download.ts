/** What is downloaded, and how a view is passed on. */
export const download = {
  'download.title': 'Downloaden',
  'download.what':
    'Zoals op het scherm: {count} {count|gemeente|gemeenten}, {columns} {columns|kolom|kolommen}',
  'download.xlsx': 'Excel (XLSX)',
  'download.ods': 'ODS, voor LibreOffice',
  'download.csv': 'CSV, ook voor Excel',
  'download.geojson': 'GeoJSON, met grenzen',
  'download.gpkg': 'GeoPackage, voor GIS',
  'download.kB': 'ongeveer {size} kB',
  'download.MB': 'ongeveer {size} MB',
  'download.all': 'Excel met alle {columns} kolommen',
  'download.code': 'Voor programma’s: GraphQL, curl, Python, R, QGIS',
  'download.png': 'Kaart als afbeelding (PNG)',
  'download.svg': 'Kaart om te bewerken (SVG)',
  'download.pdf': 'Kaart als pagina (PDF)',
  'share.title': 'Delen',
} as const;
