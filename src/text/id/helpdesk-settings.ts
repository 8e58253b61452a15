import { WEEKDAY_NAMES } from '../../language/calendar-words.ts';
import { type Html, html, lines } from '../html.ts';

/** Answers kept for common questions, and the hours of the office. */

export const cannedMenu = 'Jawaban siap pakai';
export const hoursMenu = 'Jam layanan tanya jawab';

export const labels = {
  add: '➕ Tambah',
  change: '✏️ Ubah',
  remove: '🗑 Hapus',
  reallyRemove: 'Ya, hapus',
  back: '⬅️ Kembali',
  previous: '◀️',
  next: '▶️',
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

interface Span {
  weekday: number;
  from: number;
  to: number;
}

export function hours(spans: readonly Span[], reminderDays: number): Html {
  return lines(
    html`🕗 <b>Jam layanan tanya jawab</b>`,
    ...hoursLines(spans),
    '',
    html`Di luar jam itu, penanya diberi tahu kapan dijawab.`,
    html`Tiket yang ${reminderDays} hari belum dijawab diingatkan ke petugas setiap hari layanan pukul 08.00.`,
    '',
    html`Mengubah: <i>/jamlayanan Senin-Kamis 08.00-16.00, Jumat 08.00-15.00</i>`,
    html`Mengubah pengingat: <i>/jamlayanan pengingat 3</i>`,
  );
}

export function groupNumber(chatId: number): Html {
  return html`Nomor grup ini: <code>${chatId}</code>. Tulis di pengaturan sebagai HELPDESK_CHAT_ID, lalu pertanyaan kader datang ke sini.`;
}

export const groupsOnly = html`Ketik /nomorgrup di dalam grup petugas, bukan di sini.`;

export const hoursSaved = html`✅ Jam layanan disimpan.`;
export const daysSaved = html`✅ Pengingat disimpan.`;

export const hoursRefused = {
  unreadable: html`Maaf, jamnya tidak terbaca. Contoh: <i>/jamlayanan Senin-Jumat 08.00-16.00</i>`,
  ends_first: html`Jam selesainya harus sesudah jam mulai. Contoh: <i>/jamlayanan Senin-Jumat 08.00-16.00</i>`,
  days: html`Pengingatnya 1 sampai 30 hari. Contoh: <i>/jamlayanan pengingat 3</i>`,
};

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
