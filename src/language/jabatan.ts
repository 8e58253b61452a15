import type { CellValue } from '../platform/sheet.ts';
import { type CellReading, writtenText } from './cell.ts';
import { isSlip } from './table-header.ts';

/** The two kinds of kader: per kelurahan (Permensos 10/2019) and per kecamatan (Permensos 28/2018). */
export type Jabatan = 'PSM' | 'TKSK';

/** Two words of the full title are enough to know it by, be the rest shortened or misspelt. */
const FULL_TITLES: Record<Jabatan, [string, string][]> = {
  PSM: [
    ['pekerja', 'sosial'],
    ['pekerja', 'masyarakat'],
  ],
  TKSK: [
    ['tenaga', 'kesejahteraan'],
    ['kesejahteraan', 'kecamatan'],
  ],
};

/**
 * Reads what a person is: "PSM", "psm kel.", "P.S.M", "Pekerja Sosial Masyarakat", "Ketua TKSK".
 * @returns or why not: `several` when both are named, `unknown` when neither is.
 */
export function parseJabatan(
  cell: CellValue | undefined,
): CellReading<Jabatan, 'unknown' | 'several'> {
  const text = writtenText(cell);
  if (text === null) return { ok: false, reason: 'empty' };
  const words = text
    .toLowerCase()
    .replace(/\b(\p{L})[.\s]+(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}]+/u);
  const [jabatan, another] = (['PSM', 'TKSK'] as const).filter(
    (title) =>
      words.includes(title.toLowerCase()) ||
      FULL_TITLES[title].some((pair) => pair.every((part) => words.some((w) => isSlip(w, part)))),
  );
  if (jabatan === undefined) return { ok: false, reason: 'unknown' };
  return another ? { ok: false, reason: 'several' } : { ok: true, value: jabatan };
}
