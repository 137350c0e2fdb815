/** What is downloaded, and how a view is passed on. */
export const download = {
  'download.title': 'Download',
  'download.what':
    'As on the screen: {count} {count|municipality|municipalities}, {columns} {columns|column|columns}',
  'download.xlsx': 'Excel (XLSX)',
  'download.ods': 'ODS, for LibreOffice',
  'download.csv': 'CSV, also for Excel',
  'download.geojson': 'GeoJSON, with boundaries',
  'download.gpkg': 'GeoPackage, for a GIS',
  'download.kB': 'about {size} kB',
  'download.MB': 'about {size} MB',
  'download.all': 'Excel with all {columns} columns',
  'download.code': 'For programs: GraphQL, curl, Python, R, QGIS',
  'download.png': 'Map as a picture (PNG)',
  'download.svg': 'Map to edit (SVG)',
  'download.pdf': 'Map as a page (PDF)',
  'share.title': 'Share',
} as const;
