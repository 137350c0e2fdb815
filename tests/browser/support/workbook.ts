import { crc32 } from 'node:zlib';

/** A cell: text, a number, or a formula with the value that it had when the workbook was saved. */
export type Cell = string | number | { readonly formula: string; readonly value: string };

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const letters = (column: number): string => String.fromCharCode(65 + column);

function cell(value: Cell, place: string): string {
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'string')
    return value && `<c r="${place}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  return `<c r="${place}" t="str"><f>${escape(value.formula)}</f><v>${escape(value.value)}</v></c>`;
}

function sheet(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells, line) => {
    const written = cells.map((value, column) => cell(value, `${letters(column)}${line + 1}`));
    return `<row r="${line + 1}">${written.join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const package_ = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = (rows: readonly (readonly Cell[])[]): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
  ['xl/worksheets/sheet1.xml', sheet(rows)],
];

/** The same head stands before a file and, longer, in the list at the end. */
function head(central: boolean, name: string, content: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(central ? 46 : 30);
  let at = bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt32LE(0, at);
  at = bytes.writeUInt32LE(0x00210000, at);
  at = bytes.writeUInt32LE(crc32(content), at);
  at = bytes.writeUInt32LE(content.length, at);
  at = bytes.writeUInt32LE(content.length, at);
  bytes.writeUInt16LE(name.length, at);
  if (central) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

/** An Excel workbook of one sheet. */
export function workbook(rows: readonly (readonly Cell[])[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts(rows)) {
    const content = Buffer.from(text);
    const before = head(false, name, content, 0);
    list.push(head(true, name, content, offset));
    files.push(before, content);
    offset += before.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...list, end]);
}
