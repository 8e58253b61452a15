import { DateTime } from 'luxon';
import { count, longDate, timeSpan } from '../format.ts';

/** What stands on a daftar hadir. */

export const title = 'DAFTAR HADIR';
export const fileTitle = (event: string) => `Daftar Hadir ${event}`;

export const facts = {
  event: 'Kegiatan',
  day: 'Hari, tanggal',
  time: 'Waktu',
  place: 'Tempat',
  kecamatan: 'Kecamatan',
};

export const columns = {
  number: 'No',
  name: 'Nama',
  jabatan: 'Jabatan',
  kelurahan: 'Kelurahan',
  time: 'Jam',
  signature: 'Tanda tangan',
  kecamatan: 'Kecamatan',
};

/** `Rabu, 22 Mei 2024` */
export const day = longDate;

/** `08.00–12.00 WIB`, `08.00 WIB s.d. selesai` */
export function time(startsAt: Date, endsAt: Date | null): string {
  return timeSpan(startsAt, endsAt).slice(`${longDate(startsAt)} pukul `.length);
}

/** Where nobody knows from which kecamatan the walk-ins came. */
export const elsewhere = 'Lainnya';

/** At the top of a kecamatan's further sheets. */
export const continued = (event: string, kecamatan: string) =>
  `${event} · Kecamatan ${kecamatan} (lanjutan)`;

type RowState = 'blank' | 'came' | 'excused' | 'declined' | 'missing';

/** In the column of the times. */
export function timeCell(row: {
  state: RowState;
  at: Date | null;
  leftAt: Date | null;
  walkIn: boolean;
}): string {
  switch (row.state) {
    case 'blank':
      return '';
    case 'excused':
      return 'Izin';
    case 'declined':
    case 'missing':
      return absent;
    case 'came': {
      const came = row.at === null ? absent : clock(row.at);
      const span = row.leftAt === null ? came : `${came}–${clock(row.leftAt)}`;
      return row.walkIn ? `${span}*` : span;
    }
  }
}

/** In the column of the signatures: empty for whoever is to sign. */
export function signatureCell({ state }: { state: RowState }): string {
  return state === 'blank' || state === 'came' ? '' : absent;
}

/** Where there is neither a time nor a signature to come. */
const absent = '–';

export interface Tally {
  invited: number;
  came: number;
  excused: number;
  declined: number;
  missing: number;
  walkIns: number;
}

/** The numbers of a list with their names, in the order in which they are read. */
export function numbers(
  tally: Tally,
  variant: 'blank' | 'filled',
): [label: string, value: string][] {
  if (variant === 'blank') return [['Diundang', count(tally.invited)]];
  return [
    ['Diundang', count(tally.invited)],
    ['Hadir', count(tally.came)],
    ['Izin', count(tally.excused)],
    ['Tidak hadir', count(tally.declined)],
    ['Tanpa keterangan', count(tally.missing)],
    ['Tanpa undangan*', count(tally.walkIns)],
  ];
}

export function subtotal(kecamatan: string, tally: Tally, variant: 'blank' | 'filled'): string {
  const said = numbers(tally, variant).map(([label, value]) => `${label.toLowerCase()} ${value}`);
  return `Jumlah Kecamatan ${kecamatan}: ${said.join(', ')}`;
}

export const allTogether = 'Jumlah seluruhnya';
/** Below the numbers of a blank list, to be filled in by hand. */
export const cameByHand = 'Hadir: ……………… orang';
export const walkInNote = 'hadir tanpa undangan';
/** Below times that were recorded. */
export const timesNote = `* ${walkInNote}. Jam dicatat oleh sistem saat peserta hadir; jam kedua adalah jam pulang lebih awal.`;

export const pageOf = (page: number | string, pages: number | string) =>
  `Halaman ${page} dari ${pages}`;

export const sheets = { summary: 'Rekap', about: 'Keterangan' };

export const about = {
  areas: 'Wilayah',
  wholeCity: 'Seluruh kota',
  code: 'Kode dokumen',
  hash: 'SHA-256 isi',
  check: 'Periksa keaslian',
  made: 'Dibuat',
  total: 'Jumlah',
};

function clock(at: Date): string {
  return DateTime.fromJSDate(at).toFormat('HH.mm');
}
