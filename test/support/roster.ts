import { getDistricts, getVillages } from 'idn-area-data';
import type { Kader } from '../../src/features/kader/repository.ts';
import type { WrittenRow } from '../../src/features/roster/schema.ts';
import { createPlaceCells, type PlaceCells } from '../../src/features/transfer/place-cells.ts';
import { Wilayah } from '../../src/features/wilayah/rules.ts';
import { nameKey } from '../../src/language/names.ts';
import { createPlaceFinder } from '../../src/language/place-names/finder.ts';
import { parsePhone } from '../../src/platform/phone.ts';

/** Kota Tangerang without a database. */
export async function tangerang(): Promise<{ wilayah: Wilayah; places: PlaceCells }> {
  const kecamatan = (await getDistricts()).filter(({ regency_code }) => regency_code === '36.71');
  const kelurahan = (await getVillages()).filter(({ code }) => code.startsWith('36.71.'));
  const wilayah = new Wilayah(
    kecamatan,
    kelurahan.map(({ code, name, district_code }) => ({
      code,
      name,
      kecamatanCode: district_code,
    })),
  );
  return { wilayah, places: createPlaceCells(wilayah, createPlaceFinder(wilayah)) };
}

/** Somebody on the roster, as terse as a test wants it; areas by code. */
export function kader(
  id: number,
  name: string,
  phone: string | null = null,
  more: Partial<Kader> = {},
): Kader {
  return {
    id,
    name,
    nameKey: nameKey(name),
    jabatan: 'PSM',
    kecamatanCode: '36.71.07',
    kelurahanCode: '36.71.07.1005',
    phone: phone === null ? null : parsePhone(phone),
    status: 'ACTIVE',
    account: null,
    ...more,
  };
}

/** A row of a roster file. */
export function rosterRow(
  number: number,
  nama: string,
  no_hp: string | number | null,
  more: Partial<WrittenRow> = {},
): WrittenRow {
  return {
    at: { sheet: null, number },
    nama,
    jabatan: 'PSM',
    kelurahan: 'Cimone',
    kecamatan: 'Karawaci',
    no_hp,
    ...more,
  };
}
