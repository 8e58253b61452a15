import { count, dayOf, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type Status, type Sum, statusWords } from './incentive.ts';
import type { Reason } from './transfer-rows.ts';

/** The list of payments as a table: what a file would change and what is wrong with its rows. */

export const unit = 'data bulanan';

export const reasons = {
  noName: { why: 'Nama dan nomor HP kosong', todo: 'Isi nomor HP atau nama lengkapnya.' },
  badPhone: {
    rounded_by_spreadsheet: (written: string): Reason => ({
      why: `Nomor HP "${written}" dibulatkan oleh Excel, dan namanya kosong`,
      todo: 'Jadikan kolomnya Teks, lalu ketik ulang nomornya; atau isi namanya.',
    }),
    not_a_phone: (written: string): Reason => ({
      why: `"${written}" bukan nomor HP, dan namanya kosong`,
      todo: 'Perbaiki nomornya, atau isi namanya.',
    }),
  },
  noPeriod: { why: 'Bulannya kosong', todo: 'Isi misalnya April 2024.' },
  badPeriod: {
    not_a_period: (written: string): Reason => ({
      why: `Periode "${written}" tidak terbaca`,
      todo: 'Tulis misalnya April 2024 atau 2024-04.',
    }),
    no_year: (written: string): Reason => ({
      why: `Periode "${written}" tanpa tahun`,
      todo: 'Tambahkan tahunnya, misalnya April 2024.',
    }),
    several_months: (written: string): Reason => ({
      why: `Periode "${written}" lebih dari satu bulan`,
      todo: 'Buat satu baris untuk setiap bulan.',
    }),
  },
  amountUnknown: { why: 'Jumlahnya kosong', todo: 'Isi jumlahnya, misalnya 500.000.' },
  badAmount: {
    not_money: (written: string): Reason => ({
      why: `Jumlah "${written}" tidak terbaca`,
      todo: 'Tulis angkanya saja, misalnya 500.000.',
    }),
    negative: (written: string): Reason => ({
      why: `Jumlah ${written} kurang dari nol`,
      todo: 'Tulis jumlah yang dibayarkan.',
    }),
    fraction: (written: string): Reason => ({
      why: `Jumlah ${written} bukan rupiah bulat`,
      todo: 'Bulatkan jumlahnya.',
    }),
    rounded_by_spreadsheet: (written: string): Reason => ({
      why: `Jumlah ${written} dibulatkan oleh Excel`,
      todo: 'Ketik ulang jumlahnya, misalnya 500.000.',
    }),
    too_large: (written: string): Reason => ({
      why: `Jumlah ${written} terlalu besar untuk satu bulan`,
      todo: 'Periksa lagi jumlahnya.',
    }),
    zero: (): Reason => ({
      why: 'Jumlahnya 0',
      todo: 'Hapus barisnya, atau pakai status ditunda atau ditolak beserta jumlahnya.',
    }),
  },
  noStatus: { why: 'Status kosong', todo: 'Isi misalnya diproses atau ditransfer.' },
  unclearStatus: (written: string): Reason => ({
    why: `Status "${written}" tidak dikenal`,
    todo: 'Pilih: diusulkan, diverifikasi, diproses, ditransfer, ditunda, atau ditolak.',
  }),
  badDate: {
    not_a_date: (written: string): Reason => ({
      why: `Tanggal "${written}" tidak terbaca`,
      todo: 'Tulis misalnya 3 Mei 2024.',
    }),
    month_first: (written: string): Reason => ({
      why: `Tanggal ${written} menaruh bulan di depan`,
      todo: 'Tulis hari dulu, misalnya 3 Mei 2024.',
    }),
    far_ahead: (written: string): Reason => ({
      why: `Tanggal ${written} masih terlalu jauh`,
      todo: 'Periksa lagi tahunnya.',
    }),
  },
  numberOfOther: (owner: string): Reason => ({
    why: `Nomor HP ini milik ${owner}`,
    todo: 'Samakan namanya dengan daftar kader, atau perbaiki nomornya.',
  }),
  otherNumber: (candidate: string): Reason => ({
    why: `Nomor HP-nya tidak sama dengan di daftar kader; mungkin ${candidate}`,
    todo: 'Perbaiki nomornya, atau tambahkan kolom kelurahan.',
  }),
  namesakes: (candidates: string[]): Reason => ({
    why: `Ada beberapa orang dengan nama itu: ${candidates.join('; ')}`,
    todo: 'Isi nomor HP atau kelurahannya.',
  }),
  unknownPerson: (candidates: string[]): Reason => ({
    why: 'Tidak ada di daftar kader',
    todo:
      candidates.length === 0
        ? 'Periksa nama dan nomornya, atau masukkan dulu lewat /impor kader.'
        : `Mungkin ${candidates.join(' atau ')}? Kalau benar, samakan nama dan wilayahnya.`,
  }),
  locked: (period: string): Reason => ({
    why: `Bulan ${monthOf(period)} terkunci`,
    todo: 'Minta admin membukanya lewat /kunci, lalu kirim lagi.',
  }),
  repeated: (row: string): Reason => ({
    why: `Sama dengan ${row}`,
    todo: 'Cukup satu baris. Baris ini boleh dihapus.',
  }),
  monthTwice: (row: string): Reason => ({
    why: `Bulan yang sama untuk orang ini ada di ${row} dengan isi lain`,
    todo: 'Sisakan satu baris yang benar.',
  }),
};

