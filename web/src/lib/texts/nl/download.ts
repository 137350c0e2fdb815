/** What is downloaded, and how a view is passed on. */
export const download = {
  'download.title': 'Downloaden',
  'download.what': 'Zoals op het scherm: {count} {count|gemeente|gemeenten}',
  'download.xlsx': 'Excel (XLSX)',
  'download.csv': 'CSV, ook voor Excel',
  'download.geojson': 'GeoJSON, met grenzen',
  'download.gpkg': 'GeoPackage, voor GIS',
  'download.all': 'Excel met alle kolommen',
  'download.png': 'Kaart als afbeelding (PNG)',
  'download.svg': 'Kaart om te bewerken (SVG)',
  'download.pdf': 'Kaart als pagina (PDF)',
  'share.title': 'Delen',
} as const;
