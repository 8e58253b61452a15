import { describe, expect, it } from 'vitest';
import { createCertificateService } from '../../src/features/document/certificate.ts';
import { certificatePdf } from '../../src/features/document/certificate-pdf.ts';
import { hashOf } from '../../src/features/document/codes.ts';
import { createLetterheadService } from '../../src/features/letterhead/service.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { arrived, bytesOf, pageCount } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { day, openPapers, pastTraining, training } from '../support/papers.ts';
import { came, pastEvent } from '../support/past-events.ts';
import { invitedTraining } from '../support/training.ts';

/** A clock that shows a second more each time it is looked at. */
function steppingClock(start: Date): Clock {
  let seconds = 0;
  return {
    now: () => {
      seconds += 1;
      return new Date(start.getTime() + seconds * 1_000);
    },
    wait: async () => {},
  };
}

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

  it('corrected and asked for twice at once, both times it is the file that is genuine', async () => {
    const { world, siti } = await pastTraining();
    await siti.says('/sertifikat');
    siti.looksAway();
    const name = 'Hj. Siti Aminah';
    await world.db.kader.updateMany({ where: { name: 'Siti Aminah' }, data: { name } });
    const { ports } = world.app;
    const certificates = createCertificateService({
      ports: { ...ports, clock: steppingClock(world.clock.now()) },
      wilayah: world.wilayah,
      letterhead: createLetterheadService(ports, world.wilayah),
      paper: certificatePdf,
      publicUrl: 'https://kader.uji',
    });
    const { id: accountId } = await world.db.account.findFirstOrThrow();
    const { id } = await world.db.checkIn.findFirstOrThrow({ where: { number: 1 } });
    const issue = () => certificates.issue(accountId, id, () => true);
    const given = await Promise.all([issue(), issue()]);
    const { fileHash } = await world.db.issuedDocument.findFirstOrThrow();
    expect(given.map((each) => each.ok && hashOf(each.bytes))).toEqual([fileHash, fileHash]);
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

  it('many events are chosen from page by page', async () => {
    const { world, siti } = await pastTraining();
    for (let day = 1; day <= 7; day += 1) {
      const eventId = await pastEvent(world, { title: `Bimtek ${day}`, day: `2024-01-0${day}` });
      await came(world, eventId, { 'Siti Aminah': { at: '08:02' } });
    }
    await siti.says('/sertifikat');
    siti.sees(/Sertifikat acara yang mana/);
    expect(siti.buttons).toHaveLength(7);
    await siti.taps('▶️');
    siti.sees(/Sertifikat acara yang mana/);
    expect(siti.buttons).toEqual(['Sel 2 Jan · Bimtek 2', 'Sen 1 Jan · Bimtek 1', '◀️']);
    await siti.taps('Bimtek 1');
    siti.sees(/Sertifikat Siti Aminah, Bimtek 1/);
  });

  it('staff print it for those who came, found by three letters, and for nobody else', async () => {
    const { world, eko } = await pastTraining();
    await openPapers(eko);
    eko.looksAway();
    await eko.taps('Cetak sertifikat');
    eko.sees(/Sertifikat untuk siapa/);
    await eko.says('to');
    eko.sees(/paling sedikit tiga huruf/);
    await eko.sendsSticker();
    eko.sees(/paling sedikit tiga huruf/);
    await eko.says('rina');
    eko.sees(/Tidak ada yang tercatat hadir dengan nama "rina"/);
    await eko.says('Pak Ton');
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
    await openPapers(ani);
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
    await openPapers(eko);
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
