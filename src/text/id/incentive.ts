import { DateTime } from 'luxon';
import { count, dayOf, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** A person's own incentive: overview, year, one month. */

export const menu = 'Insentif saya: sudah cair atau belum';
export const key = '💰 Insentif';

export type Status = 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';

export const statusWords: Record<Status, string> = {
  PROPOSED: 'diusulkan',
  VERIFIED: 'diverifikasi',
  PROCESSED: 'diproses',
  TRANSFERRED: 'ditransfer',
  HELD: 'ditunda',
  REJECTED: 'ditolak',
};

export const statusMarks: Record<Status, string> = {
  PROPOSED: '📝',
  VERIFIED: '🔎',
  PROCESSED: '🔄',
  TRANSFERRED: '✅',
  HELD: '⏸',
  REJECTED: '❌',
};

/** What the status means, and what comes next. */
export const meanings: Record<Status, Html> = {
  PROPOSED: html`Nama Bapak/Ibu sudah diusulkan. Berikutnya Dinsos memeriksa daftarnya.`,
  VERIFIED: html`Daftarnya sudah diperiksa Dinsos. Berikutnya surat pembayaran (SPM dan SP2D) dibuat.`,
  PROCESSED: html`Surat pembayaran (SPM dan SP2D) sedang dibuat. Setelah itu bank mengirim uangnya ke rekening Bapak/Ibu.`,
  TRANSFERRED: html`Uangnya sudah dikirim ke rekening Bapak/Ibu. Silakan cek di bank atau ATM.`,
  HELD: html`Pembayarannya berhenti dulu. Kalau alasannya sudah beres, Dinsos melanjutkannya.`,
  REJECTED: html`Untuk bulan itu tidak ada pembayaran. Kalau menurut Bapak/Ibu keliru, hubungi koordinator atau Dinsos.`,
};

export const labels = {
  overview: '⬅️ Ringkasan',
  thisMonth: 'Rincian bulan ini',
  year: (year: string) => `Tahun ${year}`,
  month: (period: string) => shortMonth(period),
};

export function title(name: string): Html {
  return html`💰 <b>Insentif ${name}</b>`;
}

export interface Entry {
  period: string;
  amount: number;
  status: Status;
  statusDate: string | null;
  note: string | null;
}

/** The month that it is now, in full sentences. */
export function thisMonth(entry: Entry): Html {
  return lines(
    html`<b>${monthOf(entry.period)} (bulan ini)</b>`,
    html`${statusMarks[entry.status]} ${rupiah(entry.amount)}, ${statusSince(entry)}.`,
    reason(entry),
    meanings[entry.status],
  );
}

/** One month in one line: `✅ Apr 2024 · Rp500.000 · ditransfer 3 Mei`; the reason below where it is stopped. */
export function monthLine(entry: Entry): Html {
  const { period, amount, status, statusDate } = entry;
  const day = statusDate === null ? '' : ` ${shortDay(statusDate, period)}`;
  return lines(
    html`${statusMarks[status]} ${shortMonth(period)} · ${rupiah(amount)} · ${statusWords[status]}${day}`,
    (status === 'HELD' || status === 'REJECTED') && reason(entry),
  );
}

/** Months without anything recorded, each kind in plain words. */
export const emptyWords = {
  ahead: 'belum waktunya',
  before_scheme: 'insentif belum ada waktu itu',
  before_start: 'sebelum nama Bapak/Ibu tercatat',
  not_listed: 'nama Bapak/Ibu tidak ada di daftar',
  no_list: 'belum ada daftar dari Dinsos',
};

export type EmptyKind = keyof typeof emptyWords;

/** `▫️ Jan 2024 – Mar 2024: belum ada daftar dari Dinsos` */
export function emptyLine(from: string, to: string, kind: EmptyKind): Html {
  const months = from === to ? shortMonth(from) : `${shortMonth(from)} – ${shortMonth(to)}`;
  return html`▫️ ${months}: ${emptyWords[kind]}`;
}

const emptyMeanings: Record<EmptyKind, Html> = {
  ahead: html`Uangnya belum waktunya dibayarkan.`,
  before_scheme: html`Waktu itu insentif belum ada.`,
  before_start: html`Waktu itu nama Bapak/Ibu belum tercatat sebagai penerima.`,
  not_listed: html`Daftarnya sudah ada, tetapi nama Bapak/Ibu tidak tercantum. Silakan hubungi koordinator atau Dinsos.`,
  no_list: html`Daftar bulan ini belum masuk dari Dinsos. Begitu masuk, Bapak/Ibu bisa melihatnya di sini.`,
};

/** A month without anything recorded, in full sentences. */
export function emptyMonth(period: string, kind: EmptyKind, isThisMonth: boolean): Html {
  return lines(
    html`<b>${monthOf(period)}${isThisMonth ? ' (bulan ini)' : ''}</b>`,
    emptyMeanings[kind],
  );
}

export const lastTwelve = html`<b>12 bulan sebelumnya</b>`;

export function span(from: string, to: string): Html {
  return html`<b>${monthOf(from)} sampai ${monthOf(to)}</b>`;
}

export function yearTitle(year: string): Html {
  return html`<b>Tahun ${year}</b>`;
}

export interface Sum {
  status: Status;
  months: number;
  amount: number;
}

/** `Sudah ditransfer: Rp2.000.000 (4 bulan)` first, then what is still on its way or stopped. */
export function sums(all: readonly Sum[]): Html | null {
  if (all.length === 0) return null;
  const isPaid = ({ status }: Sum) => status === 'TRANSFERRED';
  return lines(
    ...all
      .filter(isPaid)
      .map(
        ({ amount, months }) =>
          html`Sudah ditransfer: <b>${rupiah(amount)}</b> (${count(months)} bulan)`,
      ),
    ...all
      .filter((sum) => !isPaid(sum))
      .map(
        ({ status, amount, months }) =>
          html`${capital(statusWords[status])}: ${rupiah(amount)} (${count(months)} bulan)`,
      ),
  );
}

/** `Tahun 2023: Rp6.000.000 sudah ditransfer (12 bulan)` */
export function yearSum(year: string, paid: Sum | null): Html {
  return paid === null
    ? html`Tahun ${year}: belum ada yang ditransfer`
    : html`Tahun ${year}: ${rupiah(paid.amount)} ditransfer (${count(paid.months)} bulan)`;
}

export interface Step {
  stage: Status;
  reached: boolean;
  since: string | null;
}

/** One month in full: how much, how far, why, and what comes next. */
export function month(entry: Entry, timeline: readonly Step[], standing: number | null): Html {
  const isStopped = entry.status === 'HELD' || entry.status === 'REJECTED';
  return lines(
    html`<b>${monthOf(entry.period)}: ${rupiah(entry.amount)}</b>`,
    standing !== null &&
      standing !== entry.amount &&
      html`Besaran yang berlaku bulan itu ${rupiah(standing)}. Selisihnya bisa ditanyakan ke Dinsos.`,
    '',
    ...timeline.map(
      ({ stage, reached, since }) =>
        html`${reached ? '✅' : '⬜'} ${stepWords[stage]}${since === null ? '' : `, ${dayOf(since)}`}`,
    ),
    isStopped && html`${statusMarks[entry.status]} <b>${capital(statusSince(entry))}</b>`,
    reason(entry),
    '',
    meanings[entry.status],
  );
}

const stepWords: Record<Status, string> = {
  PROPOSED: 'Diusulkan',
  VERIFIED: 'Diverifikasi Dinsos',
  PROCESSED: 'Diproses (SPM/SP2D)',
  TRANSFERRED: 'Ditransfer ke rekening',
  HELD: 'Ditunda',
  REJECTED: 'Ditolak',
};

/** Day of the last news, so that nobody takes old news for new. */
export function asOf(isoDay: string): Html {
  return html`<i>Menurut data Dinsos per ${dayOf(isoDay)}.</i>`;
}

export const nothingAtAll = lines(
  html`Belum ada data insentif atas nama Bapak/Ibu.`,
  html`Begitu daftarnya masuk dari Dinsos, Bapak/Ibu bisa melihatnya di sini.`,
);

export const askPeriod = lines(
  html`Maaf, bulan apa yang Bapak/Ibu maksud?`,
  html`Contoh: <i>/insentif april 2024</i>, atau <i>/insentif 2023</i>. Boleh juga pilih tombol di bawah.`,
);

export function statusSince({ status, statusDate }: Entry): string {
  const words = statusWords[status];
  if (statusDate === null) return words;
  return status === 'TRANSFERRED'
    ? `${words} ${dayOf(statusDate)}`
    : `${words} sejak ${dayOf(statusDate)}`;
}

export function reason({ note, status }: Entry): Html | null {
  if (note !== null)
    return status === 'HELD' || status === 'REJECTED'
      ? html`Alasan: ${note}`
      : html`Keterangan: ${note}`;
  return status === 'HELD' || status === 'REJECTED' ? html`Alasannya belum ditulis Dinsos.` : null;
}

/** `Apr 2024` */
function shortMonth(period: string): string {
  return DateTime.fromISO(`${period}-01`).setLocale('id').toFormat('LLL yyyy');
}

/** `3 Mei`, with its year when it is another one than the month's. */
function shortDay(isoDay: string, period: string): string {
  const sameYear = isoDay.slice(0, 4) === period.slice(0, 4);
  return DateTime.fromISO(isoDay)
    .setLocale('id')
    .toFormat(sameYear ? 'd LLL' : 'd LLL yyyy');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
