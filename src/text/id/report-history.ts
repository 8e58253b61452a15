import { dateAndTime, longDate, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** What one kader answered and where they were. */

export const menu = 'Riwayat kegiatan dan kehadiran';

export const labels = {
  candidate: (name: string, area: string) => `${name}, ${area}`,
};

export const askName = lines(
  html`Riwayat siapa? Tulis awal namanya setelah perintah, misalnya:`,
  html`/riwayat Siti Am`,
);

export function choose(found: number, page: { at: number; of: number }): Html {
  return lines(
    html`Ada ${found} nama yang cocok. Yang mana?`,
    page.of > 1 &&
      html`Halaman ${page.at} dari ${page.of}. Lebih cepat dengan nama yang lebih lengkap.`,
  );
}

export function nobody(typed: string): Html {
  return lines(
    html`Tidak ada nama “${typed}” di wilayah Bapak/Ibu.`,
    html`Coba awal namanya saja, misalnya: /riwayat sit am`,
  );
}

export const notYours = html`Kader ini tidak ada di wilayah Bapak/Ibu. Cari nama lain: /riwayat NAMA`;

export const onlyOwn = html`<i>Riwayat kader lain hanya bisa dilihat koordinator dan petugas. Ini riwayat Bapak/Ibu sendiri:</i>`;

export const othersToo = html`Riwayat kader lain: ketik /riwayat diikuti namanya.`;

export interface EntryLines {
  title: string;
  startsAt: Date;
  isInvited: boolean;
  answer: {
    choice: 'HADIR' | 'TIDAK_HADIR' | 'IZIN';
    reason: string | null;
    at: Date;
    via: 'BUTTON' | 'TEXT' | 'STAFF';
    recordedBy: string | null;
  } | null;
  presence: 'came' | 'absent' | 'open' | 'not_checked';
  cameAt: Date | null;
  leftAt: Date | null;
}

export function history(
  who: { name: string; about: string; phone: string | null; isOwn: boolean; hasLeft: boolean },
  totals: { invited: number; answered: number; came: number; known: number },
  entries: EntryLines[],
  page: { at: number; of: number },
): Html {
  return lines(
    html`🧾 <b>${who.isOwn ? 'Riwayat Bapak/Ibu' : `Riwayat ${who.name}`}</b>`,
    html`${who.isOwn ? `${who.name}, ${who.about}` : who.about}${who.hasLeft ? ' (tidak lagi di daftar kader)' : ''}`,
    who.phone !== null && html`${who.phone}`,
    '',
    ...totalLines(totals),
    ...entries.flatMap(entryLines),
    ...(page.of > 1 ? ['', html`Halaman ${page.at} dari ${page.of}`] : []),
  );
}

function totalLines(totals: {
  invited: number;
  answered: number;
  came: number;
  known: number;
}): (Html | string)[] {
  const { invited, answered, came, known } = totals;
  if (invited === 0 && came === 0) return [html`Belum pernah ada undangan kegiatan.`];
  return [
    known === 0
      ? html`Belum ada kegiatan yang memakai absen.`
      : html`Datang <b>${came} dari ${known}</b> kegiatan yang memakai absen.`,
    html`Diundang ${invited} kali, dijawab ${answered} kali.`,
  ];
}

function entryLines(entry: EntryLines): (Html | string)[] {
  return [
    '',
    html`<b>${longDate(entry.startsAt)}</b>`,
    html`${entry.title}`,
    answerLine(entry),
    presenceLine(entry),
  ];
}

const answerWords = { HADIR: '✅ hadir', TIDAK_HADIR: '❌ tidak hadir', IZIN: '🙏 izin' } as const;
const ways = { BUTTON: 'lewat tombol', TEXT: 'lewat pesan', STAFF: 'dicatat petugas' } as const;

function answerLine({ isInvited, answer, presence }: EntryLines): Html {
  if (!isInvited) return html`Tidak diundang`;
  if (answer === null) return html`⏳ ${presence === 'open' ? 'Belum' : 'Tidak'} menjawab`;
  const why = answer.reason === null || answer.reason === '' ? '' : `, ${answer.reason}`;
  const way = answer.recordedBy === null ? ways[answer.via] : `dicatat oleh ${answer.recordedBy}`;
  return html`Jawaban: ${answerWords[answer.choice]}${why} (${way}, ${dateAndTime(answer.at)})`;
}

function presenceLine({ presence, cameAt, leftAt }: EntryLines): Html {
  switch (presence) {
    case 'came': {
      const left = leftAt === null ? '' : `, pulang lebih awal ${timeOfDay(leftAt)}`;
      return html`🏁 Datang ${cameAt === null ? '' : timeOfDay(cameAt)}${left}`;
    }
    case 'absent':
      return html`🪑 Tidak datang`;
    case 'open':
      return html`Kegiatannya belum selesai`;
    case 'not_checked':
      return html`Kegiatan ini tanpa absen`;
  }
}
