import type { PersonAction } from '../../contract.ts';
import { Refused } from '../simulator-client.ts';

const WORDS: Record<PersonAction['do'], string> = {
  say: 'Pesan tidak dapat dikirim.',
  tap: 'Tombol ini sudah tidak berlaku.',
  shareContact: 'Kontak tidak dapat dibagikan. Apakah orang ini punya nomor?',
  shareLocation: 'Lokasi tidak dapat dibagikan.',
  sendSticker: 'Stiker tidak dapat dikirim.',
  forward: 'Pesan ini tidak dapat diteruskan.',
  editMessage: 'Pesan ini tidak dapat diubah.',
  followLink: 'Tautan ini tidak menuju bot yang ada di sini.',
  read: 'Pesan belum dapat ditandai sudah dibaca.',
  blockBot: 'Bot tidak dapat diblokir.',
  unblockBot: 'Blokir tidak dapat dibuka.',
};

/** What to tell the person when Telegram's app would not do something. */
export function refusalWords(action: PersonAction['do'] | 'sendFile'): string {
  return action === 'sendFile' ? 'Berkas tidak dapat dikirim.' : WORDS[action];
}

/** An error as a notice shows it: a refusal in `words`, anything else in its own. */
export function explained(error: unknown, words: string): { text: string; detail?: string } {
  if (error instanceof Refused) return { text: words, detail: error.message };
  return { text: error instanceof Error ? error.message : String(error) };
}
