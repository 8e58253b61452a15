import { expect, it } from 'vitest';
import { fileOfMonth } from '../../src/features/incentive/repository.ts';
import { appliesList, payingCity, recordedMonths } from '../support/incentive-lists.ts';
import type { Person } from '../support/person.ts';

/** From /impor to what undoing that file would do. */
async function asksToUndo(officer: Person, fileName: string): Promise<void> {
  await officer.says('/impor');
  officer.sees('Daftar apa yang ingin dimasukkan?');
  await officer.taps('Riwayat impor');
  officer.sees('Pilih berkas untuk melihat rinciannya');
  await officer.taps(fileName);
  officer.sees(`${fileName} (daftar insentif)`);
  await officer.taps('Batalkan impor ini');
}

it('takes a wrong import back whole, keeps every change with who, when and which file', async () => {
  const { world, agus, siti } = await payingCity();
  await appliesList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  await world.advance({ minutes: 5 });
  await appliesList(
    agus,
    'salah.csv',
    ['Siti Aminah', 'April 2024', 'ditolak', 'salah orang'],
    ['Budi', 'April 2024', 'diproses'],
    ['Wati', 'April 2024', 'diproses'],
  );
  await asksToUndo(agus, 'salah.csv');
  const plan = agus.sees('Batalkan impor salah.csv?').text;
  expect(plan).toContain('1 data dikembalikan seperti semula');
  expect(plan).toContain('2 data dihapus');
  expect(await recordedMonths(world)).toHaveLength(3);
  await agus.tapsAtOnce('Ya, batalkan', 2);
  agus.sees('Dibatalkan oleh Agus pada Senin, 20 Mei 2024 pukul 08.05 WIB');
  expect(world.transcript.join()).toContain('Impor salah.csv sudah dibatalkan seluruhnya');
  expect(await recordedMonths(world)).toEqual(['Siti Aminah 2024-04 PROCESSED']);

  const changes = await world.db.incentiveChange.findMany({ orderBy: { id: 'asc' } });
  expect(
    changes.map(({ importId, undo, fromStatus, toStatus }) => [
      importId,
      undo,
      fromStatus,
      toStatus,
    ]),
  ).toEqual([
    [1, false, null, 'PROCESSED'],
    [2, false, null, 'PROCESSED'],
    [2, false, null, 'PROCESSED'],
    [2, false, 'PROCESSED', 'REJECTED'],
    [2, true, 'PROCESSED', null],
    [2, true, 'PROCESSED', null],
    [2, true, 'REJECTED', 'PROCESSED'],
  ]);
  expect(await world.db.auditEntry.findFirst({ where: { action: 'import.undo' } })).toMatchObject({
    subject: 'import:2',
    after: { fileName: 'salah.csv', restored: 1, removed: 2 },
  });

  const { id: sitiId } = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  expect(await fileOfMonth(world.db, sitiId, '2024-04')).toBe('april.csv');

  // What was undone is in nobody's timeline, and the history says that it was.
  await siti.says('/insentif april');
  expect(siti.sees('April 2024: Rp500.000').text).not.toContain('Ditolak');
  await agus.says('/impor');
  agus.looksAway();
  await agus.taps('Riwayat impor');
  expect(
    agus
      .sees('Pilih berkas')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['↩️ salah.csv', '✅ april.csv']);
  await agus.taps('salah.csv');
  expect(agus.sees('Dibatalkan oleh Agus').buttons.flat()).toHaveLength(1);

  // The same file may be applied again, as if it were new.
  await appliesList(agus, 'salah.csv', ['Budi', 'April 2024', 'diproses']);
  expect(await recordedMonths(world)).toEqual([
    'Budi 2024-04 PROCESSED',
    'Siti Aminah 2024-04 PROCESSED',
  ]);
});

