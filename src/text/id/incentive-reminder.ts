import { count, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type Sum, statusMarks, statusWords } from './incentive.ts';

/** Reminders to staff: lists that do not come, payments that do not move. */

export const menu = 'Pengingat daftar insentif untuk petugas';

export const labels = {
  day: (day: number) => `Tgl ${day}`,
  days: (days: number) => `${days} hari`,
  noList: 'Tanpa pengingat daftar',
  noStalled: 'Tanpa pengingat status',
  chosen: (label: string, isChosen: boolean) => (isChosen ? `✅ ${label}` : label),
  import: '📂 Masukkan daftarnya',
  report: '📊 Laporan insentif',
};

export function settings(listDay: number | null, stalledDays: number | null): Html {
  return lines(
    html`⏰ <b>Pengingat insentif untuk petugas</b>`,
    '',
    listDay === null
      ? html`1. Daftar bulan ini: <b>tidak diingatkan</b>.`
      : html`1. Daftar bulan ini harus sudah masuk <b>tanggal ${listDay}</b>. Kalau belum, semua petugas diingatkan sekali.`,
    stalledDays === null
      ? html`2. Status yang tidak bergerak: <b>tidak diingatkan</b>.`
      : html`2. Status yang tidak bergerak <b>${count(stalledDays)} hari</b> (diusulkan, diverifikasi, diproses): petugas diingatkan, paling sering seminggu sekali.`,
    '',
    html`Yang lazim: tanggal 10 dan 14 hari. Pilih di bawah, atau ketik sendiri: <i>/pengingatinsentif 12 21</i>. Kata <i>mati</i> mematikan, misalnya <i>/pengingatinsentif 12 mati</i>.`,
  );
}

export const notUnderstood = lines(
  html`Tulis tanggalnya (1–31), lalu jumlah harinya (1–365).`,
  html`Contoh: <i>/pengingatinsentif 12 21</i>. Untuk mematikan salah satu, tulis <i>mati</i>.`,
);

export function listMissing(period: string, day: number): Html {
  return lines(
    html`⏰ <b>Daftar insentif ${monthOf(period)} belum masuk</b>`,
    html`Batasnya tanggal ${day}. Selama belum masuk, kader yang bertanya hanya mendapat jawaban "belum ada daftar dari Dinsos".`,
  );
}

/** Months shown one by one; the others are counted. */
const mostLines = 15;

export function stalled(days: number, sums: readonly (Sum & { period: string })[]): Html {
  const more = sums.length - mostLines;
  return lines(
    html`⏰ <b>Insentif yang tidak bergerak ${count(days)} hari atau lebih</b>`,
    '',
    ...sums
      .slice(0, mostLines)
      .map(
        ({ period, status, months, amount }) =>
          html`${statusMarks[status]} ${monthOf(period)}, ${statusWords[status]}: <b>${count(months)}</b> orang, ${rupiah(amount)}`,
      ),
    more > 0 && html`… dan ${count(more)} lagi`,
    '',
    html`Kalau sudah ada kabar, masukkan lewat /impor insentif atau /rekonsiliasi.`,
  );
}
