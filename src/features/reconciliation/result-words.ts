import { type CellReading, writtenText } from '../../language/cell.ts';
import { isSlip } from '../../language/table-header.ts';
import type { CellValue } from '../../platform/sheet.ts';

/** What became of one payment, as the bank tells it. */
export type PaymentResult = 'paid' | 'failed';

/** What banks and offices write, in Indonesian and in English, by its stem. */
const failed = [
  'gagal',
  'retur',
  'return',
  'returned',
  'tolak',
  'ditolak',
  'tertolak',
  'reject',
  'rejected',
  'failed',
  'fail',
  'failure',
  'error',
  'batal',
  'dibatalkan',
  'cancelled',
  'unsuccessful',
  'unpaid',
  'bounced',
];
const paid = [
  'berhasil',
  'sukses',
  'success',
  'successful',
  'successfully',
  'ok',
  'oke',
  'cair',
  'dicairkan',
  'dibayar',
  'dibayarkan',
  'terbayar',
  'lunas',
  'masuk',
  'ditransfer',
  'tertransfer',
  'terkirim',
  'paid',
  'settled',
  'settlement',
  'completed',
  'complete',
  'done',
  'selesai',
  'credited',
];
/** Nothing has come of it yet, one way or the other. */
const open = [
  'belum',
  'blm',
  'pending',
  'proses',
  'diproses',
  'process',
  'processing',
  'antri',
  'antre',
  'menunggu',
  'waiting',
  'queued',
];
const negation = ['tidak', 'tdk', 'tak', 'not', 'gak', 'nggak', 'un'];

/** Words as short as this may be another word with a letter changed. */
const shortestSlip = 6;

/**
 * Reads what a bank says became of a payment: "Berhasil", "SUKSES", "Retur - rekening pasif", "Transaksi ditolak",
 * a slip like "berhsil". A word of failure outweighs one of success ("retur berhasil" is a returned payment).
 *
 * @returns `unknown` for anything else, above all for what is not decided yet ("belum berhasil", "dalam proses")
 */
export function parseBankResult(
  cell: CellValue | undefined,
): CellReading<PaymentResult, 'unknown'> {
  const written = writtenText(cell);
  if (written === null) return { ok: false, reason: 'empty' };
  const said = written.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (says(said, open)) return { ok: false, reason: 'unknown' };
  if (says(said, failed)) return { ok: true, value: 'failed' };
  if (!says(said, paid)) return { ok: false, reason: 'unknown' };
  return { ok: true, value: said.some((word) => negation.includes(word)) ? 'failed' : 'paid' };
}

function says(said: readonly string[], words: readonly string[]): boolean {
  return said.some((one) =>
    words.some((word) => word === one || (word.length >= shortestSlip && isSlip(one, word))),
  );
}
