import { describe, expect, it } from 'vitest';
import { bytesOf, pageCount } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { day, openPapers, pastTraining, training } from '../support/papers.ts';
import { sheetsOf } from '../support/training.ts';

type Rows = Awaited<ReturnType<typeof sheetsOf>>[number]['rows'];

/** Whether a row of a sheet is one of its table; the lines above and below it say one thing in joined cells. */
const isInTable = (cells: Rows[number]) => new Set(cells.filter((cell) => cell !== null)).size > 1;

/** The lines above and below the table of a sheet. */
function linesOf(sheet: { rows: Rows } | undefined) {
  const around = (sheet?.rows ?? []).filter((cells) => !isInTable(cells));
  return around.map((cells) => cells.find((cell) => cell !== null));
}

describe('/daftarhadir', () => {
  it('before the event there is the sheet with empty boxes, as PDF and XLSX', async () => {
    const { world, eko } = await training();
    await openPapers(eko);
    const card = eko.sees(/Belum ada yang tercatat hadir/);
    expect(card.text).toContain('Diundang: 4');
    expect(card.text).toContain('Wilayah: seluruh kota');
    expect(eko.buttons).toEqual([
      '🖊 Lembar kosong untuk tanda tangan (PDF)',
      '📊 Lembar kosong (XLSX)',
      '⬅️ Acara lain',
    ]);
    await eko.taps('Lembar kosong untuk tanda tangan');
    const pdf = eko.sees(/daftar-hadir-acara-1-lembar-kosong\.pdf/);
    expect(pdf.text).toContain('4 nama, per Jumat, 10 Mei 2024 pukul 09.00 WIB');
    expect(pdf.text).toMatch(/Kode dokumen: [0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
    expect(pdf.text).toContain('https://kader.uji/periksa/');
    const bytes = bytesOf(world, pdf);
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pageCount(bytes)).toBe(2);
    await eko.taps('Lembar kosong (XLSX)');
    const sheets = await sheetsOf(world, eko.sees(/lembar-kosong\.xlsx/));
    expect(sheets.map(({ name }) => name)).toEqual(['Rekap', 'Benda', 'Karawaci', 'Keterangan']);
    expect(sheets[2]?.rows.filter(isInTable)).toEqual([
      ['No', 'Nama', 'Jabatan', 'Kelurahan', 'Jam', 'Tanda tangan'],
      [1, 'Tono', 'TKSK', null, null, null],
      [2, 'Rina', 'PSM', 'Nusa Jaya', null, null],
      [3, 'Siti Aminah', 'PSM', 'Bugel', null, null],
    ]);
    expect(linesOf(sheets[2])).toEqual([
      'PEMERINTAH KOTA TANGERANG',
      'DINAS SOSIAL',
      'DAFTAR HADIR',
      'Kegiatan: Pembinaan PSM dan TKSK',
      'Hari, tanggal: Rabu, 22 Mei 2024',
      'Waktu: 08.00–12.00 WIB',
      'Tempat: Tangerang Convention Center (TCC), Cimone',
      'Kecamatan: Karawaci',
      'Jumlah Kecamatan Karawaci: diundang 3',
      'Hadir: ……………… orang',
      'Tangerang, 22 Mei 2024',
      'Kepala Dinas Sosial Kota Tangerang',
      'NIP.',
      expect.stringMatching(/^Kode dokumen: \S{19}\. Dibuat Jumat, 10 Mei 2024/),
      expect.stringMatching(/^Periksa keaslian: https:\/\/kader\.uji\/periksa\/\S{16}$/),
    ]);
  });

  it('after it there are times, walk-ins, those excused, and still the empty sheet', async () => {
    const { world, eko } = await pastTraining();
    await openPapers(eko);
    const card = eko.sees(/Hadir tanpa undangan: 2/);
    expect(card.text).toMatch(/Hadir: 2\n.*Izin: 1\n.*Tidak hadir: 0\n.*Tanpa keterangan: 1/);
    expect(eko.buttons).toEqual([
      '📄 PDF dengan jam hadir',
      '📊 XLSX dengan jam hadir',
      '🖊 Lembar kosong untuk tanda tangan (PDF)',
      '🎓 Cetak sertifikat',
      '⬅️ Acara lain',
    ]);
    await eko.taps('PDF dengan jam');
    const pdf = bytesOf(world, eko.sees('daftar-hadir-acara-1.pdf'));
    expect(pageCount(pdf)).toBe(2);
    await eko.taps('XLSX dengan jam');
    const sheets = await sheetsOf(world, eko.sees('daftar-hadir-acara-1.xlsx'));
    expect(sheets[0]?.rows).toEqual([
      [
        'Kecamatan',
        'Diundang',
        'Hadir',
        'Izin',
        'Tidak hadir',
        'Tanpa keterangan',
        'Tanpa undangan*',
      ],
      ['Benda', 1, 0, 0, 0, 1, 2],
      ['Karawaci', 3, 2, 1, 0, 0, 0],
      ['Jumlah', 4, 2, 1, 0, 1, 2],
    ]);
    expect(sheets[1]?.rows.filter(isInTable).slice(1)).toEqual([
      // What begins like a formula stays a text.
      [1, '=HYPERLINK("http://jahat")', 'PSM', 'Pajang', '–', '–'],
      [2, 'Budi Baru', 'PSM', 'Belendung', '08.10*', null],
      [3, 'Tamu Jauh', 'PSM', 'Pajang', '08.15*', null],
    ]);
    expect(sheets[2]?.rows.filter(isInTable).slice(1)).toEqual([
      [1, 'Tono', 'TKSK', null, '08.20–10.15', null],
      [2, 'Rina', 'PSM', 'Nusa Jaya', 'Izin', '–'],
      [3, 'Siti Aminah', 'PSM', 'Bugel', '08.02', null],
    ]);
    await eko.taps('Lembar kosong');
    eko.sees(/lembar-kosong\.pdf.*4 nama/);
    // The same list is the same paper, also an hour later.
    await later(world, `${day}T14:00`);
    await eko.taps('PDF dengan jam');
    expect(bytesOf(world, eko.sees('daftar-hadir-acara-1.pdf')).equals(pdf)).toBe(true);
    const papers = await world.db.issuedDocument.findMany();
    expect(new Set(papers.map(({ code }) => code)).size).toBe(3);
    const deeds = await world.db.auditEntry.findMany({ where: { action: 'document.issue' } });
    expect(deeds).toHaveLength(3);
  });

  it('a coordinator prints the own area only', async () => {
    const { world } = await pastTraining();
    const ani = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Benda' });
    await openPapers(ani);
    const card = ani.sees(/Wilayah: Kecamatan Benda/);
    expect(card.text).toContain('Diundang: 1');
    await ani.taps('XLSX dengan jam');
    const sheets = await sheetsOf(world, ani.sees(/\.xlsx.*3 nama/));
    expect(sheets.map(({ name }) => name)).toEqual(['Rekap', 'Benda', 'Keterangan']);
    const paper = await world.db.issuedDocument.findFirstOrThrow();
    expect(paper.facts).toMatchObject({ areas: ['Kecamatan Benda'] });
  });

  it('old buttons say what is the case now', async () => {
    const { world, eko, eventId } = await pastTraining();
    await openPapers(eko);
    eko.looksAway();
    await world.db.checkIn.updateMany({ data: { undoneAt: world.clock.now() } });
    await eko.taps('PDF dengan jam');
    eko.sees(/belum ada jam untuk dicetak/);
    await world.db.event.update({ where: { id: eventId }, data: { status: 'CANCELLED' } });
    await eko.taps('Lembar kosong');
    eko.sees(/sudah dibatalkan/);
    expect(await world.db.issuedDocument.count()).toBe(0);
    const far = await world.officer('Bu Jauh', 'COORDINATOR', { kecamatan: 'Periuk' });
    await far.says('/daftarhadir');
    far.sees(/Belum ada acara dengan undangan/);
  });

  it('is not for kader', async () => {
    const { siti } = await training();
    await siti.says('/daftarhadir');
    siti.sees(/hanya untuk koordinator dan petugas/);
  });
});