it('is all or nothing: what a later import changed again has to be undone first', async () => {
  const { world, agus } = await payingCity();
  await appliesList(
    agus,
    'satu.csv',
    ['Siti Aminah', 'April 2024', 'diusulkan'],
    ['Budi', 'April 2024', 'diusulkan'],
  );
  await appliesList(agus, 'dua.csv', ['Budi', 'April 2024', 'diproses']);
  const before = await recordedMonths(world);
  await asksToUndo(agus, 'satu.csv');
  expect(agus.sees('satu.csv belum bisa dibatalkan').text).toContain(
    '1 data sudah diubah lagi oleh dua.csv. Batalkan dulu impor itu.',
  );
  expect(await recordedMonths(world)).toEqual(before);
  await agus.taps('Buka dua.csv');
  agus.sees('dua.csv (daftar insentif)');
  await agus.taps('Batalkan impor ini');
  agus.sees('Batalkan impor dua.csv?');
  await agus.taps('Ya, batalkan');
  agus.sees('sudah dibatalkan seluruhnya');

  await asksToUndo(agus, 'satu.csv');
  agus.sees('2 data dihapus');
  // An import of the last moment stands in the way, too.
  await appliesList(agus, 'tiga.csv', ['Budi', 'April 2024', 'ditolak']);
  await agus.taps('Ya, batalkan');
  agus.sees('1 data sudah diubah lagi oleh tiga.csv');
  expect(await recordedMonths(world)).toEqual([
    'Budi 2024-04 REJECTED',
    'Siti Aminah 2024-04 PROPOSED',
  ]);
});

it('sends no news of what was taken back, not even what is queued for the morning', async () => {
  const { world, agus, siti, budi } = await payingCity({ at: '2024-05-20T21:00' });
  await appliesList(
    agus,
    'salah.csv',
    ['Siti Aminah', 'April 2024', 'ditransfer'],
    ['Budi', 'April 2024', 'ditransfer'],
  );
  agus.sees('Pemberitahuan: 2 orang');
  await agus.taps('Kirim');
  agus.sees('akan dikirim');
  await asksToUndo(agus, 'salah.csv');
  agus.sees('2 data dihapus');
  await agus.taps('Ya, batalkan');
  agus.sees('sudah dibatalkan');
  await world.advanceTo('2024-05-21T07:00');
  siti.seesNothing();

  // The right list brings the same news, which nobody has heard.
  await appliesList(agus, 'benar.csv', ['Siti Aminah', 'April 2024', 'ditransfer']);
  agus.sees('Pemberitahuan: 1 orang');
  await agus.taps('Kirim');
  agus.sees('sedang dikirim');
  siti.sees('✅ April 2024');
  budi.seesNothing();
});

it('an offer of news outlives its import as an old button only', async () => {
  const { agus, siti } = await payingCity();
  await appliesList(agus, 'salah.csv', ['Siti Aminah', 'April 2024', 'ditransfer']);
  agus.sees('Pemberitahuan: 1 orang');
  await asksToUndo(agus, 'salah.csv');
  agus.looksAway();
  await agus.taps('Ya, batalkan');
  agus.sees('sudah dibatalkan');
  await agus.taps('Kirim ke 1 orang');
  agus.sees('Impor ini sudah dibatalkan');
  siti.seesNothing();
});

it('pages through a long history', async () => {
  const { world, agus } = await payingCity();
  const { id } = await world.db.account.findFirstOrThrow({ where: { firstName: 'Agus' } });
  for (let at = 1; at <= 10; at += 1)
    await world.db.importFile.create({
      data: {
        kind: 'KADER',
        status: 'APPLIED',
        fileName: `kader-${at}.csv`,
        fileHash: String(at),
        table: [],
        createdById: id,
        createdAt: world.clock.now(),
        appliedById: id,
        appliedAt: world.clock.now(),
        result: { created: at, changed: 0, unchanged: 0, refused: 0 },
      },
    });
  await agus.says('/impor');
  agus.looksAway();
  await agus.taps('Riwayat impor');
  agus.sees('Riwayat impor');
  expect(agus.buttons).toHaveLength(9);
  await agus.taps('Lebih lama');
  agus.sees('Riwayat impor');
  expect(agus.buttons).toEqual(['✅ kader-2.csv', '✅ kader-1.csv', '◀️ Lebih baru']);
  await agus.taps('kader-1.csv');
  expect(
    agus
      .sees('kader-1.csv (daftar kader)')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['⬅️ Riwayat']);
});
