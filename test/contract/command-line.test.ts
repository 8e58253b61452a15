import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importFromShell } from '../../src/command-line.ts';
import { readConfig } from '../../src/config.ts';
import { csv } from '../support/table-file.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let folder: string;
let database: TestDatabase;
let printed: string;
let complained: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kader-shell-'));
  database = await openTestDatabase();
  printed = '';
  complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.close();
  rmSync(folder, { recursive: true });
});

/** Runs `npm run kader -- import …` in this process. */
function shell(...args: string[]): Promise<number> {
  const outcome = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  if (!outcome.ok) throw new Error(outcome.problems.join());
  return importFromShell(outcome.config, args);
}

function file(name: string, ...rows: (string | number)[][]): string {
  const path = join(folder, name);
  writeFileSync(path, csv(...rows));
  return path;
}

const header = ['nama', 'jabatan', 'kelurahan', 'kecamatan', 'no_hp'];
const siti = ['Siti Aminah', 'PSM', 'Cimone', 'Karawaci', '081234567801'];

it('import kader FILE takes the good rows in and lists the others', async () => {
  const path = file('psm.csv', header, siti, ['Budi', 'PSM', 'Xanadu', '', '0812']);
  expect(await shell('kader', path)).toBe(2);
  expect(printed).toContain('Hasil periksa: psm.csv');
  expect(printed).toContain('Baru: 1 orang');
  expect(printed).toContain('Baris 3 (Budi): Kelurahan "Xanadu" tidak ada di daftar resmi');
  expect(printed).toContain('Sudah diterapkan. Daftar kader: 1 orang baru, 0 orang berubah.');
  expect(printed).not.toMatch(/<b>|&amp;/);
  expect(await database.db.kader.findMany()).toMatchObject([
    { name: 'Siti Aminah', phone: '+6281234567801' },
  ]);
  const deeds = await database.db.auditEntry.findMany();
  expect(deeds.map(({ action, accountId }) => `${action} ${accountId}`)).toEqual([
    'kader.import null',
    'import.apply null',
  ]);
});

it('the same file again changes nothing', async () => {
  const path = file('psm.csv', header, siti);
  expect(await shell('kader', path)).toBe(0);
  printed = '';
  expect(await shell('kader', path)).toBe(0);
  expect(printed).toContain('Tidak ada yang perlu diubah.');
  expect(await database.db.kader.count()).toBe(1);
});

it('--periksa only says what would change, and lists every refused row', async () => {
  const bad = [1, 2, 3, 4].map((n) => [`Orang ${n}`, 'PSM', 'Cimone', '', '0812']);
  const path = file('psm.csv', header, siti, ...bad);
  expect(await shell('kader', path, '--periksa')).toBe(2);
  expect(printed).toContain('Baris 6 (Orang 4)');
  expect(printed).toContain('Hanya diperiksa.');
  expect(await database.db.kader.count()).toBe(0);
  expect(await database.db.importFile.count({ where: { status: 'PREVIEWED' } })).toBe(0);
});

it('import insentif FILE takes payments in', async () => {
  await shell('kader', file('psm.csv', header, siti));
  const path = file(
    'april.csv',
    ['no_hp', 'nama', 'periode', 'jumlah', 'status'],
    ['081234567801', 'Siti Aminah', 'April 2024', 'Rp 500.000,-', 'ditransfer'],
  );
  expect(await shell('insentif', path)).toBe(0);
  expect(printed).toContain('Insentif: 1 data baru');
  expect(await database.db.incentive.findMany()).toMatchObject([
    { period: '2024-04', amount: 500_000, status: 'TRANSFERRED' },
  ]);
});

it.each([
  ['nothing', []],
  ['another kind', ['acara', 'x.csv']],
  ['no file', ['kader']],
  ['two files', ['kader', 'a.csv', 'b.csv']],
  ['another option', ['kader', 'a.csv', '--paksa']],
])('with %s it explains itself', async (_, args) => {
  expect(await shell(...args)).toBe(1);
  expect(complained).toContain('npm run kader -- import kader BERKAS');
});

it('says in a sentence what is wrong with the file', async () => {
  expect(await shell('kader', join(folder, 'tidak-ada.csv'))).toBe(1);
  expect(complained).toContain('tidak-ada.csv tidak ditemukan');
  complained = '';
  expect(await shell('kader', file('x.csv', ['Judul'], ['a']))).toBe(1);
  expect(complained).toContain('Kolom nama tidak ditemukan');
});
