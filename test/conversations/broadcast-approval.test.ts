import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

/** Two staff members, an admin and two kader, where one person is the most anybody may write to alone. */
async function office() {
  const world = await startWorld({ at: '2024-05-20T08:00', approvalOver: 1 });
  const agus = await world.officer('Agus', 'STAFF');
  const dewi = await world.officer('Dewi', 'STAFF');
  const rina = await world.officer('Rina', 'ADMIN');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Gondrong' });
  return { world, agus, dewi, rina, siti, budi };
}

async function composed(agus: Person, audience = 'Semua kader'): Promise<void> {
  await agus.says('/siaran Rapat {nama}');
  agus.sees('Rapat');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  if (audience === 'Semua kader') await agus.taps(audience);
  else await agus.says(audience);
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Siap dikirim');
}

/** Agus asks to send to everybody; Dewi and Rina have it before them. */
async function asked() {
  const everybody = await office();
  const { agus, dewi, rina } = everybody;
  await composed(agus);
  await agus.taps('Kirim sekarang');
  agus.sees('Menunggu persetujuan');
  expect(dewi.sees('Mohon diperiksa').text).toMatch(/Agus ingin mengirim[\s\S]*2 orang/);
  rina.sees('Mohon diperiksa');
  return everybody;
}

/** Agus puts it on the schedule for nine o'clock. */
async function schedulesForNine(agus: Person): Promise<void> {
  await composed(agus);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says('hari ini jam 9 pagi');
  agus.sees('Sudah benar?');
  await agus.taps('Ya, jadwalkan');
}

/** So many minutes later the first tick comes. */
async function ticksAfter(world: World, minutes: number): Promise<void> {
  await world.clock.advance(minutes * 60_000);
  await world.app.tick();
  await world.settle();
}

it('waits for another staff member when it goes to many; the first decision counts', async () => {
  const { world, agus, dewi, rina, siti, budi } = await asked();
  siti.seesNothing();
  await dewi.taps('Lihat isinya');
  dewi.sees('Rapat Siti Aminah');
  await dewi.taps('Daftar penerima');
  dewi.sees('penerima-');
  await dewi.taps('Setujui');
  dewi.sees('sudah Bapak/Ibu setujui');
  agus.sees('Dewi menyetujui');
  await rina.taps('Tolak');
  rina.sees('sudah diputuskan');
  await ticksAfter(world, 0);
  siti.sees('Rapat Siti');
  budi.sees('Rapat Budi');
  agus.sees('Terkirim: 2');
  const audit = await world.db.auditEntry.findMany({
    where: { action: { startsWith: 'broadcast.' } },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ action }) => action)).toEqual([
    'broadcast.ask',
    'broadcast.approved',
    'broadcast.send',
  ]);
});

it('goes at once when it is for few', async () => {
  const { agus, siti } = await office();
  await composed(agus, 'cimone');
  await agus.taps('Kirim sekarang');
  siti.sees('Rapat Siti');
  agus.sees('Terkirim: 1');
});

it('goes back to its composer when it is turned down, and may be asked for again', async () => {
  const { world, agus, dewi, rina, siti } = await asked();
  await rina.taps('Tolak');
  rina.sees('tidak jadi dikirim');
  agus.sees('Rina belum menyetujui');
  await agus.taps('Buka lagi');
  agus.sees('Siap dikirim');
  await agus.taps('Kirim sekarang');
  agus.sees('Menunggu persetujuan');
  dewi.sees('Mohon diperiksa');
  rina.sees('Mohon diperiksa');
  const [first] = world.simulator
    .messagesOf(dewi.id)
    .filter(({ text }) => text.includes('Mohon diperiksa'));
  world.simulator.act(dewi.id, {
    do: 'tap',
    chatId: dewi.id,
    messageId: first?.messageId ?? 0,
    row: 1,
    column: 0,
  });
  await world.settle();
  dewi.sees('sudah diputuskan');
  await agus.taps('Tarik kembali');
  agus.sees('ditarik kembali');
  await dewi.taps('Setujui');
  dewi.sees('sudah diputuskan');
  siti.seesNothing();
});

it('cannot be approved by its composer', async () => {
  const { world, agus, dewi } = await asked();
  // The announcement is made Dewi's own; the card is on her phone already.
  const agusAccount = await world.db.account.findFirstOrThrow({
    where: { telegramId: BigInt(agus.id) },
  });
  const dewiAccount = await world.db.account.findFirstOrThrow({
    where: { telegramId: BigInt(dewi.id) },
  });
  await world.db.broadcast.updateMany({
    where: { createdById: agusAccount.id },
    data: { createdById: dewiAccount.id },
  });
  await dewi.taps('Setujui');
  dewi.sees('perlu disetujui petugas lain');
});

it('is approved before its hour when it is scheduled', async () => {
  const { world, agus, dewi, rina, siti, budi } = await office();
  await schedulesForNine(agus);
  agus.sees('Menunggu persetujuan');
  expect(dewi.sees('Mohon diperiksa').text).toContain('Senin, 20 Mei 2024 pukul 09.00 WIB');
  rina.sees('Mohon diperiksa');
  await dewi.taps('Setujui');
  dewi.sees('sudah Bapak/Ibu setujui');
  agus.sees('Akan dikirim Senin, 20 Mei 2024 pukul 09.00 WIB');
  await ticksAfter(world, 0);
  siti.seesNothing();
  await ticksAfter(world, 60);
  siti.sees('Rapat Siti');
  budi.sees('Rapat Budi');
  agus.sees('Terkirim: 2');
});

it('asks at its hour when more have come into its audience meanwhile', async () => {
  const world = await startWorld({ at: '2024-05-20T08:00', approvalOver: 1 });
  const agus = await world.officer('Agus', 'STAFF');
  const dewi = await world.officer('Dewi', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  await schedulesForNine(agus);
  agus.sees('Terjadwal:');
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Gondrong' });
  await ticksAfter(world, 60);
  siti.seesNothing();
  dewi.sees('Mohon diperiksa');
  await dewi.taps('Setujui');
  dewi.sees('sudah Bapak/Ibu setujui');
  agus.sees('Dewi menyetujui');
  await ticksAfter(world, 0);
  siti.sees('Rapat Siti');
  budi.sees('Rapat Budi');
  agus.sees('Terkirim: 2');
});

it('says so when there is nobody to ask', async () => {
  const world = await startWorld({ approvalOver: 0 });
  const agus = await world.officer('Agus', 'STAFF');
  await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  await composed(agus);
  await agus.taps('Kirim sekarang');
  agus.sees('belum ada petugas lain');
});
