import type { KaderIdentity } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { PlaceholderValues } from './placeholders.ts';

/**
 * What stands in an announcement for one recipient. A TKSK has no kelurahan but serves all of the kecamatan's:
 * `{kelurahan}` becomes `se-Kecamatan Periuk`.
 */
export function valuesFor(
  recipient: Omit<KaderIdentity, 'id'>,
  wilayah: Wilayah,
): PlaceholderValues {
  const { name, jabatan, kecamatanCode, kelurahanCode } = recipient;
  const kecamatan = wilayah.findKecamatan(kecamatanCode)?.name ?? '';
  const kelurahan = kelurahanCode === null ? null : wilayah.findKelurahan(kelurahanCode);
  return {
    nama: name,
    jabatan,
    kelurahan: kelurahan?.name ?? `se-Kecamatan ${kecamatan}`,
    kecamatan,
  };
}

/** The longest value that any recipient may have for each. @param longestName the longest on the roster */
export function longestValues(longestName: string, wilayah: Wilayah): PlaceholderValues {
  const kecamatan = longestOf(wilayah.kecamatan.map(({ name }) => name));
  const kelurahan = longestOf([
    `se-Kecamatan ${kecamatan}`,
    ...wilayah.kelurahan.map(({ name }) => name),
  ]);
  return { nama: longestName, jabatan: 'TKSK', kelurahan, kecamatan };
}

function longestOf(values: string[]): string {
  return values.reduce((longest, value) => (value.length > longest.length ? value : longest), '');
}
