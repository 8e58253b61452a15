import { expect, it } from 'vitest';
import { parseBankResult } from '../../src/features/reconciliation/result-words.ts';

const read = (written: string) => {
  const result = parseBankResult(written);
  return result.ok ? result.value : result.reason;
};

it.each([
  'Berhasil',
  'SUKSES',
  'Success',
  'Transaksi Berhasil',
  'sudah masuk',
  'OK',
  'Paid',
  'Terbayar',
  'lunas',
  'Cair',
  'Ditransfer',
  'berhsil',
  'Sukses - 00',
  'Completed',
  'SETTLED',
])('takes "%s" for paid', (written) => {
  expect(read(written)).toBe('paid');
});

it.each([
  'Gagal',
  'GAGAL TRANSFER',
  'Retur',
  'RETUR - rekening pasif',
  'Tolak',
  'Ditolak bank',
  'Rejected',
  'Failed',
  'Transaksi gagal',
  'Dibatalkan',
  'tidak berhasil',
  'Retur berhasil',
  'not successful',
  'Returned',
  'ERROR 14',
  'unsuccessful',
  'tdk masuk',
])('takes "%s" for failed', (written) => {
  expect(read(written)).toBe('failed');
});

it.each([
  'Belum berhasil',
  'Pending',
  'dalam proses',
  'menunggu konfirmasi',
  '?',
  '500000',
  'blm masuk',
])('takes "%s" for undecided', (written) => {
  expect(read(written)).toBe('unknown');
});

it('knows an empty cell', () => {
  expect(read(' ')).toBe('empty');
  expect(read('-')).toBe('empty');
});
