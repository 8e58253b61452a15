import { dateAndTime, monthOf, shortDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Asking the office, and being answered: what the person who asks sees. */

export const askMenu = 'Tanya petugas Dinsos';
export const askKey = '💬 Tanya Dinsos';
export const mineMenu = 'Pertanyaan saya dan jawabannya';

export const labels = {
  send: '✅ Kirim ke Dinsos',
  drop: 'Batal',
  join: (ticketId: number) => `➕ Tambahkan ke no. ${ticketId}`,
  reply: '↩️ Balas',
  settled: '✅ Sudah jelas, terima kasih',
  withdraw: 'Tidak jadi bertanya',
  mine: '📋 Pertanyaan saya',
  ask: '💬 Tanya lagi',
  offer: '💬 Tanyakan ke Dinsos',
  mineEntry: (ticketId: number, state: TicketState, words: string) =>
    `${stateMarks[state]} No. ${ticketId}: ${excerpt(words, 28)}`,
  withoutWords: 'Kirim tanpa penjelasan',
  dispute: {
    NOT_RECEIVED: 'Belum saya terima',
    WRONG_AMOUNT: 'Jumlah tidak sesuai',
    WRONG_NAME: 'Nama salah',
  },
};

export type DisputeKind = keyof typeof labels.dispute;
export type TicketKind = 'QUESTION' | DisputeKind;
export type TicketState = 'OFFERED' | 'WAITING' | 'ANSWERED' | 'CLOSED';

const stateMarks: Record<TicketState, string> = {
  OFFERED: '📝',
  WAITING: '⏳',
  ANSWERED: '💬',
  CLOSED: '✅',
};

/** No card or account may be sent: a chat is no place for them. */
export const noNumbers = html`Mohon jangan kirim foto KTP, buku rekening, atau nomor rekening di sini.`;

export const askWhat = lines(
  html`💬 <b>Tanya petugas Dinsos</b>`,
  '',
  html`Silakan tulis pertanyaan Bapak/Ibu. Boleh juga pesan suara atau foto.`,
  noNumbers,
  html`Tidak jadi? Ketik /batal.`,
);

/** When an answer comes: now that somebody is there, or from when on. */
export type ServiceWords = { isOpen: true } | { isOpen: false; opensAt: Date };

function whenAnswered(service: ServiceWords): Html {
  return service.isOpen
    ? html`Jawabannya datang di chat ini.`
    : html`Sekarang di luar jam layanan. Petugas menjawab mulai <b>${dateAndTime(service.opensAt)}</b>, di chat ini.`;
}

export const numbersHidden = html`Nomor panjang di pesan itu saya sembunyikan, supaya data Bapak/Ibu aman.`;

interface PassedWords {
  ticketId: number;
  service: ServiceWords;
  hidden: boolean;
}

export function passed({ ticketId, service, hidden }: PassedWords): Html {
  return lines(
    html`✅ Sudah saya teruskan ke petugas Dinsos, <b>no. ${ticketId}</b>.`,
    whenAnswered(service),
    hidden && numbersHidden,
  );
}

export function added({ ticketId, service, hidden }: PassedWords, reopened: boolean): Html {
  return lines(
    reopened
      ? html`✅ Pertanyaan <b>no. ${ticketId}</b> dibuka lagi, dan pesan Bapak/Ibu sudah saya teruskan.`
      : html`✅ Sudah saya tambahkan ke pertanyaan <b>no. ${ticketId}</b>.`,
    whenAnswered(service),
    hidden && numbersHidden,
  );
}

/** For words the bot has no answer to. */
export const offer = lines(
  html`Maaf, saya belum mengerti maksud Bapak/Ibu.`,
  html`Pesan tadi saya teruskan ke petugas Dinsos?`,
);

export const offerMedia = lines(
  html`Maaf, saya tidak bisa melihat atau mendengarkan itu.`,
  html`Saya teruskan ke petugas Dinsos?`,
  noNumbers,
);

/** For somebody who pressed *Tanya* long ago and writes now. */
export const offerLate = html`Pesan tadi saya teruskan ke petugas Dinsos sebagai pertanyaan?`;

export const dropped = html`Baik, tidak saya teruskan.`;
export const offerGone = html`Pesan itu sudah tidak tersimpan. Kalau masih mau bertanya, ketik /tanya.`;

/** Why words cannot be passed on. */
export const refusals = {
  empty: html`Pesannya kosong. Silakan tulis pertanyaan Bapak/Ibu.`,
  unsupported: html`Maaf, itu tidak bisa saya teruskan. Silakan tulis dengan kata-kata, atau kirim pesan suara atau foto.`,
  too_long: html`Pesannya terlalu panjang. Mohon dibagi menjadi dua pesan.`,
};

export const notYours = html`Maaf, pertanyaan itu tidak saya temukan. Untuk bertanya, ketik /tanya.`;

export function tooLate(ticketId: number): Html {
  return html`Pertanyaan <b>no. ${ticketId}</b> sudah lama selesai. Untuk bertanya lagi, tekan tombol di bawah atau ketik /tanya.`;
}

export function replyNow(ticketId: number): Html {
  return lines(
    html`↩️ Silakan tulis balasan untuk pertanyaan <b>no. ${ticketId}</b>.`,
    html`Tidak jadi? Ketik /batal.`,
  );
}

export function settled(ticketId: number): Html {
  return lines(
    html`Sama-sama, Bapak/Ibu 🙏 Pertanyaan <b>no. ${ticketId}</b> selesai.`,
    html`Kalau masih ada yang kurang jelas, balas pesan ini dalam 7 hari.`,
  );
}

export function withdrawn(ticketId: number): Html {
  return html`Baik, pertanyaan <b>no. ${ticketId}</b> dibatalkan.`;
}

export const thanks = html`Sama-sama, Bapak/Ibu 🙏`;

export function alreadySettled(ticketId: number): Html {
  return html`Pertanyaan <b>no. ${ticketId}</b> memang sudah selesai. Terima kasih 🙏`;
}

/** The office's answer. `question` is what it answers. */
export function answer(
  ticketId: number,
  { text, media, question }: { text: string; media: boolean; question: string },
): Html {
  return lines(
    html`💬 <b>Jawaban Dinsos</b> (no. ${ticketId})`,
    question !== '' && html`<i>Pertanyaan: ${excerpt(question, 120)}</i>`,
    '',
    text !== '' && html`${text}`,
    media && html`📎 Lampirannya di bawah ini.`,
    '',
    html`Masih ada pertanyaan? Balas pesan ini.`,
  );
}

export function closedByOffice(ticketId: number): Html {
  return lines(
    html`Petugas menandai pertanyaan <b>no. ${ticketId}</b> selesai.`,
    html`Kalau belum jelas, balas pesan ini dalam 7 hari.`,
  );
}

// ── the own questions ──────────────────────────────────────────────────────

export const mineEmpty = html`Bapak/Ibu belum pernah bertanya. Untuk bertanya, ketik /tanya lalu pertanyaannya.`;

export const mine = html`📋 <b>Pertanyaan Bapak/Ibu</b>`;

const stateLines: Record<TicketState, string> = {
  OFFERED: 'Belum dikirim.',
  WAITING: '⏳ Menunggu jawaban petugas.',
  ANSWERED: '💬 Sudah dijawab.',
  CLOSED: '✅ Selesai.',
};

export function ownTicket(
  { id, kind, period, status }: TicketHead & { status: TicketState },
  thread: readonly { fromOffice: boolean; text: string; media: MediaKind | null; at: Date }[],
): Html {
  return lines(
    html`📋 <b>No. ${id}: ${subject(kind, period)}</b>`,
    '',
    ...thread.map(
      ({ fromOffice, text, media, at }) =>
        html`${fromOffice ? 'Dinsos' : 'Bapak/Ibu'}, ${shortDate(at)}: ${said(text, media)}`,
    ),
    '',
    stateLines[status],
  );
}

interface TicketHead {
  id: number;
  kind: TicketKind;
  period: string | null;
}

export type MediaKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note';

const mediaWords: Record<MediaKind, string> = {
  photo: '📷 foto',
  document: '📎 berkas',
  video: '🎬 video',
  animation: '🎬 animasi',
  audio: '🎵 suara',
  voice: '🎤 pesan suara',
  video_note: '🎬 pesan video',
};

/** What somebody said, in one line: their words, and what came with them. */
export function said(text: string, media: MediaKind | null): string {
  return [media === null ? '' : mediaWords[media], text].filter((part) => part !== '').join(' ');
}

/** What a question is about. */
export function subject(kind: TicketKind, period: string | null): string {
  if (kind === 'QUESTION' || period === null) return 'pertanyaan';
  return `insentif ${monthOf(period)}, ${labels.dispute[kind].toLowerCase()}`;
}

export function excerpt(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
