import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { answered, invitedTraining, sheetsOf } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

/** A staff member, three PSM and a TKSK; the invitation to a training has gone out to them. */
async function office() {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Gondrong' });
  const wati = await world.registered({ name: 'Wati', kelurahan: 'Bugel' });
  const tuti = await world.registered({ name: 'Tuti', jabatan: 'TKSK', kecamatan: 'Benda' });
  const kader = [siti, budi, wati, tuti];
  const eventId = await invitedTraining(world);
  for (const person of kader) person.looksAway();
  return { world, agus, siti, budi, wati, tuti, eventId };
}

async function compose(agus: Person): Promise<void> {
  await agus.says('/siaran Mohon diperhatikan');
  agus.sees('Mohon diperhatikan');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
}

/** From the card of the audience to the answers and arrivals of the training. */
async function opensTraining(agus: Person): Promise<void> {
  await agus.taps('Menurut jawaban');
  agus.sees('undangan acara mana');
  await agus.taps('Pembinaan PSM');
  agus.sees('Yang menjawab apa');
}

/** Chooses some of the training's people, and is back on the card of the audience. */
async function choosesOfTraining(agus: Person, ...groups: string[]): Promise<void> {
  await opensTraining(agus);
  for (const group of groups) {
    await agus.taps(group);
    agus.sees('Yang menjawab apa');
  }
  await agus.taps('Kembali');
}

/** Everybody but some of the training's people, at the last look. */
async function allBut(agus: Person, group: string): Promise<void> {
  await compose(agus);
  await agus.taps('Semua kader');
  await agus.taps('Kecualikan');
  agus.looksAway();
  await choosesOfTraining(agus, group);
  await agus.taps('Selesai');
  await agus.taps('Lanjut');
  agus.looksAway();
}

it('reaches those who gave an answer to an event, and those who gave none', async () => {
  const { world, agus, siti, budi, wati, tuti, eventId } = await office();
  await answered(world, eventId, { Siti: 'HADIR', Budi: 'IZIN', Wati: 'TIDAK_HADIR' });
  await compose(agus);
  await opensTraining(agus);
  await agus.taps('Hadir');
  agus.sees('Yang menjawab apa');
  await agus.taps('Belum menjawab');
  expect(
    agus
      .sees('Yang menjawab apa')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['✅ Hadir', 'Tidak hadir', 'Izin', '✅ Belum menjawab', '⬅️ Kembali']);
  await agus.taps('Kembali');
  agus.sees('menjawab Hadir pada Pembinaan PSM dan TKSK');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 2 orang');
  await agus.taps('Kirim sekarang');
  siti.sees('Mohon diperhatikan');
  tuti.sees('Mohon diperhatikan');
  budi.seesNothing();
  wati.seesNothing();
  agus.sees('Terkirim: 2');
});

it('leaves out whoever is excluded, by buttons and by typing', async () => {
  const { agus, siti, budi, wati, tuti } = await office();
  await compose(agus);
  await agus.taps('Semua kader');
  agus.sees('Terpilih: Semua kader');
  await agus.taps('Kecualikan');
  agus.sees('Siapa yang dikecualikan?');
  await agus.taps('TKSK');
  agus.sees('Kecuali: TKSK');
  await agus.says('kel cimone');
  agus.sees('Kecuali: TKSK, Kelurahan Cimone');
  await agus.says('cimone');
  agus.sees('Kecuali: TKSK, Kelurahan Cimone');
  await agus.taps('Selesai mengecualikan');
  agus.sees(/Terpilih: Semua kader\s+Kecuali: TKSK, Kelurahan Cimone/);
  await agus.taps('Lanjut');
  expect(agus.sees('Akan menerima: 2 orang').text).toContain('Kecuali: TKSK, Kelurahan Cimone');
  await agus.taps('Kirim sekarang');
  budi.sees('Mohon diperhatikan');
  wati.sees('Mohon diperhatikan');
  siti.seesNothing();
  tuti.seesNothing();
  agus.sees('Terkirim: 2');
});

it('excludes by an answer too, and takes an exclusion back', async () => {
  const { world, agus, eventId } = await office();
  await answered(world, eventId, { Siti: 'HADIR' });
  await compose(agus);
  await agus.taps('Semua kader');
  agus.sees('Terpilih');
  await agus.taps('Kecualikan');
  agus.sees('dikecualikan');
  await choosesOfTraining(agus, 'Hadir');
  agus.sees('Kecuali: menjawab Hadir');
  await agus.taps('PSM');
  agus.sees('PSM');
  await agus.taps('✅ PSM');
  agus.sees('dikecualikan');
  await agus.taps('Selesai');
  agus.sees('Kecuali: menjawab Hadir');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 3 orang');
});

