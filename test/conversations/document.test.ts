import { describe, expect, it } from 'vitest';
import { arrived, bytesOf, pageCount } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { answered, invitedTraining, sheetsOf } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const day = '2024-05-22';

/** A training of the 22nd with people of two kecamatan; nobody has come yet. */
async function training() {
  const world = await startWorld({ at: '2024-05-10T09:00' });
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Bugel' });
  const rina = await world.registered({ name: 'Rina', kelurahan: 'Nusa Jaya' });
  await world.onRoster({ name: 'Tono', kecamatan: 'Karawaci', jabatan: 'TKSK' });
  await world.onRoster({ name: '=HYPERLINK("http://jahat")', kelurahan: 'Pajang' });
  const eventId = await invitedTraining(world);
  for (const person of [siti, rina]) person.looksAway();
  const eko = await world.officer('Pak Eko', 'STAFF');
  return { world, eventId, siti, rina, eko };
}

/** The same on the afternoon after it. */
async function pastTraining() {
  const all = await training();
  const { world, eventId, siti, rina } = all;
  await answered(world, eventId, { Rina: 'IZIN', Tono: 'HADIR' });
  await world.onRoster({ name: 'Budi Baru', kelurahan: 'Belendung' });
  await arrived(world, eventId, [
    { name: 'Siti Aminah', at: `${day}T08:02` },
    { name: 'Budi Baru', at: `${day}T08:10`, walkIn: true },
    { name: 'Tamu Jauh', at: `${day}T08:15`, walkIn: { kelurahan: 'Pajang' } },
    { name: 'Tono', at: `${day}T08:20`, leftAt: `${day}T10:15` },
  ]);
  await later(world, `${day}T13:00`);
  for (const person of [siti, rina]) person.looksAway();
  return all;
}

async function openCard(person: Awaited<ReturnType<World['officer']>>) {
  await person.says('/daftarhadir');
  person.sees(/Daftar hadir acara yang mana/);
  await person.taps('Pembinaan PSM dan TKSK');
}

