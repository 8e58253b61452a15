import { expect, it } from 'vitest';
import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import { sheetsOf } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';
import { startWorld } from '../support/world.ts';

/** The people of every list here. */
const roster = [
  { name: 'Siti Aminah', kelurahan: 'Cimone', phone: '+6281234567801' },
  { name: 'Budi Santoso', kelurahan: 'Gondrong', phone: '+6281234567802' },
  { name: 'Désirée Wijaya', kelurahan: 'Bugel', phone: '+6281234567803' },
  { name: 'Wati', kelurahan: 'Pinang', phone: '+6281234567804' },
];

/** What the dry run of a file says, and all that is refused in it with row, reason and advice. */
async function dryRunOf(name: string, bytes: Uint8Array): Promise<string> {
  const world = await startWorld({ at: '2024-05-20T08:00' });
  await ensureStandingAmounts(world.db, '36.71');
  for (const entry of roster) await world.onRoster(entry);
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile(name, bytes, '/impor insentif');
  const details = await sheetsOf(world, agus.sees('hasil-').file);
  const refused = (details['Perlu diperbaiki'] ?? []).slice(1);
  const created = (details.Baru ?? []).slice(1);
  return [
    agus.sees(`Hasil periksa: ${name}`).text,
    '— Baru —',
    ...created.map((row) => row.join(' | ')),
    '— Perlu diperbaiki —',
    ...refused.map((row) => [...row.slice(0, 2), ...row.slice(-2)].join(' | ')),
  ].join('\n');
}

