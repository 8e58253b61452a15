import { type CellReading, writtenText } from '../../language/cell.ts';
import { isSlip } from '../../language/table-header.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { IncentiveStatus } from './schema.ts';

/** What offices write in a column of statuses, beside the words of our own lists. */
const words: Record<IncentiveStatus, readonly string[]> = {
  PROPOSED: ['diusulkan', 'usulan', 'usul', 'diajukan', 'pengajuan'],
  VERIFIED: ['diverifikasi', 'verifikasi', 'terverifikasi', 'verified', 'lolos verifikasi'],
  PROCESSED: [
    'diproses',
    'proses',
    'dalam proses',
    'spm',
    'sp2d',
    'proses spm',
    'proses sp2d',
    'spm terbit',
    'sp2d terbit',
    'terbit spm',
    'terbit sp2d',
  ],
  TRANSFERRED: [
    'ditransfer',
    'transfer',
    'tertransfer',
    'cair',
    'dicairkan',
    'dibayar',
    'dibayarkan',
    'terbayar',
    'lunas',
    'masuk rekening',
  ],
  HELD: ['ditunda', 'tunda', 'tertunda', 'penundaan', 'pending', 'ditahan'],
  REJECTED: ['ditolak', 'tolak', 'penolakan'],
};

const statuses = Object.keys(words) as IncentiveStatus[];

/**
 * Reads a status: "Ditransfer", "SUDAH CAIR", "proses SP2D", a slip like "ditransfr".
 *
 * @returns `unknown` for anything else, above all for "belum cair", which says what is not the case
 */
export function parseStatus(cell: CellValue | undefined): CellReading<IncentiveStatus, 'unknown'> {
  const written = writtenText(cell);
  if (written === null) return { ok: false, reason: 'empty' };
  const said = written
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/^(sudah|telah|sdh|sedang|masih|di) /, '');
  const meant =
    statuses.find((status) => words[status].includes(said)) ??
    statuses.find((status) => words[status].some((word) => word.length > 6 && isSlip(said, word)));
  return meant === undefined ? { ok: false, reason: 'unknown' } : { ok: true, value: meant };
}
