import { getDistricts, getVillages } from 'idn-area-data';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AreaReader,
  type AreaReading,
  createAreaReader,
} from '../../src/features/wilayah/area-reading.ts';
import { Wilayah } from '../../src/features/wilayah/rules.ts';
import { createPlaceFinder } from '../../src/language/place-names/finder.ts';

let wilayah: Wilayah;
let areas: AreaReader;

beforeAll(async () => {
  const kecamatan = (await getDistricts()).filter(({ regency_code }) => regency_code === '36.71');
  const kelurahan = (await getVillages()).filter(({ code }) => code.startsWith('36.71.'));
  wilayah = new Wilayah(
    kecamatan,
    kelurahan.map(({ code, name, district_code }) => ({
      code,
      name,
      kecamatanCode: district_code,
    })),
  );
  areas = createAreaReader(createPlaceFinder(wilayah), wilayah);
});

/** The reading in names: one string when it is taken, a list when it is offered. */
function names(reading: AreaReading): string | string[] {
  return reading.ok
    ? wilayah.areaName(reading.area)
    : reading.mayBe.map((area) => wilayah.areaName(area));
}

describe('"which kecamatan?"', () => {
  test.each([
    ['kr tengah', 'Kecamatan Karang Tengah'],
    ['Karawaci', 'Kecamatan Karawaci'],
    ['kec. karawaci', 'Kecamatan Karawaci'],
    ['kel karawaci', 'Kelurahan Karawaci'],
    ['poris plwd', 'Kelurahan Poris Plawad'],
    ['batu ceper', 'Kecamatan Batuceper'],
  ])('%j is %s', (said, meant) => {
    expect(names(areas.kecamatan(said))).toBe(meant);
  });

  test('what may be several places is offered', () => {
    expect(names(areas.kecamatan('poris'))).toEqual(
      expect.arrayContaining(['Kelurahan Poris Gaga', 'Kelurahan Poris Plawad']),
    );
  });

  test.each(['', '🙏', '12345', 'asdfgh', 'Jakarta'])('%j is nothing', (said) => {
    expect(names(areas.kecamatan(said))).toEqual([]);
  });
});

describe('"which kelurahan?"', () => {
  const cipondoh = () => wilayah.kecamatan.find(({ name }) => name === 'Cipondoh')?.code ?? '';

  test('is answered within the kecamatan', () => {
    expect(names(areas.kelurahan('plawad indah', cipondoh()))).toBe('Kelurahan Poris Plawad Indah');
  });

  test('one that lies elsewhere is only offered', () => {
    expect(names(areas.kelurahan('gebang raya', cipondoh()))).toEqual(['Kelurahan Gebang Raya']);
  });

  test('another kecamatan is offered instead, and not the one that was just chosen', () => {
    expect(names(areas.kelurahan('ciledug', cipondoh()))).toEqual(['Kecamatan Ciledug']);
    expect(names(areas.kelurahan('karawaci', cipondoh()))).toEqual([
      'Kelurahan Karawaci',
      'Kecamatan Karawaci',
    ]);
    expect(names(areas.kelurahan('kec cipondoh', cipondoh()))).not.toContain('Kecamatan Cipondoh');
  });
});

describe('any area', () => {
  test('a name that both have is offered both ways', () => {
    expect(names(areas.any('karawaci'))).toEqual(['Kecamatan Karawaci', 'Kelurahan Karawaci']);
  });

  test('"kec." and "kel." say which', () => {
    expect(names(areas.any('kec karawaci'))).toBe('Kecamatan Karawaci');
    expect(names(areas.any('kel karawaci'))).toBe('Kelurahan Karawaci');
    expect(names(areas.any('kel karawaci kec karawaci'))).toBe('Kelurahan Karawaci');
  });
});