it('1. letterhead, title in merged cells, the month only in the title, "Rp 500.000,-", total, signature', async () => {
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

it('2. one column per month under a merged year, the header in two rows, the status in a line above', async () => {
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

it('3. semicolons behind a BOM; NIK and account columns are dropped, and that is said', async () => {
  const text = [
    'Nama;NIK;No. Rekening;No HP;Periode;Jumlah;Status;Keterangan',
    'Siti Aminah;3671014101800001;0101234567890;081234567801;Apr-24;500000;ditransfer;BJB 0101234567890',
    'Budi Santoso;3671014101800002;0101234567891;0812 3456 7802;04/2024;500000;ditunda;SK belum terbit',
  ].join('\r\n');
  const bytes = new TextEncoder().encode(`\uFEFF${text}`);
  expect(await dryRunOf('03-bom.csv', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 03-bom.csv

    🆕 Baru: 2 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 0 baris

    Jumlah menurut status
    • ditransfer: 1 data, Rp500.000
    • ditunda: 1 data, Rp500.000

    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.
    🔒 Nomor panjang di keterangan disamarkan pada 1 data; hanya empat angka terakhir yang disimpan.

    Contoh yang baru
    • Siti Aminah, April 2024: Rp500.000 ditransfer
    • Budi Santoso, April 2024: Rp500.000 ditunda

    🔒 Data pribadi tidak disimpan: kolom NIK, No. Rekening.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    2 | Siti Aminah | 2024-04 | 500000 | ditransfer |  | BJB ••••7890
    3 | Budi Santoso | 2024-04 | 500000 | ditunda |  | SK belum terbit
    — Perlu diperbaiki —"
  `);
});

it('4. commas in Windows-1252, names with accents and titles, amounts in quotes', async () => {
  const text = [
    'Nama,Kelurahan,Bulan,Jumlah,Status',
    'Hj. Désirée Wijaya,Bugel,April 2024,"500,000",dibayarkan',
    '"Santoso, Budi",Gondrong,April 2024,"500.000,00",dibayarkan',
    'Siti Aminah,Cimone,April 2024,"Rp500,000.00",dibayarkan',
  ].join('\n');
  expect(await dryRunOf('04-ansi.csv', Buffer.from(text, 'latin1'))).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 04-ansi.csv

    🆕 Baru: 2 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 1 baris

    Jumlah menurut status
    • ditransfer: 2 data, Rp1.000.000

    2 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Désirée Wijaya, April 2024: Rp500.000 ditransfer
    • Siti Aminah, April 2024: Rp500.000 ditransfer

    Yang ditolak
    • Baris 3 (Santoso, Budi): Tidak ada di daftar kader. Mungkin Budi Santoso, PSM Kelurahan Gondrong? Kalau benar, samakan nama dan wilayahnya.

    Rinciannya per baris ada di berkas yang saya kirim.
    👥 1 orang di berkas belum pasti siapa. Tekan Pilih orangnya untuk menunjuknya.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    2 | Désirée Wijaya | 2024-04 | 500000 | ditransfer |  | 
    4 | Siti Aminah | 2024-04 | 500000 | ditransfer |  | 
    — Perlu diperbaiki —
    3 |  | Tidak ada di daftar kader | Mungkin Budi Santoso, PSM Kelurahan Gondrong? Kalau benar, samakan nama dan wilayahnya."
  `);
});

it('5. a sheet per kecamatan, one that is something else, and a hidden one that nobody meant to send', async () => {
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

it('6. months and days as serial numbers and as texts', async () => {
  const bytes = workbook([
    {
      name: 'April',
      rows: [
        ['Nama', 'Kelurahan', 'Periode', 'Jumlah', 'Status', 'Tanggal'],
        ['Siti Aminah', 'Cimone', { serial: 45383 }, 500_000, 'ditransfer', { serial: 45415 }],
        ['Budi Santoso', 'Gondrong', 'April 2024', 500_000, 'ditransfer', '03-05-2024'],
        ['Désirée Wijaya', 'Bugel', '2024-04', 500_000, 'ditransfer', '3 Mei 2024'],
        ['Wati', 'Pinang', '04/2024', 500_000, 'ditransfer', '31/02/2024'],
      ],
    },
  ]);
  expect(await dryRunOf('06-tanggal.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 06-tanggal.xlsx

    🆕 Baru: 3 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 1 baris

    Jumlah menurut status
    • ditransfer: 3 data, Rp1.500.000

    3 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, April 2024: Rp500.000 ditransfer
    • Budi Santoso, April 2024: Rp500.000 ditransfer
    • Désirée Wijaya, April 2024: Rp500.000 ditransfer

    Yang ditolak
    • Baris 5 (Wati): Tanggal "31/02/2024" tidak terbaca. Tulis misalnya 3 Mei 2024.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    2 | Siti Aminah | 2024-04 | 500000 | ditransfer | 2024-05-03 | 
    3 | Budi Santoso | 2024-04 | 500000 | ditransfer | 2024-05-03 | 
    4 | Désirée Wijaya | 2024-04 | 500000 | ditransfer | 2024-05-03 | 
    — Perlu diperbaiki —
    5 |  | Tanggal "31/02/2024" tidak terbaca | Tulis misalnya 3 Mei 2024."
  `);
});

it('7. numbers stored as text, and telephone numbers that Excel made scientific', async () => {
  const bytes = workbook([
    {
      name: 'Data',
      rows: [
        ['No HP', 'Nama', 'Kelurahan', 'Periode', 'Jumlah', 'Status'],
        [6281234567801, 'Siti Aminah', null, 'April 2024', '500000', 'diproses'],
        ['8,12346E+11', 'Budi Santoso', 'Gondrong', 'April 2024', '500000', 'diproses'],
        [
          '8,12346E+11',
          'Wati',
          null,
          'April 2024',
          { formula: 'A1*5', cached: 500_000 },
          'diproses',
        ],
        ['8,12346E+11', null, null, 'April 2024', '500000', 'diproses'],
        [81234567803, 'Desiree Wijaya', null, 'April 2024', '5E+05', 'diproses'],
      ],
    },
  ]);
  expect(await dryRunOf('07-ilmiah.xlsx', bytes)).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 07-ilmiah.xlsx

    🆕 Baru: 3 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 2 baris

    Jumlah menurut status
    • diproses: 3 data, Rp1.500.000

    3 orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.

    Contoh yang baru
    • Siti Aminah, April 2024: Rp500.000 diproses
    • Budi Santoso, April 2024: Rp500.000 diproses
    • Wati, April 2024: Rp500.000 diproses

    Yang ditolak
    • Baris 5: Nomor HP "8,12346E+11" dibulatkan oleh Excel, dan namanya kosong. Jadikan kolomnya Teks, lalu ketik ulang nomornya; atau isi namanya.
    • Baris 6 (Desiree Wijaya): Jumlah 5E+05 dibulatkan oleh Excel. Ketik ulang jumlahnya, misalnya 500.000.

    Rinciannya per baris ada di berkas yang saya kirim.
    Belum ada yang diubah. Tekan Terapkan kalau sudah benar.
    — Baru —
    2 | Siti Aminah | 2024-04 | 500000 | diproses |  | 
    3 | Budi Santoso | 2024-04 | 500000 | diproses |  | 
    4 | Wati | 2024-04 | 500000 | diproses |  | 
    — Perlu diperbaiki —
    5 | 8,12346E+11 | Nomor HP "8,12346E+11" dibulatkan oleh Excel, dan namanya kosong | Jadikan kolomnya Teks, lalu ketik ulang nomornya; atau isi namanya.
    6 | 81234567803 | Jumlah 5E+05 dibulatkan oleh Excel | Ketik ulang jumlahnya, misalnya 500.000."
  `);
});

it('8. sections by kelurahan between the rows, sums under each, empty rows and columns', async () => {
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

it('9. the month merged down over its rows; a row twice, and one that contradicts another', async () => {
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

it('10. whatever cannot be read is refused, each row with its reason', async () => {
  const text = [
    'Nama;Kelurahan;Periode;Jumlah;Status;Tanggal',
    'Siti Aminah;Cimone;April;500000;diproses;',
    'Siti Aminah;Cimone;TW 1 2024;1500000;diproses;',
    'Siti Aminah;Cimone;April 2024;lima ratus ribu;diproses;',
    'Siti Aminah;Cimone;April 2024;-500000;diproses;',
    'Siti Aminah;Cimone;April 2024;0;diproses;',
    'Siti Aminah;Cimone;April 2024;;diproses;',
    'Siti Aminah;Cimone;April 2024;500000;belum cair;',
    'Siti Aminah;Cimone;April 2024;500000;;',
    'Siti Aminah;Cimone;April 2024;500000;ditransfer;3 Mei 2034',
    'Siti Aminah;Antah Berantah;April 2024;500000;ditransfer;',
    ';Cimone;April 2024;500000;ditransfer;',
    'Hantu;Cimone;April 2024;500000;ditransfer;',
    'Siti Aminah;Cimone;April 2024;500.000;proses SPM;',
  ].join('\n');
  expect(await dryRunOf('10-salah.csv', new TextEncoder().encode(text))).toMatchInlineSnapshot(`
    "📋 Hasil periksa: 10-salah.csv

    🆕 Baru: 0 data bulanan
    ✏️ Berubah: 0 data bulanan
    ✔️ Tetap sama: 0 data bulanan
    ⛔ Ditolak: 13 baris

    Yang ditolak
    • Baris 2 (Siti Aminah): Periode "April" tanpa tahun. Tambahkan tahunnya, misalnya April 2024.
    • Baris 3 (Siti Aminah): Periode "TW 1 2024" lebih dari satu bulan. Buat satu baris untuk setiap bulan.
    • Baris 4 (Siti Aminah): Jumlah "lima ratus ribu" tidak terbaca. Tulis angkanya saja, misalnya 500.000.
    • … dan 10 lagi

    Rinciannya per baris ada di berkas yang saya kirim.
    Tidak ada yang bisa diterapkan. Perbaiki baris yang ditolak, lalu kirim lagi.
    — Baru —
    — Perlu diperbaiki —
    2 |  | Periode "April" tanpa tahun | Tambahkan tahunnya, misalnya April 2024.
    3 |  | Periode "TW 1 2024" lebih dari satu bulan | Buat satu baris untuk setiap bulan.
    4 |  | Jumlah "lima ratus ribu" tidak terbaca | Tulis angkanya saja, misalnya 500.000.
    5 |  | Jumlah -500000 kurang dari nol | Tulis jumlah yang dibayarkan.
    6 |  | Jumlahnya 0 | Hapus barisnya, atau pakai status ditunda atau ditolak beserta jumlahnya.
    7 |  | Bulan yang sama untuk orang ini ada di baris 14 dengan isi lain | Sisakan satu baris yang benar.
    8 |  | Status "belum cair" tidak dikenal | Pilih: diusulkan, diverifikasi, diproses, ditransfer, ditunda, atau ditolak.
    9 |  | Status kosong | Isi misalnya diproses atau ditransfer.
    10 |  | Tanggal 3 Mei 2034 masih terlalu jauh | Periksa lagi tahunnya.
    11 |  | Kelurahan "Antah Berantah" tidak ada di daftar resmi | Maksudnya Benda (Kec. Benda) atau Cipondoh Indah (Kec. Cipondoh) atau Kunciran Indah (Kec. Pinang)?
    12 |  | Nama dan nomor HP kosong | Isi nomor HP atau nama lengkapnya.
    13 |  | Tidak ada di daftar kader | Periksa nama dan nomornya, atau masukkan dulu lewat /impor kader.
    14 |  | Bulan yang sama untuk orang ini ada di baris 7 dengan isi lain | Sisakan satu baris yang benar."
  `);
});
