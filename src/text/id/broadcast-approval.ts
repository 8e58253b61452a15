import { count, dateAndTime } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** A second pair of eyes on an announcement to many. */

export const labels = {
  approve: '✅ Setujui',
  reject: '❌ Tolak',
  look: '👁 Lihat isinya',
  recipients: '📄 Daftar penerima',
  withdraw: 'Tarik kembali',
  open: 'Buka lagi',
};

export interface Request {
  composer: string;
  words: string;
  recipients: number;
  /** Null: at once. */
  at: Date | null;
}

export function ask({ composer, words, recipients, at }: Request): Html {
  return lines(
    html`<b>Mohon diperiksa</b>`,
    html`${composer} ingin mengirim pengumuman kepada <b>${count(recipients)} orang</b>${at === null ? '' : `, ${dateAndTime(at)}`}.`,
    html`Isi: ${words}`,
  );
}

export function waiting(recipients: number): Html {
  return lines(
    html`<b>Menunggu persetujuan</b>`,
    html`Pengumuman ini untuk ${count(recipients)} orang, jadi perlu disetujui satu petugas lain. Mereka sudah diberi tahu.`,
  );
}

export function approved(by: string, words: string, at: Date | null): Html {
  return html`✅ ${by} menyetujui pengumuman "${words}". ${at === null ? 'Segera dikirim.' : `Akan dikirim ${dateAndTime(at)}.`}`;
}

export function rejected(by: string, words: string): Html {
  return html`❌ ${by} belum menyetujui pengumuman "${words}". Tidak ada yang dikirim; silakan diubah dulu.`;
}

export const youApproved = html`✅ Pengumuman itu sudah Bapak/Ibu setujui.`;
export const youRejected = html`❌ Pengumuman itu tidak jadi dikirim. Pembuatnya sudah diberi tahu.`;
export const withdrawn = html`Permintaan persetujuan ditarik kembali. Tidak ada yang dikirim.`;
export const alreadyDecided = html`Pengumuman itu sudah diputuskan petugas lain, atau ditarik kembali.`;
export const notYourself = html`Pengumuman sendiri perlu disetujui petugas lain.`;
export const nobodyElse = html`Pengumuman ke sebanyak ini perlu disetujui petugas lain, tetapi belum ada petugas lain yang bisa dihubungi. Undang dulu dengan /petugas, atau perkecil sasarannya.`;
export const stillWaiting = html`Pengumuman ini masih menunggu persetujuan petugas lain.`;
