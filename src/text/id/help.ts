import { type Html, html, lines } from '../html.ts';

/** What the bot can do for whoever asks, and whom else to ask. */

export const helpMenu = 'Bantuan: apa yang bisa dilakukan di sini';
export const helpKey = '❓ Bantuan';
export const menuMenu = 'Tampilkan tombol menu';

interface HelpFigures {
  commands: { name: string; description: string }[];
  /** Coordinators of the own area; empty when none is known. */
  coordinators: { name: string; username: string | null }[];
  isRegistered: boolean;
  hasRole: boolean;
}

export function help({ commands, coordinators, isRegistered, hasRole }: HelpFigures): Html {
  return lines(
    html`<b>Yang bisa Bapak/Ibu lakukan di sini</b>`,
    '',
    ...commands.map(({ name, description }) => html`/${name} – ${description}`),
    '',
    !isRegistered && !hasRole && html`Untuk mendaftar sebagai kader, ketik /start.`,
    isRegistered &&
      html`Undangan dijawab dengan tombol di pesannya. Salah tekan tidak apa-apa, jawaban bisa diubah.`,
    html`Salah langkah? Ketik /batal. Bingung? Ketik /menu.`,
    '',
    whomToAsk(coordinators),
  );
}

function whomToAsk(coordinators: HelpFigures['coordinators']): Html {
  const names = coordinators
    .map(({ name, username }) => (username === null ? name : `${name} (@${username})`))
    .join(', ');
  return names === ''
    ? html`Pertanyaan lain: ketik /tanya.`
    : html`Pertanyaan lain: ketik /tanya, atau hubungi koordinator Bapak/Ibu, <b>${names}</b>.`;
}

/** To a mere greeting; whoever is not known yet is told how to begin. */
export const greetings = {
  salam: (isKnown: boolean): Html => lines(html`Waalaikumsalam, Bapak/Ibu 🙏`, wayOn(isKnown)),
  hello: (isKnown: boolean): Html => lines(html`Halo, Bapak/Ibu 🙏`, wayOn(isKnown)),
};

function wayOn(isKnown: boolean): Html {
  return isKnown
    ? html`Ada yang bisa dibantu? Pilih tombol di bawah, atau tulis pertanyaannya.`
    : html`Untuk mendaftar sebagai kader, ketik /start.`;
}

export const menu = html`Silakan pilih tombol di bawah.`;
