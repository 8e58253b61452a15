import { dateAndTime } from '../format.ts';

/** What stands on a paper beside its QR code. */

export const checkHere = 'Periksa keaslian dokumen ini: pindai kode QR, atau buka';
export const code = 'Kode dokumen';
export const hash = 'SHA-256 isi';
export const made = (at: Date) => `Dibuat ${dateAndTime(at)}`;