/** `Siti Aminah, Mei 2024: Rp500.000 ditransfer` */
export function newMonth(name: string, period: string, amount: number, status: Status): Html {
  return html`${name}, ${monthOf(period)}: ${rupiah(amount)} ${statusWords[status]}`;
}

export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

export function changedMonth(name: string, period: string, changes: FieldChange[]): Html {
  const said = changes.map(({ field, from, to }) => `${field} ${from} → ${to}`).join('; ');
  return html`${name}, ${monthOf(period)}: ${said}`;
}

export const fields = {
  amount: 'jumlah',
  status: 'status',
  statusDate: 'tanggal',
  note: 'keterangan',
};

/** A field in words; `-` where it is open. */
export const fieldWords = {
  amount: rupiah,
  status: (status: Status) => statusWords[status],
  statusDate: (day: string | null) => (day === null ? '-' : dayOf(day)),
  note: (note: string | null) => note ?? '-',
};

export const headings = {
  created: 'Contoh yang baru',
  changed: 'Contoh yang berubah',
  refused: 'Yang ditolak',
};

export function totals(all: readonly Sum[]): Html | null {
  if (all.length === 0) return null;
  return lines(
    html`<b>Jumlah menurut status</b>`,
    ...all.map(
      ({ status, months, amount }) =>
        html`• ${statusWords[status]}: ${count(months)} data, ${rupiah(amount)}`,
    ),
  );
}

export interface Remarks {
  offRate: number;
  takesBack: number;
  notRegistered: number;
  notOnList: number;
  numbersHidden: number;
}

/** What staff should look at before they apply; null when there is nothing. */
export function remarks(seen: Remarks): Html | null {
  const said = [
    seen.takesBack > 0 &&
      html`⚠️ ${count(seen.takesBack)} data sudah ditransfer, tetapi di berkas ini statusnya mundur.`,
    seen.offRate > 0 &&
      html`⚠️ ${count(seen.offRate)} data berbeda dari besaran yang berlaku (/besaran).`,
    seen.notRegistered > 0 &&
      html`${count(seen.notRegistered)} orang di berkas belum terdaftar di bot, jadi belum bisa melihatnya.`,
    seen.notOnList > 0 &&
      html`${count(seen.notOnList)} kader terdaftar di wilayah yang sama tidak ada di berkas.`,
    seen.numbersHidden > 0 &&
      html`🔒 Nomor panjang di keterangan disamarkan pada ${count(seen.numbersHidden)} data; hanya empat angka terakhir yang disimpan.`,
  ].filter((line) => line !== false);
  return said.length === 0 ? null : lines(...said);
}

export function result(created: number, changed: number): Html {
  return html`Insentif: <b>${count(created)}</b> data baru, <b>${count(changed)}</b> data berubah. Kader bisa melihatnya lewat /insentif.`;
}

export const sheets = {
  changed: 'Berubah',
  created: 'Baru',
  offRate: 'Beda besaran',
  notRegistered: 'Belum terdaftar di bot',
  notOnList: 'Tidak ada di berkas',
};

export const columns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Wilayah',
  phone: 'No. HP',
  period: 'Periode',
  amount: 'Jumlah',
  standing: 'Besaran',
  difference: 'Selisih',
  status: 'Status',
  date: 'Tanggal',
  note: 'Keterangan',
  field: 'Yang berubah',
  from: 'Semula',
  to: 'Menjadi',
};
