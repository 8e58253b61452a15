import { longDate } from '../format.ts';

/** What stands on a certificate. */

export const title = 'SERTIFIKAT';
export const fileTitle = (name: string, event: string) => `Sertifikat ${name}, ${event}`;
export const numbered = (number: string) => `Nomor: ${number}`;
export const givenTo = 'diberikan kepada';
export const forComing = 'atas kehadirannya sebagai peserta kegiatan';

export const jabatan = {
  PSM: 'Pekerja Sosial Masyarakat (PSM)',
  TKSK: 'Tenaga Kesejahteraan Sosial Kecamatan (TKSK)',
} as const;

export const heldAt = (startsAt: Date, place: string) =>
  `yang diselenggarakan pada hari ${longDate(startsAt)} di ${place}`;
