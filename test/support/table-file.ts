import { type CellValue, cellText } from '../../src/platform/sheet.ts';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import type { World } from './world.ts';

/** A CSV as staff would send it, from rows of cells. */
export function csv(...rows: CellValue[][]): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => row.map((c) => c ?? '').join(';')).join('\n'));
}

/** The sheets of a workbook the bot sent: their rows as texts, by name. */
export async function sheetsOf(
  world: World,
  file: { fileId: string; name: string } | null,
): Promise<Record<string, string[][]>> {
  if (file === null) throw new Error('the message has no file');
  const bytes = Buffer.from(world.simulator.fileBytes(file.fileId));
  const read = await readSpreadsheet({ name: file.name, bytes });
  if (!read.ok) throw new Error(`the file cannot be read: ${read.reason}`);
  return Object.fromEntries(
    read.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(cellText))]),
  );
}
