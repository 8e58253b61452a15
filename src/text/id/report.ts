import { count, dateAndTime, shortDate, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Recaps and lists of the silent, for coordinators and staff. */

export const recapMenu = 'Rekap jawaban undangan';
export const recapKey = '📊 Rekap';
export const silentMenu = 'Siapa yang belum menjawab';
export const silentKey = '🔔 Belum jawab';

export const labels = {
  event: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
  refresh: '🔄 Segarkan',
  file: '📥 Unduh XLSX',
  back: '⬅️ Kembali',
  otherEvents: '⬅️ Acara lain',
  silent: '🔔 Yang belum menjawab',
  kecamatanCount: (name: string, people: number) => `${name} (${count(people)})`,
};

export const chooseForRecap = html`<b>Rekap acara yang mana?</b>`;
export const chooseForSilent = html`<b>Yang belum menjawab, untuk acara yang mana?</b>`;
export const noEvents = lines(
  html`Belum ada acara dengan undangan di wilayah Bapak/Ibu.`,
  html`Setelah undangan dikirim, rekapnya bisa dilihat di sini.`,
);

export const refusals = {
  unknown: html`Acara ini tidak ditemukan. Silakan pilih acara lain: /rekap`,
  cancelled: html`Acara ini sudah dibatalkan, jadi tidak ada rekapnya. Acara lain: /rekap`,
  nobody_invited: html`Tidak ada kader di wilayah Bapak/Ibu yang diundang ke acara ini.`,
};

/** The row of a kecamatan's TKSK, who belong to no kelurahan. */
export const wholeKecamatan = 'TKSK';
export const total = 'Jumlah';
export const wholeArea = 'seluruh wilayah Bapak/Ibu';
export const wholeCity = 'seluruh kota';

/** `Per Jum 10 Mei pukul 09.02 WIB` */
export function asOfWords(at: Date): string {
  return `Per ${shortDate(at)} pukul ${timeOfDay(at)}`;
}

function asOf(at: Date): Html {
  return html`<i>${asOfWords(at)}</i>`;
}

export interface SilentHead {
  title: string;
  answerDeadline: Date;
  area: string;
  total: number;
  asOf: Date;
}

export interface SilentGroup {
  area: string;
  people: { name: string; phone: string | null; mark: SilentMark }[];
}

/** Why the bot cannot remind somebody by itself. */
export type SilentMark = 'none' | 'no_telegram' | 'unreachable';

const marks: Record<SilentMark, string> = {
  none: '',
  no_telegram: ' 📵 belum di Telegram',
  unreachable: ' 🚫 memblokir bot',
};

export function silent(
  head: SilentHead,
  groups: SilentGroup[],
  page: { at: number; of: number },
): Html {
  return lines(
    silentHead(head),
    ...peopleByArea(groups),
    '',
    page.of > 1 && html`Halaman ${page.at} dari ${page.of}`,
    asOf(head.asOf),
  );
}

/** Names by area with their numbers, which a phone makes tappable. */
export function peopleByArea(groups: SilentGroup[]): (Html | string)[] {
  return groups.flatMap(({ area, people }) => [
    '',
    html`<b>${area}</b>`,
    ...people.map(
      ({ name, phone, mark }) => html`• ${name}, ${phone ?? 'tanpa nomor HP'}${marks[mark]}`,
    ),
  ]);
}

export function chooseKecamatan(head: SilentHead): Html {
  return lines(silentHead(head), '', html`Kecamatan yang mana?`, asOf(head.asOf));
}

function silentHead(head: SilentHead): Html {
  return lines(
    html`🔔 <b>${head.title}</b>`,
    html`Belum menjawab: <b>${count(head.total)} orang</b> (${head.area})`,
    html`Batas jawab: ${dateAndTime(head.answerDeadline)}`,
  );
}

export function nobodySilent(title: string, area: string): Html {
  return lines(html`🔔 <b>${title}</b>`, html`Semua yang diundang (${area}) sudah menjawab. 👍`);
}

export const sheets = {
  areas: 'Rekap wilayah',
  people: 'Nama',
  silent: 'Belum menjawab',
};

export const columns = {
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  invited: 'Diundang',
  hadir: 'Hadir',
  tidakHadir: 'Tidak hadir',
  izin: 'Izin',
  belum: 'Belum menjawab',
  registered: 'Terdaftar di bot',
  name: 'Nama',
  jabatan: 'Jabatan',
  phone: 'No. HP',
  answer: 'Jawaban',
  reason: 'Alasan',
  answeredAt: 'Waktu menjawab',
  recordedBy: 'Dicatat oleh',
  telegram: 'Telegram',
};

export const telegramWords = {
  none: 'Terdaftar',
  no_telegram: 'Belum di Telegram',
  unreachable: 'Memblokir bot',
} as const satisfies Record<SilentMark, string>;

export const answerWords = {
  HADIR: 'Hadir',
  TIDAK_HADIR: 'Tidak hadir',
  IZIN: 'Izin',
  silent: 'Belum menjawab',
} as const;

export const recapFileName = (eventId: number) => `rekap-acara-${eventId}.xlsx`;
export const silentFileName = (eventId: number) => `belum-menjawab-acara-${eventId}.xlsx`;

export function recapCaption(title: string, asOf: Date): Html {
  return html`Rekap <b>${title}</b> per ${dateAndTime(asOf)}.`;
}

export function silentCaption(title: string, people: number): Html {
  return html`${count(people)} orang belum menjawab undangan <b>${title}</b>, lengkap dengan nomor HP.`;
}
