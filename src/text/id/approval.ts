import { count, dateAndTime } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** What those who decide about applications are shown, and what the applicants hear. */

export const menu = 'Pengajuan kader yang menunggu';
export const key = '📥 Pengajuan';

export const labels = {
  approve: '✅ Setujui',
  reject: '❌ Tolak',
  number: '📞 Nomor HP',
};

/** An application as it is shown. */
export interface Card {
  name: string;
  jabatan: string;
  /** `Kelurahan Karawaci, Kecamatan Karawaci` */
  area: string;
  masked: string | null;
  telegramName: string;
  createdAt: Date;
  /** The roster entry concerned as it is now. */
  now: { name: string; jabatan: string; area: string; masked: string | null } | null;
  /** The entry is registered with another Telegram account, which would lose it. */
  replacesAccount: boolean;
  /** Somebody else who has the number now. */
  holder: { name: string; jabatan: string; area: string; isSamePerson: boolean } | null;
}

export const titles = {
  NEW: 'Pendaftaran kader baru',
  MOVE: 'Perubahan data kader',
  NEW_NUMBER: 'Ganti nomor HP',
  NEW_ACCOUNT: 'Ganti akun Telegram',
};

export type Kind = keyof typeof titles;

export function card(kind: Kind, shown: Card): Html {
  return lines(
    html`📥 <b>${titles[kind]}</b>`,
    '',
    html`${contents(kind, shown)}`,
    html`Akun Telegram: ${shown.telegramName}`,
    html`Diajukan: ${dateAndTime(shown.createdAt)}`,
    shown.replacesAccount &&
      html`⚠️ Kader ini sudah terdaftar dari akun Telegram lain. Bila disetujui, akun lama dilepas.`,
    shown.holder !== null && heldBy(shown.holder),
    '',
    html`Mohon pastikan orangnya dikenal sebelum menyetujui.`,
  );
}

function heldBy({ name, jabatan, area, isSamePerson }: NonNullable<Card['holder']>): Html {
  return isSamePerson
    ? html`ℹ️ Nomor ini ada di daftar: ${name}, ${jabatan} ${area}. Bila disetujui, data itu yang diperbarui.`
    : html`⚠️ Nomor ini tercatat atas nama ${name}, ${jabatan} ${area}. Bila disetujui, nomor itu dipindahkan.`;
}

function contents(kind: Kind, { name, jabatan, area, masked, now }: Card): Html {
  switch (kind) {
    case 'NEW':
      return lines(
        html`Nama: <b>${name}</b>`,
        html`Jabatan: ${jabatan}`,
        html`Wilayah: ${area}`,
        masked !== null && html`Nomor: ${masked}`,
      );
    case 'MOVE':
      return lines(
        now !== null && html`Sekarang: ${now.name}, ${now.jabatan} ${now.area}`,
        html`Menjadi: <b>${name}</b>, ${jabatan} ${area}`,
      );
    case 'NEW_NUMBER':
      return lines(
        html`Kader: <b>${name}</b>, ${jabatan} ${area}`,
        html`Nomor lama: ${now?.masked ?? 'belum ada'}`,
        html`Nomor baru: ${masked ?? 'tidak ada'}`,
      );
    case 'NEW_ACCOUNT':
      return lines(
        html`Kader: <b>${name}</b>, ${jabatan} ${area}`,
        masked !== null && html`Nomor: ${masked}`,
      );
  }
}

type Ended = 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

export function settled(
  kind: Kind,
  shown: Card,
  status: Ended,
  decision: { by: string; at: Date } | null,
): Html {
  return lines(
    html`<b>${titles[kind]}</b>`,
    '',
    contents(kind, shown),
    '',
    verdict(status, decision),
  );
}

function verdict(status: Ended, decision: { by: string; at: Date } | null): Html {
  if (status === 'WITHDRAWN') return html`↩️ Dibatalkan oleh yang mengajukan.`;
  const words = status === 'APPROVED' ? '✅ Disetujui' : '❌ Ditolak';
  if (decision === null) return html`${words}.`;
  return html`${words} oleh <b>${decision.by}</b>, ${dateAndTime(decision.at)}.`;
}

export const notYours = html`Pengajuan ini bukan dari wilayah Bapak/Ibu.`;
export const ownApplication = html`Ini pengajuan Bapak/Ibu sendiri. Mohon diputuskan orang lain.`;
export const gone = html`Pengajuan ini tidak ditemukan.`;

export function fullNumber(name: string, number: string): Html {
  return html`${name}: ${number}`;
}

export const noNumber = html`Tidak ada nomor HP di pengajuan ini.`;

export const nothingWaiting = html`Tidak ada pengajuan yang menunggu di wilayah Bapak/Ibu. 👍`;

export function list(total: number): Html {
  return lines(
    html`📥 <b>${count(total)} pengajuan menunggu</b>`,
    html`Tekan namanya untuk membuka.`,
  );
}

const shortTitles = { NEW: 'baru', MOVE: 'ubah data', NEW_NUMBER: 'nomor', NEW_ACCOUNT: 'akun' };

export function listLabel(kind: Kind, name: string, area: string): string {
  return `${name} · ${area} · ${shortTitles[kind]}`;
}

/** What the applicant hears. */
export const approved = {
  NEW: (name: string) => html`✅ <b>Pendaftaran disetujui.</b> Selamat bergabung, ${name}!`,
  MOVE: () => html`✅ <b>Perubahan data Bapak/Ibu disetujui.</b>`,
  NEW_NUMBER: () => html`✅ <b>Nomor baru Bapak/Ibu disetujui.</b>`,
  NEW_ACCOUNT: () => html`✅ <b>Akun ini sekarang terhubung dengan data kader Bapak/Ibu.</b>`,
};

export function approvedAs(headline: Html, shown: Html): Html {
  return lines(
    headline,
    '',
    shown,
    '',
    html`Undangan dan pengumuman akan masuk ke chat ini. Silakan pilih tombol di bawah.`,
  );
}

export function rejected(kind: Kind): Html {
  return lines(
    html`Maaf, pengajuan Bapak/Ibu (${titles[kind].toLowerCase()}) belum disetujui.`,
    html`Mohon hubungi koordinator bila ada yang keliru. Bapak/Ibu boleh mengajukan lagi.`,
  );
}
