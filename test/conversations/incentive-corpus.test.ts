import { expect, it } from 'vitest';
import { dryRunOf } from '../support/dry-run.ts';
import { workbook } from '../support/workbook.ts';

it('letterhead, title in merged cells, the month only in the title, "Rp 500.000,-", total, signature', async () => {
  const bytes = workbook([
    {
      name: 'Sheet1',
      merged: ['A1:F1', 'A2:F2', 'A3:F3'],
      rows: [
        ['PEMERINTAH KOTA TANGERANG', null, null, null, null, null],
        ['DINAS SOSIAL', null, null, null, null, null],
        ['DAFTAR PENERIMA INSENTIF PSM BULAN APRIL 2024', null, null, null, null, null],
        [],
        ['No', 'Nama Penerima', 'Kelurahan', 'Nominal', 'Status Pembayaran', 'Tanggal Transfer'],
        [1, 'Siti Aminah', 'Cimone', 'Rp 500.000,-', 'Sudah cair', '3 Mei 2024'],
        [2, 'BUDI SANTOSO, S.Sos', 'Gondrong', 'Rp. 500.000', 'SP2D', null],
        [null, 'JUMLAH', null, 'Rp 1.000.000,-', null, null],
        [],
        [null, null, null, null, 'Tangerang, 20 Mei 2024', null],
        [null, null, null, null, 'Kepala Dinas Sosial', null],
      ],
    },
  ]);
  expect(await dryRunOf('01-kop.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 01-kop.xlsx

    🆕 Baru: 2 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 0 baris

    Jumlah menurut status
    • diproses: 1 data, Rp500.000
    • ditransfer: 1 data, Rp500.000

    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, April 2024: Rp500.000 ditransfer
    • Budi Santoso, April 2024: Rp500.000 diproses

    Baris jumlah dan tanda tangan dilewati: 3.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    6 | Siti Aminah | 2024-04 | 500000 | ditransfer | 2024-05-03 | 
    7 | Budi Santoso | 2024-04 | 500000 | diproses |  | 
    — Perlu diperbaiki —"
  `);
});

it('one column per month under a merged year, the header in two rows, the status in a line above', async () => {
  const bytes = workbook([
    {
      name: 'Rekap 2024',
      merged: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:F3'],
      rows: [
        ['REKAP INSENTIF PSM TAHUN 2024', null, null, null, null, null],
        ['STATUS : DITRANSFER', null, null, null, null, null],
        ['No', 'Nama', 'Kelurahan', 'BULAN', null, null],
        [null, null, null, 'Jan', 'Feb', 'Mar'],
        [1, 'Siti Aminah', 'Cimone', 500_000, '500.000', '-'],
        [2, 'Budi Santoso', 'Gondrong', 500_000, null, 350_000],
        [null, 'TOTAL', null, 1_000_000, 500_000, 350_000],
      ],
    },
  ]);
  expect(await dryRunOf('02-per-bulan.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 02-per-bulan.xlsx

    🆕 Baru: 4 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 0 baris

    Jumlah menurut status
    • ditransfer: 4 data, Rp1.850.000

    ⚠️ 1 data berbeda dari besaran yang berlaku (/besaran).
    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, Januari 2024: Rp500.000 ditransfer
    • Siti Aminah, Februari 2024: Rp500.000 ditransfer
    • Budi Santoso, Januari 2024: Rp500.000 ditransfer
    • … dan 1 lagi

    Baris jumlah dan tanda tangan dilewati: 1.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    5 | Siti Aminah | 2024-01 | 500000 | ditransfer |  | 
    5 | Siti Aminah | 2024-02 | 500000 | ditransfer |  | 
    6 | Budi Santoso | 2024-01 | 500000 | ditransfer |  | 
    6 | Budi Santoso | 2024-03 | 350000 | ditransfer |  | 
    — Perlu diperbaiki —"
  `);
});

it('a sheet per kecamatan, one that is something else, and a hidden one that nobody meant to send', async () => {
  const header = ['Nama', 'Kelurahan', 'Periode', 'Jumlah', 'Status'];
  const bytes = workbook([
    { name: 'Karawaci', rows: [header, ['Siti Aminah', 'Cimone', '2024-04', 500_000, 'diproses']] },
    {
      name: 'Cipondoh',
      rows: [header, ['Budi Santoso', 'Gondrong', '2024-04', 500_000, 'proses']],
    },
    {
      name: 'Catatan',
      rows: [
        ['Rapat', 'Senin'],
        ['Hadir', 'semua'],
      ],
    },
    {
      name: 'Lama',
      state: 'hidden',
      rows: [header, ['Wati', 'Pinang', '2024-04', 500_000, 'ditransfer']],
    },
  ]);
  expect(await dryRunOf('05-lembar.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 05-lembar.xlsx

    🆕 Baru: 2 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 0 baris

    Jumlah menurut status
    • diproses: 2 data, Rp1.000.000

    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, April 2024: Rp500.000 diproses
    • Budi Santoso, April 2024: Rp500.000 diproses

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    Karawaci | 2 | Siti Aminah | 2024-04 | 500000 | diproses |  | 
    Cipondoh | 2 | Budi Santoso | 2024-04 | 500000 | diproses |  | 
    — Perlu diperbaiki —"
  `);
});

it('sections by kelurahan between the rows, sums under each, empty rows and columns', async () => {
  const bytes = workbook([
    {
      name: 'Mei',
      rows: [
        ['INSENTIF BULAN MEI 2024', null, null, null, null, null],
        [],
        [null, 'No', 'Nama', null, 'Besaran', 'Status'],
        [null, 'Kelurahan Cimone', null, null, null, null],
        [null, 1, 'Siti Aminah', null, 500_000, 'diusulkan'],
        [null, null, 'Sub Total', null, 500_000, null],
        [],
        [null, 'Kelurahan Gondrong', null, null, null, null],
        [null, 1, 'Budi Santoso', null, 500_000, 'diusulkan'],
        [null, 2, 'Siti Aminah', null, 500_000, 'diusulkan'],
        [null, null, 'Sub Total', null, 1_000_000, null],
        [null, null, 'Grand Total', null, 1_500_000, null],
      ],
    },
  ]);
  expect(await dryRunOf('08-bagian.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 08-bagian.xlsx

    🆕 Baru: 2 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 1 baris

    Jumlah menurut status
    • diusulkan: 2 data, Rp1.000.000

    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, Mei 2024: Rp500.000 diusulkan
    • Budi Santoso, Mei 2024: Rp500.000 diusulkan

    Yang ditolak
    • Baris 10 (Siti Aminah): Tidak ada di daftar kader. Mungkin Siti Aminah, PSM Kelurahan Cimone? Kalau benar, samakan nama dan wilayahnya.

    Baris jumlah dan tanda tangan dilewati: 3.

    Rinciannya per baris ada di berkas yang saya kirim.
    👥 1 orang di berkas belum pasti siapa. Tekan Pilih orangnya untuk menunjuknya.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    5 | Siti Aminah | 2024-05 | 500000 | diusulkan |  | 
    9 | Budi Santoso | 2024-05 | 500000 | diusulkan |  | 
    — Perlu diperbaiki —
    10 |  | Tidak ada di daftar kader | Mungkin Siti Aminah, PSM Kelurahan Cimone? Kalau benar, samakan nama dan wilayahnya."
  `);
});

it('the month merged down over its rows; a row twice, and one that contradicts another', async () => {
  const bytes = workbook([
    {
      name: 'TW1',
      merged: ['A2:A5', 'A6:A7'],
      rows: [
        ['Periode', 'Nama', 'Kelurahan', 'Jumlah', 'Status', 'Alasan'],
        ['Maret 2024', 'Siti Aminah', 'Cimone', 500_000, 'cair', null],
        [null, 'Siti Aminah', 'Cimone', 500_000, 'cair', null],
        [null, 'Budi Santoso', 'Gondrong', 500_000, 'cair', null],
        [null, 'Budi Santoso', 'Gondrong', 350_000, 'cair', null],
        ['April 2024', 'Siti Aminah', 'Cimone', 500_000, 'pending', 'menunggu SK'],
        [null, 'Wati', 'Pinang', 400_000, 'pending', null],
      ],
    },
  ]);
  expect(await dryRunOf('09-gabung.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 09-gabung.xlsx

    🆕 Baru: 3 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 3 baris

    Jumlah menurut status
    • ditransfer: 1 data, Rp500.000
    • ditunda: 2 data, Rp900.000

    ⚠️ 1 data berbeda dari besaran yang berlaku (/besaran).
    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, Maret 2024: Rp500.000 ditransfer
    • Siti Aminah, April 2024: Rp500.000 ditunda
    • Wati, April 2024: Rp400.000 ditunda

    Yang ditolak
    • Baris 3 (Siti Aminah): Sama dengan baris 2. Cukup satu baris. Baris ini boleh dihapus.
    • Baris 4 (Budi Santoso): Bulan yang sama untuk orang ini ada di baris 5 dengan isi lain. Sisakan satu baris yang benar.
    • Baris 5 (Budi Santoso): Bulan yang sama untuk orang ini ada di baris 4 dengan isi lain. Sisakan satu baris yang benar.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    2 | Siti Aminah | 2024-03 | 500000 | ditransfer |  | 
    6 | Siti Aminah | 2024-04 | 500000 | ditunda |  | menunggu SK
    7 | Wati | 2024-04 | 400000 | ditunda |  | 
    — Perlu diperbaiki —
    3 |  | Sama dengan baris 2 | Cukup satu baris. Baris ini boleh dihapus.
    4 |  | Bulan yang sama untuk orang ini ada di baris 5 dengan isi lain | Sisakan satu baris yang benar.
    5 |  | Bulan yang sama untuk orang ini ada di baris 4 dengan isi lain | Sisakan satu baris yang benar."
  `);
});