it('counts each kecamatan and lists the names before anything is sent', async () => {
  const { world, agus } = await office();
  await world.onRoster({ name: 'Ratna', kelurahan: 'Cimone', phone: '+6281234567890' });
  await compose(agus);
  await agus.taps('PSM');
  agus.sees('Terpilih: PSM');
  await agus.taps('Lanjut');
  expect(agus.sees('Akan menerima: 3 orang').text).toMatch(
    /Kec. Cipondoh: 1[\s\S]*Kec. Karawaci: 3/,
  );
  await agus.taps('Daftar penerima');
  const [sheet] = await sheetsOf(world, agus.sees('penerima-'));
  expect(sheet?.rows.map(([name, , , , why]) => [name, why])).toEqual([
    ['Nama', 'Keterangan'],
    ['Budi', 'Menerima lewat bot'],
    ['Ratna', 'Belum terdaftar di Telegram'],
    ['Siti', 'Menerima lewat bot'],
    ['Wati', 'Menerima lewat bot'],
  ]);
});

it('says so when there is no event to choose from', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await compose(agus);
  await agus.taps('Menurut jawaban');
  agus.sees('Belum ada acara');
  await agus.taps('Kembali');
  agus.sees('Untuk siapa?');
});

/** Puts on record who came, by the names of the people; check-in is open from now on. */
async function came(world: World, eventId: number, ...names: string[]): Promise<void> {
  const at = world.clock.now();
  await world.db.event.update({ where: { id: eventId }, data: { checkInOpenedAt: at } });
  for (const [index, name] of names.entries()) {
    const { id: kaderId } = await world.db.kader.findFirstOrThrow({ where: { name } });
    await world.db.checkIn.create({
      data: { eventId, kaderId, number: index + 1, at, via: 'DESK' },
    });
  }
}

/** The names in the file of recipients. */
async function recipientsOf(world: World, agus: Person): Promise<(string | undefined)[]> {
  await agus.taps('Daftar penerima');
  const [sheet] = await sheetsOf(world, agus.sees('penerima-'));
  return (sheet?.rows ?? []).slice(1).map(([name]) => name?.toString());
}

it('reaches those who came to an event, walk-ins too, or the invited who did not', async () => {
  const { world, agus, siti, budi, wati, tuti, eventId } = await office();
  await world.onRoster({ name: 'Ratna', kelurahan: 'Cimone' });
  await compose(agus);
  await opensTraining(agus);
  expect(agus.buttons).not.toContain('Datang');
  await agus.taps('Kembali');
  agus.sees('Untuk siapa?');

  await came(world, eventId, 'Siti', 'Ratna', 'Wati');
  await world.db.checkIn.updateMany({
    where: { kader: { name: 'Wati' } },
    data: { undoneAt: world.clock.now() },
  });
  await opensTraining(agus);
  await agus.taps('Datang');
  expect(
    agus
      .sees('atau yang datang')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual([
    'Hadir',
    'Tidak hadir',
    'Izin',
    'Belum menjawab',
    '✅ Datang',
    'Tidak datang',
    '⬅️ Kembali',
  ]);
  await agus.taps('Kembali');
  agus.sees('Terpilih: datang ke Pembinaan PSM dan TKSK');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 1 orang');
  expect(await recipientsOf(world, agus)).toEqual(['Ratna', 'Siti']);

  await compose(agus);
  await choosesOfTraining(agus, 'Tidak datang');
  agus.sees('tidak datang');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 3 orang');
  await agus.taps('Kirim sekarang');
  for (const absent of [budi, wati, tuti]) absent.sees('Mohon diperhatikan');
  siti.seesNothing();
  agus.sees('Terkirim: 3');
});

it('excludes those who came, or those who did not', async () => {
  const { world, agus, eventId } = await office();
  await world.onRoster({ name: 'Ratna', kelurahan: 'Cimone' });
  await came(world, eventId, 'Siti', 'Tuti');
  await allBut(agus, 'Datang');
  expect(agus.message(/Siap dikirim/).text).toContain('Kecuali: datang ke Pembinaan');
  expect((await recipientsOf(world, agus)).toSorted()).toEqual(['Budi', 'Ratna', 'Wati']);

  await allBut(agus, 'Tidak datang');
  expect((await recipientsOf(world, agus)).toSorted()).toEqual(['Ratna', 'Siti', 'Tuti']);
});
