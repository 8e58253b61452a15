import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/platform/png.ts';
import { bytesOf, pageCount } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { startWorld } from '../support/world.ts';

const logo = (side: number) =>
  encodePng({
    width: side,
    height: side,
    channels: 3,
    bytes: new Uint8Array(side * side * 3).fill(90),
  });

async function office() {
  const world = await startWorld();
  const admin = await world.officer('Bu Wati', 'ADMIN');
  return { world, admin };
}

describe('/kop', () => {
  it('begins with what follows from the city', async () => {
    const { admin } = await office();
    await admin.says('/kop');
    const card = admin.sees(/Kop surat/);
    expect(card.text).toContain('PEMERINTAH KOTA TANGERANG\nDINAS SOSIAL\nAlamat: belum diisi');
    expect(card.text).toContain('Tempat surat: Tangerang');
    expect(card.text).toContain('Kepala Dinas Sosial Kota Tangerang');
  });

  it('takes one field at a time, shows it back and leaves an audit row', async () => {
    const { world, admin } = await office();
    await admin.says('/kop');
    admin.looksAway();
    await admin.taps('NIP');
    admin.sees(/18 angka/);
    await admin.says('1968 0101');
    admin.sees(/NIP terdiri dari 18 angka/);
    await admin.sendsSticker();
    admin.sees(/Mohon ditulis dengan kata-kata/);
    await admin.says('NIP. 19680101 199003 1 001');
    admin.sees(/Tersimpan[\s\S]*NIP: 19680101 199003 1 001/);
    await admin.taps('Nama kantor');
    admin.looksAway();
    await admin.says('PEMERINTAH KOTA TANGERANG\nDINAS SOSIAL\nUPT PELATIHAN\nSATU LAGI');
    admin.sees(/Paling banyak 3 baris/);
    await admin.says('PEMERINTAH  KOTA TANGERANG\n\nDINAS SOSIAL & <PPPA>');
    expect(admin.sees(/Tersimpan/).text).toContain('DINAS SOSIAL & <PPPA>');
    const deeds = await world.db.auditEntry.findMany({ where: { action: 'letterhead.change' } });
    expect(deeds).toHaveLength(2);
    expect(deeds[1]).toMatchObject({
      before: { nip: '196801011990031001' },
      after: { office: ['PEMERINTAH KOTA TANGERANG', 'DINAS SOSIAL & <PPPA>'] },
    });
    await admin.says('Aula Barat');
    admin.sees(/belum mengerti/);
  });

  it('takes a logo as file or photo, refuses what cannot be printed, and drops it again', async () => {
    const { world, admin } = await office();
    await admin.says('/kop');
    admin.looksAway();
    await admin.taps('Logo');
    admin.sees(/Kirim gambarnya/);
    await admin.says('ini logonya');
    admin.sees(/bukan gambar PNG atau JPG/);
    await admin.sendsFile('logo.png', Buffer.from('GIF89a, bukan PNG'));
    admin.sees(/bukan gambar PNG atau JPG/);
    await admin.sendsFile('logo.png', logo(32));
    admin.sees(/terlalu kecil/);
    await admin.sendsFile('logo.png', Buffer.concat([logo(100).subarray(0, 60), deflateSync('x')]));
    admin.sees(/tidak bisa dibaca/);
    await admin.sendsFile('logo.png', logo(100));
    admin.sees(/Tersimpan[\s\S]*Logo: terpasang/);
    await admin.taps('Lihat contoh');
    const sample = bytesOf(world, admin.sees(/contoh-kop-surat\.pdf/));
    expect(pageCount(sample)).toBe(1);
    expect(sample.toString('latin1')).toContain('/Subtype /Image');
    await admin.taps('Logo');
    admin.looksAway();
    await admin.sendsFile('foto.jpg', logo(120), undefined, 'photo');
    admin.sees(/Tersimpan[\s\S]*Logo: terpasang/);
    await admin.taps('Logo');
    admin.looksAway();
    await admin.taps('Kosongkan');
    admin.sees(/Dikosongkan[\s\S]*Logo: belum diisi/);
  });

  it('a step begun is left by Kembali and by /batal', async () => {
    const { world, admin } = await office();
    await admin.says('/kop');
    admin.looksAway();
    await admin.taps('Kota surat');
    admin.looksAway();
    await admin.taps('Kembali');
    admin.sees(/Tempat surat: Tangerang/);
    await admin.says('Serpong');
    admin.sees(/belum mengerti/);
    await admin.taps('Kota surat', /Kop surat/);
    admin.looksAway();
    await admin.says('/batal');
    admin.sees(/dibatalkan/);
    expect(await world.db.auditEntry.count({ where: { subject: 'letterhead' } })).toBe(0);
  });

  it('what is written the day after is not taken for the answer', async () => {
    const { world, admin } = await office();
    await admin.says('/kop');
    admin.looksAway();
    await admin.taps('Nama pejabat');
    admin.looksAway();
    await later(world, '2024-05-21T08:00');
    await admin.says('selamat pagi');
    admin.sees(/tidak ada yang saya ubah[\s\S]*Nama: belum diisi/);
    expect(await world.db.auditEntry.count({ where: { subject: 'letterhead' } })).toBe(0);
  });

  it('the same again changes nothing', async () => {
    const { world, admin } = await office();
    for (let time = 0; time < 2; time += 1) {
      await admin.says('/kop');
      admin.looksAway();
      await admin.taps('Kota surat');
      admin.looksAway();
      await admin.says('Cikokol');
      admin.sees(/Tersimpan[\s\S]*Tempat surat: Cikokol/);
    }
    expect(await world.db.auditEntry.count({ where: { subject: 'letterhead' } })).toBe(1);
  });

  it('is for admins only', async () => {
    const { world } = await office();
    const eko = await world.officer('Pak Eko', 'STAFF');
    await eko.says('/kop');
    eko.sees(/hanya untuk admin/);
  });
});
