import { type Html, html, lines } from '../html.ts';

/** Answers kept for common questions. */

export const cannedMenu = 'Jawaban siap pakai';

export const labels = {
  add: '➕ Tambah',
  change: '✏️ Ubah',
  remove: '🗑 Hapus',
  reallyRemove: 'Ya, hapus',
  back: '⬅️ Kembali',
};

export function cannedList(total: number): Html {
  return total === 0
    ? lines(
        html`📚 <b>Jawaban siap pakai</b>`,
        html`Belum ada. Tekan <b>Tambah</b>, lalu tulis judul dan jawabannya.`,
      )
    : lines(html`📚 <b>Jawaban siap pakai</b>`, html`Pilih untuk melihat atau mengubahnya.`);
}

export function pickCanned(ticketId: number, person: string, total: number): Html {
  return total === 0
    ? lines(
        html`📚 Belum ada jawaban siap pakai.`,
        html`Tambahkan dulu lewat /jawaban di chat pribadi dengan saya.`,
      )
    : html`📚 Jawaban mana untuk <b>${person}</b> (tiket #${ticketId})?`;
}

export function preview(ticketId: number, person: string, text: string): Html {
  return lines(
    html`📚 Ini yang dikirim ke <b>${person}</b> (tiket #${ticketId}):`,
    '',
    html`${text}`,
  );
}

export function cannedCard(title: string, text: string): Html {
  return lines(html`📚 <b>${title}</b>`, '', html`${text}`);
}

export const askTitle = html`Apa judulnya? Judul pendek saja, misalnya: <i>Jadwal pencairan</i>. Tidak jadi? Ketik /batal.`;

export function askText(title: string): Html {
  return html`Sekarang tulis jawaban untuk <b>${title}</b>, seperti yang akan dibaca kader.`;
}

export const titleRefused = html`Judulnya 2 sampai 40 huruf, dalam satu baris. Silakan tulis lagi.`;
export const textRefused = html`Jawabannya 2 sampai 3.500 huruf, dengan kata-kata saja. Silakan tulis lagi.`;

export function saved(title: string): Html {
  return html`✅ Jawaban <b>${title}</b> disimpan.`;
}

export function confirmRemove(title: string): Html {
  return html`Hapus jawaban <b>${title}</b>?`;
}

export const removed = html`🗑 Jawaban itu dihapus.`;
export const gone = html`Jawaban itu sudah tidak ada.`;
