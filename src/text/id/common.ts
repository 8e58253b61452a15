import { html, lines } from '../html.ts';

/** What the bot says wherever no feature speaks. */

export const oops = lines(
  html`Maaf, ada gangguan di sistem kami. Tidak ada data Bapak/Ibu yang hilang.`,
  html`Silakan coba lagi sebentar lagi.`,
);

export const oldButton = 'Tombol ini sudah tidak berlaku. Silakan pakai menu di bawah.';

export const cancelled = html`Baik, dibatalkan. Tidak ada yang tersimpan.`;

export const nothingToCancel = html`Tidak ada yang perlu dibatalkan.`;

export const privateChatOnly = html`Mohon chat saya secara pribadi, supaya data Bapak/Ibu tidak terbaca orang lain.`;

export const privateButtonOnly = 'Tombol ini hanya untuk chat pribadi dengan saya.';

/** Said in a group to somebody who has never spoken to the bot alone. */
export const strangerInGroup =
  'Maaf, saya belum mengenal Bapak/Ibu. Mohon chat saya secara pribadi dulu, lalu tekan /start.';

/** Said in a group to an admin of it who writes in its name. */
export const namelessInGroup = html`Bapak/Ibu menulis sebagai admin anonim, jadi saya tidak tahu siapa yang menjawab dan pesan itu tidak saya teruskan. Mohon matikan "Tetap anonim" di pengaturan admin grup, lalu balas sekali lagi.`;

export const notUnderstood = lines(
  html`Maaf, saya belum mengerti maksud Bapak/Ibu.`,
  html`Silakan pilih tombol di bawah, atau ketik /bantuan.`,
);

const registerFirst = lines(
  html`Untuk itu Bapak/Ibu perlu terdaftar dulu.`,
  html`Caranya mudah: ketik /start, lalu ikuti petunjuknya.`,
  html`Sudah mengajukan? Di /start juga terlihat sampai mana pemeriksaannya.`,
);

/** Said to the office where registering would not help: they are no kader. */
export const kaderOnly = html`Bagian ini untuk kader. Yang bisa Bapak/Ibu pakai ada di /bantuan.`;

/** Said to somebody who may not do this. */
export const refusals = {
  member: registerFirst,
  kader: registerFirst,
  coordinator: html`Maaf, bagian ini hanya untuk koordinator dan petugas Dinsos. Yang bisa Bapak/Ibu pakai ada di /bantuan.`,
  staff: html`Maaf, bagian ini hanya untuk petugas Dinsos. Yang bisa Bapak/Ibu pakai ada di /bantuan.`,
  admin: html`Maaf, bagian ini hanya untuk admin Dinsos. Yang bisa Bapak/Ibu pakai ada di /bantuan.`,
};

export const cancelCommand = 'Batalkan yang sedang diisi';

export const placeholder = 'Tulis pesan atau pilih tombol…';

/** For browsers that ask for an address that is nowhere. */
export const noSuchPage =
  'Halaman ini tidak ada. Mohon periksa lagi alamatnya, atau minta tautan yang baru kepada bot.\n';
