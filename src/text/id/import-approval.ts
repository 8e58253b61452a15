import { type Html, html, lines } from '../html.ts';
import { undoPlan } from './import-history.ts';
import { type ImportWord, words } from './transfer.ts';

/** A second pair of eyes on an import. */

export const labels = {
  details: '📄 Lihat rinciannya',
  apply: '✅ Terapkan',
  undo: '↩️ Batalkan impornya',
  reject: '❌ Tolak',
  withdraw: 'Tarik kembali',
};

export function askToApply(
  asker: string | null,
  fileName: string,
  word: ImportWord,
  summary: Html,
): Html {
  return lines(
    html`<b>Mohon diperiksa</b>`,
    html`${asker ?? 'Petugas di komputer server'} ingin menerapkan berkas <b>${fileName}</b> (${words[word].title}).`,
    '',
    summary,
  );
}

export function askToUndo(
  asker: string | null,
  fileName: string,
  plan: { restored: number; removed: number },
): Html {
  return lines(
    html`<b>Mohon diperiksa</b>`,
    html`${asker ?? 'Petugas di komputer server'} ingin membatalkan impor <b>${fileName}</b>:`,
    undoPlan(plan),
  );
}

export function waiting(isNew: boolean): Html {
  return lines(
    html`<b>Menunggu persetujuan</b>`,
    isNew
      ? html`Impor insentif perlu disetujui satu petugas lain. Mereka sudah diberi tahu.`
      : html`Permintaan ini masih menunggu petugas lain.`,
  );
}

export const nobodyElse = html`Impor insentif perlu disetujui petugas lain, tetapi belum ada petugas lain yang bisa dihubungi. Undang dulu dengan /petugas.`;

export type Decision = 'APPROVED' | 'REJECTED' | 'OUTDATED';

export function decided(decision: Decision, isUndo: boolean, by: string, fileName: string): Html {
  const what = isUndo ? 'pembatalan impor' : 'impor';
  switch (decision) {
    case 'APPROVED':
      return html`✅ ${by} menyetujui ${what} <b>${fileName}</b>. ${isUndo ? 'Impor itu sudah dibatalkan.' : 'Datanya sudah diterapkan.'}`;
    case 'REJECTED':
      return html`❌ ${by} belum menyetujui ${what} <b>${fileName}</b>. Tidak ada yang berubah.`;
    case 'OUTDATED':
      return html`Datanya sudah berubah sejak ${what} <b>${fileName}</b> diminta, jadi belum dijalankan. Silakan periksa lagi, lalu minta sekali lagi.`;
  }
}

export const youRejected = html`❌ Ditolak. Tidak ada yang berubah; peminta sudah diberi tahu.`;
export const notYourself = html`Impor sendiri perlu disetujui petugas lain.`;
export const alreadyDecided = html`Permintaan itu sudah diputuskan, atau sudah ditarik kembali.`;
export const withdrawn = html`Permintaan ditarik kembali. Tidak ada yang berubah.`;
export const outdated = html`Datanya sudah berubah sejak diminta, jadi belum dijalankan. Peminta sudah diberi tahu.`;
