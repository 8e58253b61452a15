import { listed, shortDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** For whom an announcement is. */

export const labels = {
  everyone: 'Semua kader',
  psm: 'PSM',
  tksk: 'TKSK',
  kecamatan: 'Pilih kecamatan…',
  kelurahan: 'Pilih kelurahan…',
  answers: 'Menurut jawaban atau kehadiran…',
  exclude: 'Kecualikan…',
  excluded: '⬅️ Selesai mengecualikan',
  next: 'Lanjut ➡️',
  back: '⬅️ Kembali',
  cancel: 'Batalkan',
  HADIR: 'Hadir',
  TIDAK_HADIR: 'Tidak hadir',
  IZIN: 'Izin',
  NONE: 'Belum menjawab',
  CAME: 'Datang',
  ABSENT: 'Tidak datang',
  event: (startsAt: Date, title: string) => `${shortDate(startsAt)}: ${title}`,
  chosen: (label: string) => `✅ ${label}`,
};

/** `menjawab Hadir pada Bimtek PSM` */
export function answered(answer: 'HADIR' | 'TIDAK_HADIR' | 'IZIN' | 'NONE', title: string): string {
  return answer === 'NONE'
    ? `belum menjawab undangan ${title}`
    : `menjawab ${labels[answer]} pada ${title}`;
}

/** `datang ke Bimtek PSM` */
export function presence(which: 'CAME' | 'ABSENT', title: string): string {
  return which === 'CAME' ? `datang ke ${title}` : `diundang ke ${title} tetapi tidak datang`;
}

export function chooseAudience(names: string[], excluded: string[]): Html {
  return lines(
    html`<b>Untuk siapa?</b>`,
    names.length === 0
      ? html`Pilih satu atau beberapa, lalu tekan Lanjut. Boleh juga ketik nama kecamatan atau kelurahannya.`
      : html`Terpilih: <b>${listed(names)}</b>`,
    names.length > 1 && html`Yang termasuk salah satunya akan menerima.`,
    excluded.length > 0 && html`Kecuali: <b>${listed(excluded)}</b>`,
  );
}

export function chooseExcluded(names: string[], excluded: string[]): Html {
  return lines(
    html`<b>Siapa yang dikecualikan?</b>`,
    html`Terpilih: ${listed(names)}`,
    excluded.length === 0
      ? html`Pilih siapa di antara mereka yang tidak perlu menerima. Boleh juga diketik.`
      : html`Kecuali: <b>${listed(excluded)}</b>`,
  );
}

export const chooseKecamatan = html`<b>Kecamatan mana?</b> Boleh lebih dari satu, boleh juga diketik.`;

export const chooseKelurahanKecamatan = html`<b>Kelurahan di kecamatan mana?</b> Boleh juga langsung ketik nama kelurahannya.`;

export function chooseKelurahan(kecamatan: string): Html {
  return html`<b>Kelurahan di Kecamatan ${kecamatan}</b>. Boleh lebih dari satu.`;
}

export const chooseEvent = html`<b>Jawaban atas undangan acara mana?</b>`;

export const noEvents = html`Belum ada acara yang undangannya sudah dikirim.`;

/** @param checkedIn whether it is known who came */
export function chooseAnswer(title: string, checkedIn: boolean): Html {
  return checkedIn
    ? html`<b>${title}</b>. Yang menjawab apa, atau yang datang? Boleh lebih dari satu.`
    : html`<b>${title}</b>. Yang menjawab apa? Boleh lebih dari satu.`;
}

export function whichPlace(typed: string): Html {
  return html`"${typed}" bisa beberapa tempat. Yang mana?`;
}

export function noSuchPlace(typed: string): Html {
  return html`"${typed}" tidak ada di daftar kecamatan dan kelurahan. Coba tulis lagi, atau pilih dari tombol.`;
}

export const eventGone = html`Acara itu tidak ditemukan lagi.`;
