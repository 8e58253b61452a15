import { expect, it, vi } from 'vitest';
import { askToStop, wasAskedToStop } from '../../src/features/transfer/stopping.ts';
import { createImports } from '../../src/imports.ts';
import { createPlaceFinder } from '../../src/language/place-names/finder.ts';
import { payingCity } from '../support/incentive-lists.ts';
import type { WorldOptions } from '../support/world.ts';

const months = 60;

/** Five years of everybody's months, and one row that cannot be read. */
function longList(people: number): Buffer {
  const rows = ['Nama;Periode;Jumlah;Status'];
  for (let person = 0; person < people; person += 1)
    for (let month = 0; month < months; month += 1) {
      const period = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      rows.push(`Kader ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[person]};${period};500000;diproses`);
    }
  return Buffer.from([...rows, 'Kader A;April 2024;banyak;diproses', 'JUMLAH;;99;'].join('\n'));
}

async function cityOf(people: number, options: WorldOptions = {}) {
  const city = await payingCity(options);
  for (let person = 0; person < people; person += 1)
    await city.world.onRoster({
      name: `Kader ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[person]}`,
      kelurahan: 'Cimone',
    });
  return city;
}

it('reads a long CSV row by row, keeps it in pieces, and applies it whole', async () => {
  const { world, agus } = await cityOf(20);
  await agus.sendsFile('lima-tahun.csv', longList(20), '/impor insentif');
  agus.sees('hasil-lima-tahun.xlsx');
  const card = agus.sees('Baru: 1.200 data bulanan').text;
  expect(card).toContain('Ditolak: 1 baris');
  expect(card).toContain('Baris 1202 (Kader A): Jumlah "banyak" tidak terbaca');
  expect(card).toContain('diproses: 1.200 data, Rp600.000.000');
  expect(card).toContain('Baris jumlah dan tanda tangan dilewati: 1.');
  expect(await world.db.importRows.count()).toBe(3);
  await agus.taps('Terapkan 1.200 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await world.db.incentive.count()).toBe(1_200);
  expect(await world.db.incentiveChange.count()).toBe(1_200);
  expect(await world.db.importRows.count()).toBe(0);
});

it('stops checking when it is asked to, and leaves nothing behind', async () => {
  const { world } = await cityOf(1);
  const { service } = createImports(
    world.app.ports,
    world.wilayah,
    createPlaceFinder(world.wilayah),
    { incentiveApproval: false },
  ).insentif;
  const file = { name: 'daftar.csv', bytes: longList(1) };
  await expect(service.check(file, null, AbortSignal.abort())).rejects.toThrow('aborted');
  expect(await world.db.importFile.count()).toBe(0);

  await askToStop(world.db, 12);
  await askToStop(world.db, 12);
  expect(await wasAskedToStop(world.db, 13)).toBe(false);
  expect(await wasAskedToStop(world.db, 12)).toBe(true);
  expect(await wasAskedToStop(world.db, 12)).toBe(false);
});

/** A download that does not come, until it is given up. */
const neverComes: typeof fetch = (_, options) =>
  new Promise((_resolve, reject) => {
    options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
  });

it('a tap on Hentikan ends the checking, and the file can be sent again', async () => {
  // In a world with a rate time goes on while something is under way.
  const { world, agus } = await cityOf(1, { ratePerSecond: 30 });
  vi.stubGlobal('fetch', neverComes);
  let tapped: Promise<void> | null = null;
  world.simulator.events.subscribe((personId, event) => {
    const isCompany = event.event === 'message' && event.message.text.includes('sedang diperiksa');
    if (personId === agus.id && isCompany) tapped = agus.tapsAtOnce('Hentikan', 2);
  });
  await agus.sendsFile('daftar.csv', longList(1), '/impor insentif');
  await tapped;
  agus.sees('pemeriksaannya saya hentikan');
  agus.sees('Dihentikan. Tidak ada yang berubah');
  expect(await world.db.importFile.count()).toBe(0);
  expect(await world.db.setting.count({ where: { key: { startsWith: 'import.stop' } } })).toBe(0);

  vi.unstubAllGlobals();
  await agus.sendsFile('daftar.csv', longList(1), '/impor insentif');
  agus.sees('hasil-daftar.xlsx');
  agus.sees('Baru: 60 data bulanan');
});
