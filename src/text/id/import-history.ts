import { count, dateAndTime, monthOf } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { byWhom, type ImportWord, words } from './transfer.ts';
import type { Counts } from './transfer-rows.ts';

/** What was imported, and taking it back. */

export const labels = {
  file: (fileName: string, isUndone: boolean) => `${isUndone ? '↩️' : '✅'} ${fileName}`,
  back: '⬅️ Riwayat',
  newer: '◀️ Lebih baru',
  older: 'Lebih lama ▶️',
  undo: '↩️ Batalkan impor ini',
  undoNow: '↩️ Ya, batalkan impor ini',
  keep: 'Tidak jadi',
  next: '📣 Pemberitahuan',
  later: (fileName: string) => `Buka ${fileName}`,
};

export const nothingYet = html`Belum ada berkas yang diterapkan.`;
export const title = lines(
  html`🗂 <b>Riwayat impor</b>`,
  html`Pilih berkas untuk melihat rinciannya.`,
);
export const gone = html`Impor itu tidak ada lagi di riwayat.`;

export interface Applied {
  fileName: string;
  word: ImportWord;
  sentBy: string | null;
  appliedBy: string | null;
  appliedAt: Date;
  did: Counts;
  undone: { at: Date; by: string | null } | null;
}

export function applied(file: Applied): Html {
  const { did, undone } = file;
  return lines(
    html`📄 <b>${file.fileName}</b> (${words[file.word].title})`,
    file.sentBy !== null && html`Dikirim oleh ${file.sentBy}.`,
    html`Diterapkan ${byWhom(file.appliedBy)}pada ${dateAndTime(file.appliedAt)}.`,
    html`Baru ${count(did.created)}, berubah ${count(did.changed)}, tetap ${count(did.unchanged)}, ditolak ${count(did.refused)}.`,
    undone !== null &&
      html`↩️ <b>Dibatalkan ${byWhom(undone.by)}pada ${dateAndTime(undone.at)}.</b>`,
  );
}

export interface Undo {
  restored: number;
  removed: number;
}

export function undoPlan({ restored, removed }: Undo): Html {
  return lines(
    restored > 0 && html`• ${count(restored)} data dikembalikan seperti semula`,
    removed > 0 && html`• ${count(removed)} data dihapus, karena sebelumnya belum ada`,
  );
}

export function askUndo(fileName: string, plan: Undo): Html {
  return lines(
    html`↩️ <b>Batalkan impor ${fileName}?</b>`,
    undoPlan(plan),
    html`Pemberitahuan yang belum terkirim ikut dibatalkan. Riwayat perubahannya tetap tersimpan.`,
  );
}

export function blocked(
  fileName: string,
  { later, locked }: { later: { name: string | null; rows: number }[]; locked: string[] },
): Html {
  return lines(
    html`<b>${fileName} belum bisa dibatalkan.</b>`,
    ...later.map(({ name, rows }) =>
      name === null
        ? html`• ${count(rows)} data sudah diubah lagi di luar impor.`
        : html`• ${count(rows)} data sudah diubah lagi oleh <b>${name}</b>. Batalkan dulu impor itu.`,
    ),
    locked.length > 0 &&
      html`• Bulan ${locked.map(monthOf).join(', ')} terkunci. Admin bisa membukanya lewat /kunci.`,
    html`Tidak ada yang berubah.`,
  );
}

export function undone(fileName: string, plan: Undo): Html {
  return lines(html`✅ Impor ${fileName} sudah dibatalkan seluruhnya.`, undoPlan(plan));
}

export const kept = html`Baik, tidak ada yang berubah.`;
export const cannotUndo = html`Impor ini tidak bisa dibatalkan. Yang bisa hanya daftar insentif yang sudah diterapkan.`;
