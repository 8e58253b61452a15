import type { Db } from '../../platform/database.ts';
import { insertWilayah, readWilayah } from './repository.ts';
import type { Wilayah } from './rules.ts';

export type WilayahOutcome =
  | { ok: true; wilayah: Wilayah }
  /** No regency of Indonesia has this code. */
  | { ok: false; reason: 'unknown_regency' }
  /** The database was filled for another regency. */
  | { ok: false; reason: 'other_regency'; stored: string };

/**
 * The official kecamatan and kelurahan of a regency; the first start copies them from the package
 * `idn-area-data` (Kepmendagri codes) into the database.
 *
 * @param regencyCode for example `36.71` for Kota Tangerang
 */
export async function prepareWilayah(db: Db, regencyCode: string): Promise<WilayahOutcome> {
  const stored = await readWilayah(db);
  const first = stored.kecamatan[0];
  if (first !== undefined) {
    const storedRegency = first.code.split('.').slice(0, 2).join('.');
    if (storedRegency === regencyCode) return { ok: true, wilayah: stored };
    return { ok: false, reason: 'other_regency', stored: storedRegency };
  }

  const { getDistricts, getRegencies, getVillages } = await import('idn-area-data');
  const regencies = await getRegencies();
  if (!regencies.some((regency) => regency.code === regencyCode))
    return { ok: false, reason: 'unknown_regency' };
  const kecamatan = (await getDistricts())
    .filter((district) => district.regency_code === regencyCode)
    .map(({ code, name }) => ({ code, name }));
  const kelurahan = (await getVillages())
    .filter((village) => village.code.startsWith(`${regencyCode}.`))
    .map(({ code, name, district_code }) => ({ code, name, kecamatanCode: district_code }));
  await db.$transaction((tx) => insertWilayah(tx, kecamatan, kelurahan));
  return { ok: true, wilayah: await readWilayah(db) };
}

/** The official name of a regency by its code, in capitals (`KOTA TANGERANG`); null when none has it. */
export async function regencyName(regencyCode: string): Promise<string | null> {
  const { getRegencies } = await import('idn-area-data');
  const regencies = await getRegencies();
  return regencies.find(({ code }) => code === regencyCode)?.name ?? null;
}
