import { count, roughDuration } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** An announcement on its way, and what it came to. */

export const labels = {
  pause: '⏸ Jeda',
  resume: '▶️ Lanjutkan',
  stop: '⏹ Hentikan',
  retry: (failed: number) => `🔁 Kirim ulang yang gagal (${count(failed)})`,
};

export const invitationTitle = (event: string) => `Undangan ${event}`;

export interface ProgressFigures {
  title: string;
  finished: number;
  total: number;
  share: number;
  rate: number;
  secondsLeft: number | null;
}

/** @param takesBack deletes what was sent instead of sending */
export function progress(figures: ProgressFigures, takesBack: boolean): Html {
  const { title, rate, secondsLeft } = figures;
  return lines(
    html`<b>${title}: sedang ${takesBack ? 'berjalan' : 'dikirim'}…</b>`,
    bar(figures),
    html`${soFar(figures)}${rate >= 1 ? ` · ${count(rate)} per detik` : ''}`,
    secondsLeft !== null && html`Sisa ${roughDuration(secondsLeft)}.`,
  );
}

export function paused({
  pauseReason,
  ...figures
}: ProgressFigures & { pauseReason: string | null }): Html {
  return lines(
    html`<b>${figures.title}: dijeda</b>`,
    bar(figures),
    html`${soFar(figures)} · ${count(figures.total - figures.finished)} menunggu`,
    pauseReason !== null && html`Dijeda sendiri, karena Telegram menolaknya: <i>${pauseReason}</i>`,
  );
}

/** Stopped, while the last answers from Telegram are still to come. */
export function stopping(figures: ProgressFigures): Html {
  return lines(
    html`<b>${figures.title}: menghentikan…</b>`,
    html`Menunggu kabar ${count(figures.total - figures.finished)} pesan yang sudah terlanjur berangkat.`,
  );
}

function bar({ share }: ProgressFigures): Html {
  const filled = Math.floor(share * 10);
  return html`${'▓'.repeat(filled)}${'░'.repeat(10 - filled)} ${Math.floor(share * 100)}%`;
}

function soFar({ finished, total }: ProgressFigures): string {
  return `${count(finished)} dari ${count(total)}`;
}

export function pausedItself(title: string, reason: string): Html {
  return lines(
    html`⚠️ <b>${title}: dijeda sendiri</b>`,
    html`Telegram menolaknya berkali-kali dengan alasan yang sama: <i>${reason}</i>`,
    html`Sisanya ditahan supaya tidak gagal semua. Periksa dulu isinya, lalu lanjutkan atau hentikan.`,
  );
}

export interface ResultFigures {
  title: string;
  stopped: boolean;
  sent: number;
  blocked: number;
  failed: { reason: string; count: number }[];
  expired: number;
  cancelled: number;
  /** Connections lost while sending, by what was found out afterwards. */
  doubts: { proven: number; disproven: number; undecided: number };
  /** Still in doubt in the end. */
  uncertain: number;
  unreachable: number;
}

export function result(figures: ResultFigures): Html {
  const { doubts } = figures;
  const failed = figures.failed.reduce((sum, entry) => sum + entry.count, 0);
  return lines(
    figures.stopped
      ? html`<b>${figures.title}: dihentikan</b>`
      : html`<b>${figures.title}: selesai dikirim</b>`,
    html`✅ Terkirim: <b>${count(figures.sent)}</b>`,
    figures.blocked > 0 && html`🚫 Diblokir atau akun tidak aktif: ${count(figures.blocked)}`,
    failed > 0 && html`⚠️ Gagal: ${count(failed)}`,
    ...figures.failed.map((entry) => html`   • ${entry.reason}: ${count(entry.count)}`),
    figures.expired > 0 && html`⌛ Kedaluwarsa: ${count(figures.expired)}`,
    figures.cancelled > 0 && html`⏹ Tidak jadi dikirim: ${count(figures.cancelled)}`,
    doubts.proven + doubts.disproven + doubts.undecided > 0 &&
      html`❔ Jaringan terputus saat mengirim: ${count(doubts.proven + doubts.disproven + doubts.undecided)}`,
    doubts.proven > 0 && html`   • terbukti sampai: ${count(doubts.proven)}`,
    doubts.disproven > 0 &&
      html`   • terbukti tidak sampai, lalu dikirim ulang: ${count(doubts.disproven)}`,
    doubts.undecided > 0 &&
      html`   • tidak pasti, dikirim ulang sekali: ${count(doubts.undecided)} (mungkin ada yang menerima dua kali)`,
    figures.uncertain > 0 &&
      html`❔ Ragu sampai akhir: ${count(figures.uncertain)}. Mohon ditanyakan kepada yang bersangkutan.`,
    figures.unreachable > 0 &&
      html`📵 Belum terjangkau Telegram: ${count(figures.unreachable)}. Mohon ditelepon.`,
  );
}

/** What became of somebody's message, in the list of those who did not get it. */
export const missedStatuses = {
  BLOCKED: 'Memblokir bot atau akun tidak aktif',
  FAILED: 'Ditolak Telegram',
  EXPIRED: 'Sudah lewat waktunya',
  UNCERTAIN: 'Ragu: mungkin sudah sampai',
  CANCELLED: 'Tidak jadi dikirim',
};

/** Said in place of a notice whose button was pressed. */
export const done = {
  paused: html`⏸ Pengiriman dijeda.`,
  resumed: html`▶️ Pengiriman dilanjutkan.`,
  stopped: html`⏹ Pengiriman dihentikan.`,
  retried: html`🔁 Yang gagal sedang dikirim ulang.`,
};

export const refusals = {
  gone: html`Pengumuman ini tidak ditemukan lagi. Buat yang baru dengan /siaran.`,
  already_finished: html`Pengiriman ini sudah selesai.`,
  already_paused: html`Pengiriman ini sedang dijeda.`,
  already_sending: html`Pengiriman ini sedang berjalan.`,
  nothing_failed: html`Tidak ada yang perlu dikirim ulang.`,
};
