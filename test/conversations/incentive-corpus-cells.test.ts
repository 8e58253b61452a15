import { expect, it } from 'vitest';
import { dryRunOf } from '../support/dry-run.ts';
import { workbook } from '../support/workbook.ts';

it('semicolons behind a BOM; NIK and account columns are dropped, and that is said', async () => {
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

it('commas in Windows-1252, names with accents and titles, amounts in quotes', async () => {
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

it('months and days as serial numbers and as texts', async () => {
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

it('numbers stored as text, and telephone numbers that Excel made scientific', async () => {
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

it('whatever cannot be read is refused, each row with its reason', async () => {
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
