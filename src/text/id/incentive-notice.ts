import { count, dateAndTime, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type Entry, meanings, reason, statusMarks, statusSince } from './incentive.ts';

/** Telling people that a month of theirs was transferred or is held. */

export const menu = 'Beri tahu kader yang insentifnya ditransfer atau ditunda';

export const labels = {
  send: (people: number) => `📣 Kirim ke ${count(people)} orang`,
  wait: 'Tahan dulu',
  look: '💰 Lihat insentif saya',
  open: (fileName: string, people: number) => `${fileName} · ${count(people)} orang`,
};

/** More months than these are only counted, so that the message stays short. */
const mostMonths = 8;

/** The news to one person, what each status means below its months; `months` oldest first. */
export function news(name: string, months: readonly [Entry, ...Entry[]]): Html {
  const shown = months.slice(-mostMonths);
  const statuses = [...new Set(shown.map(({ status }) => status))];
  return lines(
    html`💰 <b>Kabar insentif ${name}</b>`,
    ...statuses.flatMap((status) => [
      '',
      ...shown.filter((month) => month.status === status).map(monthLine),
      meanings[status],
    ]),
    ...(months.length > shown.length
      ? [
          '',
          html`… dan ${count(months.length - shown.length)} bulan sebelumnya. Semuanya ada di /insentif.`,
        ]
      : []),
  );
}

function monthLine(month: Entry): Html {
  return lines(
    html`${statusMarks[month.status]} ${monthOf(month.period)}: <b>${rupiah(month.amount)}</b> ${statusSince(month)}.`,
    month.status === 'HELD' && reason(month),
  );
}

export interface Offer {
  fileName: string;
  people: number;
  transferred: number;
  held: number;
  withoutTelegram: number;
}

/** What there is to tell, before it is told. */
export function offer(seen: Offer): Html {
  const { people, withoutTelegram } = seen;
  return lines(
    html`📣 <b>Pemberitahuan</b>: ${counted(seen)}`,
    html`Berkas: ${seen.fileName}`,
    people > 0
      ? html`Mereka belum diberi tahu. Kirim sekarang?`
      : html`Belum ada yang bisa diberi tahu.`,
    withoutTelegram > 0 &&
      html`Yang tanpa Telegram tetap bisa diberi tahu nanti, setelah mendaftar.`,
  );
}

/** `812 orang (790 ditransfer, 22 ditunda), 14 tanpa Telegram` */
function counted({ people, transferred, held, withoutTelegram }: Offer): Html {
  const kinds = [
    transferred > 0 && `${count(transferred)} ditransfer`,
    held > 0 && `${count(held)} ditunda`,
  ].filter((kind) => kind !== false);
  return html`<b>${count(people)} orang</b>${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}${
    withoutTelegram > 0 ? `, ${count(withoutTelegram)} tanpa Telegram` : ''
  }`;
}

export function sent(people: number, later: Date | null): Html {
  return later === null
    ? html`✅ Pemberitahuan untuk ${count(people)} orang sedang dikirim.`
    : html`✅ Pemberitahuan untuk ${count(people)} orang akan dikirim ${dateAndTime(later)}, supaya tidak mengganggu malam-malam.`;
}

export const waiting = lines(
  html`Baik, belum ada yang dikirim.`,
  html`Kalau sudah waktunya, buka lagi lewat /pemberitahuan.`,
);

export const nothingToTell = html`Tidak ada yang perlu diberitahukan. Semuanya sudah dikirim, atau datanya sudah berubah lagi.`;
export const gone = html`Impor ini sudah dibatalkan, jadi tidak ada yang dikirim.`;

export const list = lines(
  html`📣 <b>Pemberitahuan insentif</b>`,
  html`Ada kabar yang belum disampaikan. Pilih berkasnya.`,
);
