import type { Db, Tx } from '../../platform/database.ts';
import type { Kecamatan, Kelurahan } from './rules.ts';
import { Wilayah } from './rules.ts';

/** The areas in the database, in the order of their codes. */
export async function readWilayah(db: Db | Tx): Promise<Wilayah> {
  const [kecamatan, kelurahan] = await Promise.all([
    db.kecamatan.findMany({ orderBy: { code: 'asc' } }),
    db.kelurahan.findMany({ orderBy: { code: 'asc' } }),
  ]);
  return new Wilayah(kecamatan, kelurahan);
}

/** Adds areas to an empty table. */
export async function insertWilayah(
  tx: Tx,
  kecamatan: Kecamatan[],
  kelurahan: Kelurahan[],
): Promise<void> {
  await tx.kecamatan.createMany({ data: kecamatan });
  await tx.kelurahan.createMany({ data: kelurahan });
}
