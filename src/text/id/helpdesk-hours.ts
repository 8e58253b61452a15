import { DateTime } from 'luxon';
import { WEEKDAY_NAMES } from '../../language/calendar-words.ts';
import { longDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The hours of the office, its holidays, and the number of its group. */

export const hoursMenu = 'Jam layanan tanya jawab';

interface Span {
  weekday: number;
  from: number;
  to: number;
}

interface Times {
  hours: readonly Span[];
  /** As `2024-12-25`, none of them over. */
  holidays: readonly string[];
  reminderDays: number;
}

export function hours({ hours: spans, holidays, reminderDays }: Times): Html {
  return lines(
    html`🕗 <b>Jam layanan tanya jawab</b>`,
    ...hoursLines(spans),
    '',
    holidays.length > 0 && html`🏖 Libur: ${dayList(holidays)}.`,
    html`Di luar jam itu, penanya diberi tahu kapan dijawab.`,
    html`Tiket yang ${reminderDays} hari belum dijawab diingatkan ke petugas setiap hari layanan pukul 08.00.`,
    '',
    html`Mengubah: <i>/jamlayanan Senin-Kamis 08.00-16.00, Jumat 08.00-15.00</i>`,
    html`Hari libur: <i>/jamlayanan libur 25-26 Desember</i>`,
    html`Ternyata masuk: <i>/jamlayanan masuk 26 Desember</i>`,
    html`Mengubah pengingat: <i>/jamlayanan pengingat 3</i>`,
  );
}

export function groupNumber(chatId: number): Html {
  return html`Nomor grup ini: <code>${chatId}</code>. Tulis di pengaturan sebagai HELPDESK_CHAT_ID, lalu pertanyaan kader datang ke sini.`;
}

export const groupsOnly = html`Ketik /nomorgrup di dalam grup petugas, bukan di sini.`;

/** What an admin hears of a change. */
export const saved = {
  hours: html`✅ Jam layanan disimpan.`,
  reminder: html`✅ Pengingat disimpan.`,
};

export const daysSaved = {
  holidays: (days: readonly string[]): Html => html`✅ Dicatat libur: <b>${dayList(days)}</b>.`,
  workdays: (days: readonly string[]): Html => html`✅ Tidak libur: <b>${dayList(days)}</b>.`,
};

export const hoursRefused = {
  unreadable: html`Maaf, jamnya tidak terbaca. Contoh: <i>/jamlayanan Senin-Jumat 08.00-16.00</i>`,
  ends_first: html`Jam selesainya harus sesudah jam mulai. Contoh: <i>/jamlayanan Senin-Jumat 08.00-16.00</i>`,
  reminder: html`Pengingatnya 1 sampai 30 hari. Contoh: <i>/jamlayanan pengingat 3</i>`,
};

const holidayExample = html`Contoh: <i>/jamlayanan libur 25 Desember</i>, atau <i>/jamlayanan libur 25-26 Desember</i>`;

/** Why days were not taken. */
export const holidayRefused = {
  no_date: html`Maaf, tanggalnya tidak terbaca. ${holidayExample}`,
  impossible_date: html`Tanggal itu tidak ada di kalender. ${holidayExample}`,
  weekday_mismatch: html`Hari dan tanggalnya tidak cocok. Mohon tulis tanggalnya saja. ${holidayExample}`,
  ambiguous_date: html`Hari itu bisa berarti dua tanggal. Mohon tulis tanggalnya. ${holidayExample}`,
  past: html`Tanggal itu sudah lewat. ${holidayExample}`,
  ends_first: html`Hari terakhirnya harus sesudah hari pertama. ${holidayExample}`,
  too_long: html`Liburnya paling lama 31 hari sekali catat. ${holidayExample}`,
};

/** `Rabu, 25 Desember 2024; Kamis, 26 Desember 2024`; days in a row as `… s.d. …`. */
function dayList(days: readonly string[]): string {
  const runs: { first: DateTime; last: DateTime }[] = [];
  for (const day of days.map((iso) => DateTime.fromISO(iso))) {
    const run = runs.at(-1);
    if (run !== undefined && day.hasSame(run.last.plus({ days: 1 }), 'day')) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .map(({ first, last }) => {
      const [from, to] = [longDate(first.toJSDate()), longDate(last.toJSDate())];
      return from === to ? from : `${from} s.d. ${to}`;
    })
    .join('; ');
}

/** `Senin–Kamis 08.00–16.00`, neighbouring days with the same hours in one line. */
function hoursLines(spans: readonly Span[]): string[] {
  const groups: { first: number; last: number; words: string }[] = [];
  for (const { weekday, from, to } of spans) {
    const words = `${clock(from)}–${clock(to)}`;
    const group = groups.find((other) => other.words === words && other.last === weekday - 1);
    if (group === undefined) groups.push({ first: weekday, last: weekday, words });
    else group.last = weekday;
  }
  return groups.map(({ first, last, words }) => {
    const days = first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`;
    return `${days} ${words}`;
  });
}

function dayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1] ?? '';
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}
