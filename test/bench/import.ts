import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import type { ImportShown } from '../../src/features/transfer/messages.ts';
import type { ImportService } from '../../src/features/transfer/service.ts';
import type { Wilayah } from '../../src/features/wilayah/rules.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { createImports } from '../../src/imports.ts';
import { nameKey } from '../../src/language/names.ts';
import { createPlaceFinder } from '../../src/language/place-names/finder.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type Db, databaseTarget, openDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { migrate } from '../../src/platform/migrate.ts';
import type { Ports } from '../../src/platform/ports.ts';
import { useZone } from '../../src/text/format.ts';
import { startPostgres } from '../support/postgres.ts';
import { printTable } from './table.ts';

/** How many kader the city has; longer lists have several months for each of them. */
const people = 10_000;
const sizes = [10_000, 100_000];

const heading = [
  'database',
  'rows',
  'file MB',
  'check s (CPU)',
  'apply s (CPU)',
  'undo s (CPU)',
  'peak heap MB',
  'peak RSS MB',
];

/** A list of payments from CSV to the database: dry run and applying, with the most memory it takes. */
export async function benchImport(): Promise<void> {
  useZone('Asia/Jakarta');
  const folder = mkdtempSync(join(tmpdir(), 'kader-bench-import-'));
  const embedded: (string | number)[][] = [];
  try {
    for (const size of sizes)
      embedded.push(['SQLite', ...(await measure(`file:${join(folder, `${size}.db`)}`, size))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const served: (string | number)[][] = [];
  for (const size of sizes) {
    const postgres = await startPostgres();
    try {
      served.push(['PostgreSQL', ...(await measure(postgres.url, size))]);
    } finally {
      await postgres.stop();
    }
  }
  printTable([heading, ...embedded, ...served]);
}

async function measure(url: string, size: number): Promise<(string | number)[]> {
  const target = databaseTarget(url);
  await migrate(target);
  const db = await openDatabase(target);
  try {
    const prepared = await prepareWilayah(db, '36.71');
    if (!prepared.ok) throw new Error(prepared.reason);
    await ensureStandingAmounts(db, '36.71');
    const names = await fillRoster(db, prepared.wilayah);
    const bytes = listOf(names, size);
    const ports: Ports = {
      db,
      clock: systemClock,
      logger: createLogger('silent'),
      transact: (work) => db.$transaction(work),
    };
    const { service } = createImports(
      ports,
      prepared.wilayah,
      createPlaceFinder(prepared.wilayah),
      { incentiveApproval: false },
    ).insentif;
    const peak = watchMemory();
    const checked = await timed(() => check(service, bytes, size));
    const { importId, digest } = checked.value;
    const applied = await timed(() => service.apply(importId, digest, null));
    if (!applied.value.ok) throw new Error(applied.value.reason);
    const undone = await timed(() => service.undo(importId, null));
    if (!undone.value.ok) throw new Error(undone.value.reason);
    const { heap, rss } = peak.end();
    return [
      size,
      (bytes.length / 1e6).toFixed(1),
      checked.seconds,
      applied.seconds,
      undone.seconds,
      heap,
      rss,
    ];
  } finally {
    await db.$disconnect();
  }
}

/** What has to be known of a dry run to apply it; the rest is let go, as in the chat once it has been shown. */
async function check(
  service: ImportService<ImportShown>,
  bytes: Buffer,
  size: number,
): Promise<{ importId: number; digest: string }> {
  const outcome = await service.check({ name: 'daftar.csv', bytes }, null);
  if (!outcome.ok || outcome.dryRun.importId === null) throw new Error('not checked');
  const { importId, digest, counts } = outcome.dryRun;
  if (counts.created !== size) throw new Error(`${counts.created} of ${size} rows were read`);
  return { importId, digest };
}

/** @returns the names, each with its number */
async function fillRoster(db: Db, wilayah: Wilayah): Promise<{ name: string; phone: string }[]> {
  const at = systemClock.now();
  const entries = Array.from({ length: people }, (_, index) => {
    const area = wilayah.kelurahan[index % wilayah.kelurahan.length];
    if (area === undefined) throw new Error('a city has kelurahan');
    const name = `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]} ${roman(index)}`;
    return { name, phone: `+62812${String(10_000_000 + index)}`, area };
  });
  for (let from = 0; from < entries.length; from += 1_000)
    await db.kader.createMany({
      data: entries.slice(from, from + 1_000).map(({ name, phone, area }) => ({
        name,
        nameKey: nameKey(name),
        jabatan: 'PSM' as const,
        kecamatanCode: area.kecamatanCode,
        kelurahanCode: area.code,
        phone,
        createdAt: at,
        updatedAt: at,
      })),
    });
  return entries;
}

const given = ['Siti', 'Budi', 'Wati', 'Agus', 'Dewi', 'Rina', 'Joko', 'Sri', 'Endang', 'Slamet'];
const family = ['Aminah', 'Santoso', 'Wijaya', 'Lestari', 'Hidayat', 'Nurhayati', 'Saputra'];

function roman(index: number): string {
  return [...index.toString(26)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('');
}

/** The list as an office writes it: one row for each person and month. */
function listOf(names: readonly { name: string; phone: string }[], size: number): Buffer {
  const lines = [
    'DAFTAR PENERIMA INSENTIF',
    'No;No HP;Nama;Periode;Jumlah;Status;Tanggal;Keterangan',
  ];
  for (let row = 0; row < size; row += 1) {
    const person = names[row % names.length];
    const months = Math.floor(row / names.length);
    const period = `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    lines.push(
      `${row + 1};${person?.phone.replace('+62', '0')};${person?.name};${period};Rp 500.000,-;ditransfer;03/05/2024;`,
    );
  }
  return Buffer.from(lines.join('\r\n'));
}

/** `seconds`: on the wall, and of the processor in brackets, which a busy machine does not stretch. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: string }> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - begun) / 1_000;
  return { value, seconds: `${wall.toFixed(1)} (${((user + system) / 1e6).toFixed(1)})` };
}

/** The most heap and memory that was in use, in MB, looked at fifty times a second. */
function watchMemory(): { end(): { heap: number; rss: number } } {
  globalThis.gc?.();
  let heap = 0;
  let rss = 0;
  const timer = setInterval(() => {
    const used = process.memoryUsage();
    heap = Math.max(heap, used.heapUsed);
    rss = Math.max(rss, used.rss);
  }, 20);
  return {
    end() {
      clearInterval(timer);
      return { heap: Math.round(heap / 1e6), rss: Math.round(rss / 1e6) };
    },
  };
}
