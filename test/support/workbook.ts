/**
 * Writes XLSX workbooks the way offices leave them: merged cells, formulas with the value computed
 * last, dates as serial numbers, hidden sheets, errors. Only for tests.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** `merged` as in Excel ("A1:C1"); `state` `hidden` as by right click. */
export type TestSheet = {
  name: string;
  rows: TestCell[][];
  merged?: string[];
  state?: 'hidden' | 'veryHidden';
  /** The number of the first row, when those above are missing from the file altogether. */
  firstRow?: number;
};

/** A serial shown as a date, a formula with its cached value, an error, or a plain value. */
type TestCell =
  | string
  | number
  | boolean
  | null
  | { serial: number }
  | { formula: string; cached?: string | number }
  | { error: string };

/** The bytes of a workbook. `date1904` is the calendar of old Macs. */
export function workbook(sheets: TestSheet[], options: { date1904?: boolean } = {}): Buffer {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  const links = numbered.map(
    ({ id }) =>
      `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const list = numbered.map(
    ({ name, state, id }) =>
      `<sheet name="${escaped(name)}" sheetId="${id}"${state ? ` state="${state}"` : ''} r:id="rId${id}"/>`,
  );
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-421]dd mmmm yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      numbered.map((sheet) => [`xl/worksheets/sheet${sheet.id}.xml`, sheetXml(sheet)]),
    ),
  });
}

function sheetXml({ rows, merged = [], firstRow = 1 }: TestSheet): string {
  const body = rows.map((cells, index) => {
    const number = firstRow + index;
    const written = cells.map((cell, column) => cellXml(`${letters(column)}${number}`, cell));
    return `<row r="${number}">${written.join('')}</row>`;
  });
  const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const mergeCells = areas && `<mergeCells count="${merged.length}">${areas}</mergeCells>`;
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData>${mergeCells}</worksheet>`;
}

function cellXml(ref: string, cell: TestCell): string {
  if (cell === null) return `<c r="${ref}" s="0"/>`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if ('serial' in cell) return `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`;
  if ('error' in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`;
  const type = typeof cell.cached === 'string' ? ' t="str"' : '';
  const value = cell.cached === undefined ? '' : `<v>${escaped(String(cell.cached))}</v>`;
  return `<c r="${ref}"${type}><f>${escaped(cell.formula)}</f>${value}</c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Packs files into a ZIP archive; `flags` sets the general-purpose bits (1 = locked). */
export function zip(files: Record<string, string>, flags = 0): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}
