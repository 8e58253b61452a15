import { expect, it } from 'vitest';
import { csv } from '../support/table-file.ts';
import { startWorld } from '../support/world.ts';

it('does the whole job: claim, register, approve, import, invite, answer, recap, remind, pay', async () => {
  const world = await startWorld({ at: '2024-05-20T09:00' });
  const code = await world.app.prepareClaimCode();

  // The office: the first administrator, and a coordinator named by a link passed on.
  const agus = world.person('Agus');
  await agus.says('/start');
  agus.sees('Selamat datang');
  await agus.says(`/klaim ${code}`);
  agus.sees(/admin/i);
  agus.looksAway();

  // The roster.
  await agus.sendsFile(
    'roster.csv',
    csv(
      ['Nama Lengkap', 'Jabatan', 'Kelurahan', 'Kecamatan', 'No. HP/WA'],
      ['Siti Aminah', 'PSM', 'Cimone', 'Karawaci', '081234567801'],
      ['Budi Santoso', 'PSM', 'Bugel', 'Karawaci', '81234567802'],
      ['Ratna Dewi', 'TKSK', '', 'Karawaci', '0812 3456 7803'],
    ),
    '/impor kader',
  );
  agus.sees(/Baru: 3 orang/);
  await agus.taps('Terapkan');
  agus.looksAway();

  // Siti is on the roster; Wati is not and waits for a decision.
  const siti = world.person({ firstName: 'Siti', phone: '+6281234567801' });
  await siti.says('/start');
  siti.sees('Selamat datang');
  await siti.taps('Setuju');
  siti.sees('Bagikan nomor');
  await siti.taps('Bagikan nomor');
  siti.sees('kami terima');
  siti.sees(/Siti Aminah/);
  await siti.taps('Benar');
  siti.looksAway();

  const wati = world.person({ firstName: 'Wati', phone: '+6281234567899' });
  await wati.says('/start');
  await wati.taps('Setuju');
  await wati.taps('Bagikan nomor');
  await wati.taps('PSM');
  await wati.says('krwci');
  await wati.says('pabuaran tumpeng');
  await wati.says('wati susilowati');
  await wati.taps('Kirim');
  wati.looksAway();
  agus.sees('Pendaftaran kader baru');
  await agus.taps('Setujui');
  agus.sees('Disetujui oleh');
  wati.sees('Pendaftaran disetujui');
  wati.looksAway();

  // An event, in the lines the office writes anyway.
  await agus.says(
    [
      '/acara',
      'Judul: Pembinaan PSM dan TKSK',
      'Tanggal: Rabu, 22 Mei 2024',
      'Pukul: 08.00 - 12.00',
      'Tempat: Tangerang Convention Center (TCC), Cimone',
      'Sasaran: semua',
      'Batas jawab: 20 Mei 2024',
    ].join('\n'),
  );
  agus.sees('Draf acara');
  await agus.taps('Kirim undangan');
  agus.sees(/Akan menerima: 2 orang/);
  await agus.taps('Kirim sekarang');
  agus.sees(/selesai dikirim[\s\S]*Terkirim: 2/);
  siti.sees(/Undangan[\s\S]*Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB/);
  wati.sees('Undangan');
  await siti.taps('Hadir');
  siti.sees('Jawaban Bapak/Ibu: ✅ Hadir');

  // Who comes, who is silent; the silent one is reminded and answers, the coming one is reminded to come.
  await agus.says('/rekap');
  agus.sees('Rekap acara yang mana?');
  await agus.taps('Pembinaan');
  expect(agus.sees('Diundang').text).toMatch(/Diundang: 4[\s\S]*Hadir: 1[\s\S]*Belum menjawab: 3/);
  await world.advanceTo('2024-05-20T18:30');
  wati.sees('Batas jawab sebentar lagi');
  await wati.taps('Izin');
  wati.looksAway();
  await wati.says('anak sakit');
  wati.looksAway();
  siti.seesNothing();
  await world.advanceTo('2024-05-21T18:30');
  siti.sees(/Besok|besok/);
  wati.seesNothing();
  await world.advanceTo('2024-05-22T07:00');
  siti.sees(/hari ini|Hari ini/);
  await agus.says('/rekap');
  agus.looksAway();
  await agus.taps('Pembinaan');
  expect(agus.sees('Diundang').text).toMatch(/Hadir: 1[\s\S]*Izin: 1[\s\S]*Belum menjawab: 2/);

  // The money.
  await agus.sendsFile(
    'insentif.csv',
    csv(
      ['no_hp', 'nama', 'periode', 'jumlah', 'status', 'tanggal', 'keterangan'],
      ['081234567801', 'Siti Aminah', 'April 2024', 'Rp500.000', 'ditransfer', '12/05/2024', ''],
    ),
    '/impor insentif',
  );
  agus.looksAway();
  await agus.taps('Terapkan');
  agus.looksAway();
  siti.looksAway();
  await siti.says('/insentif');
  siti.sees('Apr 2024 · Rp500.000 · ditransfer 12 Mei');
  agus.looksAway();
});
