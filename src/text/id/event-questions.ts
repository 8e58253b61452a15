import { count, dateAndTime, longDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** What staff are asked and told while they fill in an event or change it. */

export const fields = {
  title: 'Judul',
  day: 'Tanggal',
  time: 'Pukul',
  place: 'Tempat',
  audience: 'Sasaran',
  deadline: 'Batas jawab',
} as const;

export type Field = keyof typeof fields;

/** A deadline by whole days before the event; 0 = until it starts. */
export function deadlineLabel(daysBefore: number): string {
  if (daysBefore === 0) return 'Sampai acara dimulai';
  return daysBefore === 1 ? 'Sehari sebelumnya' : `${daysBefore} hari sebelumnya`;
}

/** What is shown to show how something is written. */
export interface Examples {
  day: Date;
  kecamatan: string;
  kelurahan: string;
}

export function question(field: Field, example: Examples): Html {
  switch (field) {
    case 'title':
      return lines(html`<b>Apa judul acaranya?</b>`, html`Misalnya: <i>Pembinaan PSM dan TKSK</i>`);
    case 'day':
      return lines(html`<b>Tanggal berapa?</b>`, html`Misalnya: <i>${longDate(example.day)}</i>`);
    case 'time':
      return lines(
        html`<b>Pukul berapa?</b>`,
        html`Misalnya: <i>08.00 - 12.00</i>, atau <i>08.00 s.d. selesai</i>`,
      );
    case 'place':
      return lines(html`<b>Di mana tempatnya?</b>`, html`Tulis nama tempat dan alamat singkatnya.`);
    case 'audience':
      return lines(
        html`<b>Siapa yang diundang?</b>`,
        html`Pilih tombol, atau ketik wilayahnya, misalnya: <i>kec ${example.kecamatan}, kel ${example.kelurahan}</i>`,
      );
    case 'deadline':
      return lines(
        html`<b>Sampai kapan undangan boleh dijawab?</b>`,
        html`Pilih tombol, atau ketik, misalnya: <i>${dayAlone(example.day)}</i>`,
      );
  }
}

export const firstHint = html`<i>Bisa juga sekaligus: tempel keterangan acaranya di sini, satu baris untuk tiap hal (Judul: …, Tanggal: …, Pukul: …).</i>`;

/** Before the first question of what is still missing, when something was understood already. */
export function understoodSoFar(known: { field: Field; value: string }[]): Html {
  return lines(
    html`Yang sudah saya catat:`,
    ...known.map(({ field, value }) => html`• ${fields[field]}: ${value}`),
  );
}

/** Lines an event has no place for. */
export function ignored(unused: string[]): Html {
  return lines(
    html`Yang ini tidak ikut tercatat di undangan:`,
    ...unused.map((line) => html`• ${line}`),
    html`Kalau perlu, sampaikan lewat /siaran setelah undangan dikirim.`,
  );
}

export function notUnderstood(field: Field, example: Examples): Html {
  switch (field) {
    case 'title':
      return html`Judulnya belum terbaca. Mohon ditulis dengan kata-kata, 3 sampai 100 huruf.`;
    case 'day':
      return html`Tanggalnya belum saya mengerti. Mohon tulis seperti ini: <i>${dayAlone(example.day)}</i>`;
    case 'time':
      return html`Jamnya belum saya mengerti. Mohon tulis seperti ini: <i>08.00 - 12.00</i>`;
    case 'place':
      return html`Tempatnya belum terbaca. Mohon ditulis dengan kata-kata, paling banyak 200 huruf.`;
    case 'audience':
      return html`Sasarannya belum saya mengerti. Pilih tombol, atau tulis misalnya <i>kec ${example.kecamatan}</i>.`;
    case 'deadline':
      return html`Batas jawabnya belum saya mengerti. Pilih tombol, atau tulis tanggalnya, misalnya <i>${dayAlone(example.day)}</i>.`;
  }
}

/** `08.00 WIB s.d. selesai` */
export const untilDone = (start: string) => `${start} s.d. selesai`;

/** `08.00–12.00 WIB` */
export const fromTo = (start: string, end: string) => `${start}–${end}`;

/** `Kelurahan Karawaci (Kec. Karawaci)` */
export const within = (kelurahan: string, kecamatan: string) => `${kelurahan} (Kec. ${kecamatan})`;

/** The weekday that was written is not the one of that date. */
export function wrongWeekday(written: string, date: Date): Html {
  return html`Ada yang tidak cocok: tertulis hari <b>${written}</b>, padahal ${dayAlone(date)} adalah hari <b>${weekday(date)}</b>. Mohon tulis lagi tanggalnya.`;
}

export const noSuchDay = html`Tanggal itu tidak ada di kalender. Mohon periksa, lalu tulis lagi.`;

export function whichDay(days: Date[]): Html {
  return html`Tanggalnya bisa ${days.map(longDate).join(' atau ')}. Mohon tulis salah satu dengan lengkap.`;
}

function weekday(date: Date): string {
  return longDate(date).split(',')[0] ?? '';
}

function dayAlone(date: Date): string {
  return longDate(date).split(', ')[1] ?? '';
}

const problems = {
  day: {
    past: html`Tanggal itu sudah lewat. Mohon tulis tanggal hari ini atau sesudahnya.`,
    too_far: html`Tanggal itu lebih dari dua tahun lagi. Mohon periksa tahunnya, lalu tulis lagi.`,
  },
  time: {
    past: html`Jam itu sudah lewat. Mohon tulis jam yang masih akan datang, atau ubah tanggalnya.`,
    end_before_start: html`Jam selesainya lebih awal daripada jam mulai. Mohon tulis lagi, misalnya <i>08.00 - 12.00</i>.`,
  },
  deadline: {
    past: html`Batas jawab itu sudah lewat. Mohon pilih waktu yang masih akan datang.`,
    after_start: html`Batas jawab itu sesudah acara dimulai. Mohon pilih waktu sebelum acara.`,
  },
};

export type Problem = {
  [F in keyof typeof problems]: { field: F; reason: keyof (typeof problems)[F] };
}[keyof typeof problems];

export function problemText(problem: Problem): Html {
  switch (problem.field) {
    case 'day':
      return problems.day[problem.reason];
    case 'time':
      return problems.time[problem.reason];
    case 'deadline':
      return problems.deadline[problem.reason];
  }
}

export function unclearPlace(said: string): Html {
  return html`"${said}" bisa beberapa. Yang dimaksud yang mana?`;
}

export function unknownPlace(said: string): Html {
  return html`"${said}" tidak ada di daftar kecamatan dan kelurahan. Mohon tulis lagi, atau pilih tombol.`;
}

export const pickKecamatan = html`<b>Kecamatan mana saja?</b> Tekan satu atau beberapa, lalu tekan Selesai.`;

export function confirmChange(field: Field, before: string, after: string, told: number): Html {
  return lines(
    html`<b>${fields[field]} diubah</b>`,
    html`Dari: ${before}`,
    html`Menjadi: <b>${after}</b>`,
    '',
    html`${count(told)} orang yang diundang akan diberi tahu.`,
  );
}

export function deadlineMoved(deadline: Date): Html {
  return html`Batas jawab ikut pindah ke ${dateAndTime(deadline)}.`;
}

export const stopped = html`Baik, tidak jadi. Tidak ada yang tersimpan.`;

export const nothingOpen = html`Pertanyaan itu sudah tidak berlaku. Lihat daftar acara dengan /acara.`;
