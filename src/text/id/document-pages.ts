import { count, dateAndTime, timeSpan } from '../format.ts';

/** The public pages that confirm papers; plain words, the pages put the markup around them. */

export const title = 'Periksa keaslian dokumen';
export const ask = 'Ketik kode yang tercetak di samping kode QR, misalnya 7KQM-3XTA-9D0F-H2PB.';
export const codeLabel = 'Kode dokumen';
export const submit = 'Periksa';
export const another = 'Periksa dokumen lain';

export const notFound = {
  no_code: {
    heading: 'Kode ini belum lengkap',
    hint: 'Kode dokumen terdiri dari 16 huruf dan angka. Mohon dicocokkan lagi dengan yang tercetak.',
  },
  unknown: {
    heading: 'Dokumen tidak ditemukan',
    hint: 'Tidak ada dokumen dengan kode ini. Mohon periksa lagi kodenya. Kalau kodenya sudah benar, dokumen itu bukan buatan sistem kami.',
  },
} as const;

export const known = {
  ATTENDANCE_LIST: {
    heading: 'Daftar hadir ini tercatat',
    hint: 'Dokumen dengan kode ini dibuat oleh sistem kami. Nama peserta tidak ditampilkan di sini; cocokkan jumlahnya dengan dokumen.',
  },
  CERTIFICATE: {
    heading: 'Sertifikat ini tercatat',
    hint: 'Sertifikat dengan kode ini diterbitkan oleh sistem kami. Cocokkan isinya dengan dokumen.',
  },
} as const;

export const revoked = {
  heading: 'Sertifikat ini tidak berlaku lagi',
  hint: 'Catatan kehadirannya sudah dibatalkan oleh petugas.',
};

export const labels = {
  event: 'Kegiatan',
  time: 'Waktu',
  place: 'Tempat',
  areas: 'Wilayah',
  form: 'Bentuk',
  people: 'Jumlah',
  name: 'Nama',
  number: 'Nomor',
  made: 'Dibuat',
  code: 'Kode dokumen',
  contentHash: 'SHA-256 isi (awalnya tercetak di dokumen)',
  fileHash: 'SHA-256 berkas',
};

export const wholeCity = 'Seluruh kota';
export const time = timeSpan;
export const made = dateAndTime;

export const form = {
  blank: 'Lembar kosong untuk tanda tangan',
  filled: 'Dengan jam hadir',
} as const;
export const format = { pdf: 'PDF', xlsx: 'XLSX' } as const;

export function people(
  tally: {
    invited: number;
    came: number;
    excused: number;
    declined: number;
    missing: number;
    walkIns: number;
  },
  variant: 'blank' | 'filled',
): string {
  if (variant === 'blank') return `${count(tally.invited)} diundang`;
  return [
    `${count(tally.invited)} diundang`,
    `${count(tally.came)} hadir`,
    `${count(tally.excused)} izin`,
    `${count(tally.declined)} tidak hadir`,
    `${count(tally.missing)} tanpa keterangan`,
    `${count(tally.walkIns)} hadir tanpa undangan`,
  ].join(', ');
}

export const file = {
  heading: 'Punya berkasnya?',
  hint: 'Berkasnya dibandingkan dengan yang kami buat, dan tidak disimpan.',
  label: 'Pilih berkas untuk diperiksa',
  submit: 'Periksa berkas',
  busy: 'Sedang diperiksa…',
  genuine: '✅ Berkas ini asli dan tidak diubah.',
  altered:
    '❌ Berkas ini berbeda dari yang terakhir kami buat. Kalau datanya pernah diperbaiki, mintalah berkas yang terbaru.',
  failed: 'Berkas belum bisa diperiksa. Mohon pilih berkasnya lagi.',
};
