import { wholeArea, wholeCity, wholeKecamatan } from '../../text/id/report.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { groupByArea } from './rules.ts';

/** The name of the part of the city that is in sight: of one kecamatan or kelurahan, or of all of one's area. */
export function areaShown(
  people: readonly Area[],
  { city, kecamatanCode }: { city: boolean; kecamatanCode?: string },
  wilayah: Wilayah,
): string {
  if (kecamatanCode !== undefined) return wilayah.areaName({ kecamatanCode, kelurahanCode: null });
  if (city) return wholeCity;
  const [only, ...others] = groupByArea(people, 'kelurahan');
  if (only !== undefined && others.length === 0) return wilayah.areaName(only.area);
  const [kecamatan, ...more] = groupByArea(people, 'kecamatan');
  return kecamatan !== undefined && more.length === 0
    ? wilayah.areaName(kecamatan.area)
    : wholeArea;
}

/** What stands at the beginning of a row: the bare name of its area. */
export function rowName(area: Area, level: 'kecamatan' | 'kelurahan', wilayah: Wilayah): string {
  if (level === 'kecamatan')
    return wilayah.findKecamatan(area.kecamatanCode)?.name ?? area.kecamatanCode;
  if (area.kelurahanCode === null) return wholeKecamatan;
  return wilayah.findKelurahan(area.kelurahanCode)?.name ?? area.kelurahanCode;
}
