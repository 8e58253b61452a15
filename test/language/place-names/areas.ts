/** The official areas of a regency, as the application loads them. */
import { getDistricts, getVillages } from 'idn-area-data';
import type { RegencyAreas } from '../../../src/language/place-names/gazetteer.ts';

/** Kecamatan and kelurahan of a regency such as `36.71`. */
export async function areasOf(regency: string): Promise<RegencyAreas> {
  const [districts, villages] = await Promise.all([
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ]);
  return {
    kecamatan: districts.filter(({ regencyCode }) => regencyCode === regency),
    kelurahan: villages
      .filter(({ districtCode }) => districtCode.startsWith(`${regency}.`))
      .map(({ code, name, districtCode }) => ({ code, name, kecamatanCode: districtCode })),
  };
}
