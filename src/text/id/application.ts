import { dateAndTime } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** What somebody hears of what they asked for; how it is decided is in approval.ts. */

export const labels = {
  withdraw: 'Batalkan pengajuan',
  changeData: '✏️ Ubah data',
};

/** Who somebody is on the roster. */
export interface Shown {
  name: string;
  jabatan: string;
  /** `Kelurahan Gebang Raya` or `Kecamatan Periuk`. */
  area: string;
}

export function person({ name, jabatan, area }: Shown): Html {
  return html`<b>${name}</b>, ${jabatan} ${area}`;
}

export interface FormFigures extends Shown {
  masked: string;
}

export function formLines({ name, jabatan, area, masked }: FormFigures): Html {
  return lines(
    html`Nama: <b>${name}</b>`,
    html`Jabatan: ${jabatan}`,
    html`Wilayah: ${area}`,
    html`Nomor: ${masked}`,
  );
}

/** What somebody asks for, in one line. */
export const wishes = {
  NEW: (form: FormFigures) => formLines(form),
  MOVE: ({ name, jabatan, area }: FormFigures) =>
    html`Perubahan data menjadi ${person({ name, jabatan, area })}`,
  NEW_NUMBER: ({ name, masked }: FormFigures) => html`Nomor baru untuk <b>${name}</b>: ${masked}`,
  NEW_ACCOUNT: ({ name }: FormFigures) => html`Akun Telegram baru untuk <b>${name}</b>`,
};

export function waiting(wish: Html, since: Date): Html {
  return lines(
    html`⏳ <b>Pengajuan Bapak/Ibu sedang diperiksa.</b>`,
    '',
    wish,
    '',
    html`Dikirim ${dateAndTime(since)}. Kami kabari di chat ini begitu ada keputusan.`,
  );
}

export function submitted(wish: Html): Html {
  return lines(
    html`📨 <b>Terima kasih, pengajuan sudah dikirim.</b>`,
    '',
    wish,
    '',
    html`Koordinator atau Dinas Sosial akan memeriksanya. Kami kabari di chat ini.`,
  );
}

export const withdrawn = html`Pengajuan dibatalkan. Kapan saja bisa mulai lagi.`;

export const nothingWaiting = html`Pengajuan ini sudah tidak menunggu lagi.`;

export const accountReplaced = (name: string): Html =>
  lines(
    html`Data kader <b>${name}</b> sekarang dipakai di akun Telegram lain, atas persetujuan koordinator atau Dinas Sosial.`,
    '',
    html`Kalau ini bukan permintaan Bapak/Ibu, segera hubungi koordinator.`,
  );

export const numberGivenAway = (name: string): Html =>
  lines(
    html`Nomor HP di data kader <b>${name}</b> sekarang dipakai kader lain, jadi nomornya kami kosongkan.`,
    html`Mohon perbarui nomor Bapak/Ibu: /profil, lalu Ganti nomor.`,
  );
