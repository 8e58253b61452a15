import { count } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import type { ResultFigures } from './broadcast-control.ts';

/** Second thoughts about an announcement that has left: correcting and withdrawing it. */

export const labels = {
  correct: '✏️ Ralat',
  withdraw: '🗑 Tarik',
  sendCorrection: '📤 Kirim ralat',
  confirmWithdrawal: '🗑 Ya, tarik',
  keep: 'Tidak jadi',
};

export const correctionTitle = 'Ralat pengumuman';
export const withdrawalTitle = 'Penarikan pengumuman';

export const askCorrection = lines(
  html`<b>Ralat</b>`,
  html`👆 Itu isinya sekarang. Salin, betulkan, lalu kirim isi yang benar, lengkap dari awal sampai akhir.`,
);

export const askCaption = lines(
  html`<b>Ralat</b>`,
  html`👆 Tulis keterangan yang benar untuk foto, video, atau berkas ini. Gambar atau berkasnya sendiri tetap.`,
);

export const writeText = html`Ralat ditulis sebagai teks biasa, ya. Tulis isi yang benar, atau ketik /batal.`;

export const confirmCorrection = lines(
  html`👆 <b>Begini isinya nanti.</b>`,
  html`Pesan yang sudah sampai akan diubah, yang belum berangkat langsung memakai isi ini. Bila pesannya tidak bisa diubah lagi, orangnya menerima pesan RALAT.`,
);

export const nothingToCorrect = html`Ralat ini sudah dikirim atau dibatalkan. Tekan Ralat lagi bila masih perlu.`;
export const correcting = html`✏️ Ralat sedang disiapkan…`;
export const withdrawing = html`🗑 Penarikan sedang disiapkan…`;
export const kept = html`Baik, pengumuman dibiarkan seperti semula.`;

export const confirmWithdrawal = lines(
  html`<b>Tarik pengumuman ini?</b>`,
  html`Yang belum berangkat dibatalkan, yang sudah sampai dihapus dari chat penerimanya. Telegram hanya mengizinkan sampai 48 jam setelah terkirim.`,
);

export const refusals = {
  gone: html`Pengumuman ini tidak ditemukan lagi.`,
  not_sent: html`Pengumuman ini belum dikirim.`,
  withdrawn: html`Pengumuman ini sudah ditarik.`,
  invitation: html`Undangan diubah atau dibatalkan lewat acaranya: /acara.`,
  unsendable: html`Telegram menolak isi ini. Coba tulis lagi tanpa format khusus.`,
};

export function correctionResult(figures: ResultFigures & { arrived: number }): Html {
  const edited = figures.sent - figures.arrived;
  return lines(
    figures.stopped
      ? html`<b>${correctionTitle}: dihentikan</b>`
      : html`<b>${correctionTitle}: selesai</b>`,
    html`✏️ Diubah di tempat: <b>${count(edited)}</b>`,
    figures.arrived > 0 && html`📨 Menerima pesan RALAT: <b>${count(figures.arrived)}</b>`,
    ...missed(figures),
  );
}

export function withdrawalResult(figures: ResultFigures): Html {
  return lines(
    figures.stopped
      ? html`<b>${withdrawalTitle}: dihentikan</b>`
      : html`<b>${withdrawalTitle}: selesai</b>`,
    html`🗑 Sudah dihapus: <b>${count(figures.sent)}</b>`,
    figures.expired > 0 &&
      html`⌛ Lewat 48 jam, tidak bisa dihapus lagi: ${count(figures.expired)}`,
    ...missed({ ...figures, expired: 0 }),
  );
}

function missed(figures: ResultFigures): (Html | false)[] {
  const failed = figures.failed.reduce((sum, entry) => sum + entry.count, 0);
  return [
    figures.blocked > 0 && html`🚫 Diblokir atau akun tidak aktif: ${count(figures.blocked)}`,
    failed > 0 && html`⚠️ Tidak bisa: ${count(failed)}`,
    ...figures.failed.map((entry) => html`   • ${entry.reason}: ${count(entry.count)}`),
    figures.expired > 0 && html`⌛ Kedaluwarsa: ${count(figures.expired)}`,
    figures.cancelled > 0 && html`⏹ Tidak jadi: ${count(figures.cancelled)}`,
    figures.uncertain > 0 && html`❔ Ragu sampai akhir: ${count(figures.uncertain)}`,
  ];
}
