import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Reason } from './transfer-rows.ts';

/** The roster as a table: what a file would change and what is wrong with its rows. */

export const unit = 'orang';

export const reasons = {
  noName: { why: 'Nama kosong', todo: 'Isi nama lengkapnya.' },
  noJabatan: { why: 'Jabatan kosong', todo: 'Isi PSM atau TKSK.' },
  unclearJabatan: (written: string): Reason => ({
    why: `Jabatan "${written}" tidak dikenal`,
    todo: 'Isi PSM atau TKSK.',
  }),
  noKelurahan: { why: 'PSM tanpa kelurahan', todo: 'Isi nama kelurahannya.' },
  badPhone: {
    not_a_phone: (written: string): Reason => ({
      why: `"${written}" bukan nomor HP`,
      todo: 'Tulis satu nomor HP, misalnya 0812-3456-7890.',
    }),
    too_short: (written: string): Reason => ({
      why: `Nomor HP ${written} kurang angkanya`,
      todo: 'Periksa lagi nomornya.',
    }),
    too_long: (written: string): Reason => ({
      why: `Nomor HP ${written} kelebihan angka`,
      todo: 'Periksa lagi nomornya.',
    }),
    rounded_by_spreadsheet: (written: string): Reason => ({
      why: `Nomor HP dibulatkan oleh Excel (${written}), angka belakangnya hilang`,
      todo: 'Ubah jenis kolomnya menjadi Teks, lalu ketik ulang nomornya.',
    }),
    several_numbers: (written: string): Reason => ({
      why: `Ada lebih dari satu nomor HP (${written})`,
      todo: 'Sisakan satu nomor yang dipakai untuk Telegram.',
    }),
  },
  repeated: (row: string): Reason => ({
    why: `Sama dengan ${row}`,
    todo: 'Cukup satu baris. Baris ini boleh dihapus.',
  }),
  numberTwice: (name: string, row: string): Reason => ({
    why: `Nomor HP yang sama dipakai ${name} di ${row}`,
    todo: 'Setiap orang perlu nomor sendiri. Perbaiki salah satunya.',
  }),
  personTwice: (row: string): Reason => ({
    why: `Orang yang sama ada di ${row} dengan nomor lain`,
    todo: 'Sisakan satu baris. Kalau memang dua orang, tulis nama lengkapnya supaya berbeda.',
  }),
  numberOfOther: (owner: string, hasLeft: boolean): Reason => ({
    why: `Nomor HP ini di daftar milik ${owner}${hasLeft ? ' (sudah tidak aktif)' : ''}`,
    todo: 'Kalau orangnya sama, samakan namanya. Kalau bukan, perbaiki nomornya.',
  }),
  namesakes: (people: number): Reason => ({
    why: `Di daftar ada ${people} orang dengan nama dan wilayah itu`,
    todo: 'Isi nomor HP yang ada di daftar, supaya jelas siapa yang dimaksud.',
  }),
};

export const fields = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Wilayah',
  phone: 'No. HP',
  status: 'Status',
};

export const status = { ACTIVE: 'aktif', LEFT: 'tidak aktif' };
export const noPhone = 'tanpa nomor';

export function newPerson(name: string, jabatan: string, area: string): Html {
  return html`${name}, ${jabatan} ${area}`;
}

export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

export function changedPerson(name: string, changes: FieldChange[]): Html {
  const said = changes.map(({ field, from, to }) => `${field} ${from} → ${to}`).join('; ');
  return html`${name}: ${said}`;
}

export function correction(written: string, meant: string): Html {
  return html`${written} → ${meant}`;
}

/** What the examples stand under. */
export const headings = {
  created: 'Contoh yang baru',
  changed: 'Contoh yang berubah',
  refused: 'Yang ditolak',
  corrections: 'Ejaan wilayah yang dibetulkan',
};

export function missing(people: number): Html {
  return html`Ada di daftar, tidak ada di berkas: <b>${count(people)}</b> orang. Mereka tidak dihapus.`;
}

export function resembling(people: number): Html {
  return html`⚠️ ${count(people)} orang baru mirip nama yang sudah ada di daftar. Lihat lembar Baru.`;
}

export function result(created: number, changed: number): Html {
  return html`Daftar kader: <b>${count(created)}</b> orang baru, <b>${count(changed)}</b> orang berubah.`;
}

export const sheets = {
  changed: 'Berubah',
  created: 'Baru',
  corrections: 'Ejaan dibetulkan',
  missing: 'Tidak ada di berkas',
};

export const columns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  kelurahan: 'Kelurahan',
  kecamatan: 'Kecamatan',
  phone: 'No. HP',
  remark: 'Catatan',
  field: 'Yang berubah',
  from: 'Semula',
  to: 'Menjadi',
  written: 'Tertulis',
  meant: 'Dibaca sebagai',
  telegram: 'Telegram',
};

export const resembles = (name: string, area: string) =>
  `Mirip ${name} (${area}) yang tidak ada di berkas. Periksa apakah orangnya sama.`;
export const registered = 'terdaftar';
export const notRegistered = 'belum terdaftar';