describe('/daftarhadir', () => {
  it('before the event there is the sheet with empty boxes, as PDF and XLSX', async () => {
    const { world, eko } = await training();
    await openCard(eko);
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
    expect(sheets[2]?.rows).toEqual([
      ['No', 'Nama', 'Jabatan', 'Kelurahan', 'Jam', 'Tanda tangan'],
      [1, 'Tono', 'TKSK', null, null, null],
      [2, 'Rina', 'PSM', 'Nusa Jaya', null, null],
      [3, 'Siti Aminah', 'PSM', 'Bugel', null, null],
    ]);
  });

  it('after it there are times, walk-ins, those excused, and still the empty sheet', async () => {
    const { world, eko } = await pastTraining();
    await openCard(eko);
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
    expect(sheets[1]?.rows.slice(1)).toEqual([
      // What begins like a formula stays a text.
      [1, '=HYPERLINK("http://jahat")', 'PSM', 'Pajang', '–', null],
      [2, 'Budi Baru', 'PSM', 'Belendung', '08.10*', null],
      [3, 'Tamu Jauh', 'PSM', 'Pajang', '08.15*', null],
    ]);
    expect(sheets[2]?.rows.slice(1)).toEqual([
      [1, 'Tono', 'TKSK', null, '08.20–10.15', null],
      [2, 'Rina', 'PSM', 'Nusa Jaya', 'Izin', null],
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
    await openCard(ani);
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
    await openCard(eko);
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

describe('/sertifikat', () => {
  it('whoever came gets it, and the very same file again', async () => {
    const { world, siti } = await pastTraining();
    await siti.says('/sertifikat');
    const first = siti.sees(/sertifikat-001-1-V-2024\.pdf/);
    expect(first.text).toContain('Sertifikat Siti Aminah, Pembinaan PSM dan TKSK');
    const bytes = bytesOf(world, first);
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pageCount(bytes)).toBe(1);
    await later(world, '2024-06-22T13:00');
    siti.looksAway();
    await siti.says('/sertifikat');
    const again = siti.sees(/sertifikat-001-1-V-2024\.pdf/);
    expect(bytesOf(world, again).equals(bytes)).toBe(true);
    expect(await world.db.issuedDocument.count()).toBe(1);
  });

  it('keeps its code when a name is corrected, and says the right name then', async () => {
    const { world, siti } = await pastTraining();
    await siti.says('/sertifikat');
    siti.looksAway();
    const before = await world.db.issuedDocument.findFirstOrThrow();
    await world.db.kader.updateMany({
      where: { name: 'Siti Aminah' },
      data: { name: 'Hj. Siti Aminah' },
    });
    await siti.says('/sertifikat');
    siti.sees(/Sertifikat Hj\. Siti Aminah/);
    const [after, ...others] = await world.db.issuedDocument.findMany();
    expect(others).toEqual([]);
    expect(after?.code).toBe(before.code);
    expect(after?.contentHash).not.toBe(before.contentHash);
  });

  it('a file set otherwise by another version of the program stays genuine beside the first', async () => {
    const { world, siti } = await pastTraining();
    await siti.says('/sertifikat');
    siti.looksAway();
    const paper = await world.db.issuedDocument.findFirstOrThrow();
    await world.db.issuedDocument.updateMany({ data: { fileHash: 'a'.repeat(64) } });
    await siti.says('/sertifikat');
    siti.looksAway();
    const now = await world.db.issuedDocument.findFirstOrThrow();
    expect(now.fileHash).toBe('a'.repeat(64));
    expect(now.facts).toMatchObject({ otherFiles: [paper.fileHash] });
    expect(now.contentHash).toBe(paper.contentHash);
  });

  it('before the end of the event: when it can be had', async () => {
    const { world, eventId, siti } = await training();
    await later(world, `${day}T09:00`);
    siti.looksAway();
    await arrived(world, eventId, [{ name: 'Siti Aminah', at: `${day}T08:02` }]);
    await siti.says('/sertifikat');
    siti.sees(/bisa diambil setelah acara selesai \(Rabu, 22 Mei 2024 pukul 12\.00 WIB\)/);
    expect(await world.db.issuedDocument.count()).toBe(0);
  });

  it('whoever did not come, or whose arrival was undone, is told kindly', async () => {
    const { world, rina, siti } = await pastTraining();
    await rina.says('/sertifikat');
    rina.sees(/Belum ada sertifikat untuk Bapak\/Ibu/);
    await world.db.checkIn.updateMany({ data: { undoneAt: world.clock.now() } });
    await siti.says('/sertifikat');
    siti.sees(/Belum ada sertifikat/);
  });

  it('several events: one is chosen; the button of one that was undone gives nothing', async () => {
    const { world, siti, rina } = await pastTraining();
    const second = await invitedTraining(world, {
      title: 'Bimtek DTKS',
      day: '2024-05-25',
      deadline: { day: '2024-05-24', time: null },
    });
    await arrived(world, second, [{ name: 'Siti Aminah', at: '2024-05-25T08:00' }]);
    await later(world, '2024-05-26T08:00');
    for (const person of [siti, rina]) person.looksAway();
    await siti.says('/sertifikat');
    siti.sees(/Sertifikat acara yang mana/);
    expect(siti.buttons).toEqual([
      'Sab 25 Mei · Bimtek DTKS',
      'Rab 22 Mei · Pembinaan PSM dan TKSK',
    ]);
    await siti.taps('Bimtek DTKS');
    siti.sees(/Sertifikat Siti Aminah, Bimtek DTKS/);
    await world.db.checkIn.updateMany({
      where: { eventId: second },
      data: { undoneAt: world.clock.now() },
    });
    await siti.taps('Bimtek DTKS');
    siti.sees(/Tidak tercatat hadir/);
  });

  it('staff print it for those who came, found by three letters, and for nobody else', async () => {
    const { world, eko } = await pastTraining();
    await openCard(eko);
    eko.looksAway();
    await eko.taps('Cetak sertifikat');
    eko.sees(/Sertifikat untuk siapa/);
    await eko.says('to');
    eko.sees(/paling sedikit tiga huruf/);
    await eko.sendsSticker();
    eko.sees(/paling sedikit tiga huruf/);
    await eko.says('rina');
    eko.sees(/Tidak ada yang tercatat hadir dengan nama "rina"/);
    await eko.says('ton');
    eko.sees(/Yang mana/);
    await eko.taps('Tono (no. 4)');
    eko.sees(/Sertifikat Tono.*\n?.*pulang lebih awal, pukul 10\.15 WIB/);
    const deed = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'document.issue' },
    });
    expect(deed.after).toMatchObject({ kind: 'CERTIFICATE' });
    await eko.says('tono');
    eko.sees(/belum mengerti/);
  });

  it("a coordinator's search ends at the own area, and leaving it ends the search", async () => {
    const { world } = await pastTraining();
    const ani = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Benda' });
    await openCard(ani);
    ani.looksAway();
    await ani.taps('Cetak sertifikat');
    ani.looksAway();
    await ani.says('siti');
    ani.sees(/Tidak ada yang tercatat hadir/);
    await ani.says('tamu');
    ani.sees(/Yang mana/);
    await ani.taps('Tamu Jauh');
    ani.sees(/Sertifikat Tamu Jauh/);
    await ani.taps('Kembali');
    ani.sees(/Wilayah: Kecamatan Benda/);
  });

  it('asked for at once by the kader and by staff, it is one certificate', async () => {
    const { world, siti, eko } = await pastTraining();
    await openCard(eko);
    await eko.taps('Cetak sertifikat');
    await eko.says('siti');
    eko.looksAway();
    await Promise.all([siti.says('/sertifikat'), eko.taps('Siti Aminah (no. 1)')]);
    const own = bytesOf(world, siti.sees(/sertifikat-001/));
    expect(bytesOf(world, eko.sees(/sertifikat-001/)).equals(own)).toBe(true);
    expect(await world.db.issuedDocument.count()).toBe(1);
  });

  it('stays as it is when its person moves to another kelurahan', async () => {
    const { world, siti } = await pastTraining();
    await siti.says('/sertifikat');
    const bytes = bytesOf(world, siti.sees(/sertifikat-001/));
    await world.db.kader.updateMany({
      where: { name: 'Siti Aminah' },
      data: world.area({ kelurahan: 'Pajang' }),
    });
    await siti.says('/sertifikat');
    expect(bytesOf(world, siti.sees(/sertifikat-001/)).equals(bytes)).toBe(true);
  });

  it('none is made of an event that was called off', async () => {
    const { world, eventId, siti } = await pastTraining();
    await world.db.event.update({ where: { id: eventId }, data: { status: 'CANCELLED' } });
    await siti.says('/sertifikat');
    siti.sees(/Belum ada sertifikat/);
  });
});
