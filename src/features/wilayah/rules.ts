import type { Area } from '../access/rules.ts';

export interface Kecamatan {
  code: string;
  name: string;
}

export interface Kelurahan {
  code: string;
  name: string;
  kecamatanCode: string;
}

/** The kecamatan and kelurahan of the city; loaded once, they change with a law and not with a chat. */
export class Wilayah {
  readonly kecamatan: readonly Kecamatan[];
  readonly kelurahan: readonly Kelurahan[];
  readonly #kecamatanByCode: Map<string, Kecamatan>;
  readonly #kelurahanByCode: Map<string, Kelurahan>;

  /** Both lists in the order of their codes. */
  constructor(kecamatan: readonly Kecamatan[], kelurahan: readonly Kelurahan[]) {
    this.kecamatan = kecamatan;
    this.kelurahan = kelurahan;
    this.#kecamatanByCode = new Map(kecamatan.map((area) => [area.code, area]));
    this.#kelurahanByCode = new Map(kelurahan.map((area) => [area.code, area]));
  }

  findKecamatan(code: string): Kecamatan | null {
    return this.#kecamatanByCode.get(code) ?? null;
  }

  findKelurahan(code: string): Kelurahan | null {
    return this.#kelurahanByCode.get(code) ?? null;
  }

  kelurahanOf(kecamatanCode: string): Kelurahan[] {
    return this.kelurahan.filter((area) => area.kecamatanCode === kecamatanCode);
  }

  /** `Kelurahan Gebang Raya`, or `Kecamatan Periuk` where no kelurahan is known. */
  areaName({ kecamatanCode, kelurahanCode }: Area): string {
    const kelurahan = kelurahanCode === null ? null : this.findKelurahan(kelurahanCode);
    if (kelurahan !== null) return `Kelurahan ${kelurahan.name}`;
    return `Kecamatan ${this.findKecamatan(kecamatanCode)?.name ?? kecamatanCode}`;
  }
}
