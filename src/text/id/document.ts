import { count, dateAndTime, shortDate, timeOfDay, timeSpan } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Attendance lists and certificates, in the chat. */

export const rollMenu = 'Daftar hadir PDF dan XLSX';
export const certificateMenu = 'Sertifikat saya';

export const labels = {
  event: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
  otherEvents: '⬅️ Acara lain',
  back: '⬅️ Kembali',
  filledPdf: '📄 PDF dengan jam hadir',
  filledXlsx: '📊 XLSX dengan jam hadir',
  blankPdf: '🖊 Lembar kosong untuk tanda tangan (PDF)',
  blankXlsx: '📊 Lembar kosong (XLSX)',
  certificates: '🎓 Cetak sertifikat',
  arrival: (name: string, number: number) => `${name} (no. ${number})`,
};

export const chooseEvent = html`<b>Daftar hadir acara yang mana?</b>`;
export const noEvents = lines(
  html`Belum ada acara dengan undangan di wilayah Bapak/Ibu.`,
  html`Setelah undangan dikirim, daftar hadirnya bisa dicetak di sini.`,
);

export const rollRefusals = {
  unknown: html`Acara ini tidak ditemukan, atau undangannya belum dikirim. Acara lain: /daftarhadir`,
  cancelled: html`Acara ini sudah dibatalkan, jadi tidak ada daftar hadirnya. Acara lain: /daftarhadir`,
  nobody: html`Tidak ada kader di wilayah Bapak/Ibu yang diundang ke acara ini.`,
  no_times: html`Belum ada yang tercatat hadir, jadi belum ada jam untuk dicetak. Lembar kosong untuk tanda tangan bisa diunduh di /daftarhadir.`,
} as const;

export interface OfferLines {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  areas: string[] | null;
  tally: {
    invited: number;
    came: number;
    excused: number;
    declined: number;
    missing: number;
    walkIns: number;
  };
}

const areaLine = (areas: string[] | null) => html`Wilayah: ${areas?.join(', ') ?? 'seluruh kota'}`;

export function offer(event: OfferLines, hasTimes: boolean): Html {
  const { tally } = event;
  return lines(
    html`📝 <b>${event.title}</b>`,
    html`🗓 ${timeSpan(event.startsAt, event.endsAt)}`,
    html`📍 ${event.place}`,
    areaLine(event.areas),
    '',
    html`Diundang: <b>${count(tally.invited)}</b>`,
    ...(hasTimes
      ? [
          html`Hadir: <b>${count(tally.came)}</b>`,
          html`Izin: <b>${count(tally.excused)}</b>`,
          html`Tidak hadir: <b>${count(tally.declined)}</b>`,
          html`Tanpa keterangan: <b>${count(tally.missing)}</b>`,
          html`Hadir tanpa undangan: <b>${count(tally.walkIns)}</b>`,
        ]
      : [html`Belum ada yang tercatat hadir. Lembar kosongnya sudah bisa dicetak.`]),
  );
}

export const rollFileName = (
  eventId: number,
  variant: 'blank' | 'filled',
  format: 'pdf' | 'xlsx',
) => `daftar-hadir-acara-${eventId}${variant === 'blank' ? '-lembar-kosong' : ''}.${format}`;

export function rollCaption(
  title: string,
  people: number,
  stamp: { issuedAt: Date; printedCode: string; url: string },
): Html {
  return lines(
    html`📝 Daftar hadir <b>${title}</b>, ${count(people)} nama, per ${dateAndTime(stamp.issuedAt)}.`,
    checkLine(stamp),
  );
}

function checkLine({ printedCode, url }: { printedCode: string; url: string }): Html {
  return html`Kode dokumen: <code>${printedCode}</code>. Keasliannya bisa diperiksa di ${url}`;
}

export const chooseCertificate = html`🎓 <b>Sertifikat acara yang mana?</b>`;

export const noCertificates = lines(
  html`Belum ada sertifikat untuk Bapak/Ibu.`,
  html`Sertifikat diberikan setelah acara selesai, kepada yang tercatat hadir. Kalau waktu itu Bapak/Ibu hadir tetapi belum tercatat, mohon hubungi petugas Dinsos.`,
);

export function certificateLater(event: {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
}): Html {
  return lines(
    html`Terima kasih sudah hadir di <b>${event.title}</b>. 🙏`,
    event.endsAt === null
      ? html`Sertifikatnya bisa diambil mulai besok, lewat /sertifikat.`
      : html`Sertifikatnya bisa diambil setelah acara selesai (${dateAndTime(event.endsAt)}), lewat /sertifikat.`,
  );
}

export const certificateRefusals = {
  did_not_come: html`Tidak tercatat hadir di acara ini, jadi sertifikatnya tidak ada. Kalau ini keliru, mohon hubungi petugas Dinsos.`,
  cancelled: html`Acara ini dibatalkan, jadi tidak ada sertifikatnya.`,
} as const;

export const certificateFileName = (number: string) =>
  `sertifikat-${number.replaceAll('/', '-')}.pdf`;

export function certificateCaption(
  facts: { name: string; title: string; leftAt: Date | null },
  stamp: { printedCode: string; url: string },
): Html {
  return lines(
    html`🎓 Sertifikat <b>${facts.name}</b>, <b>${facts.title}</b>.`,
    facts.leftAt !== null &&
      html`Catatan: tercatat pulang lebih awal, pukul ${timeOfDay(facts.leftAt)}. Sertifikatnya tetap diberikan.`,
    checkLine(stamp),
  );
}

export const askName = lines(
  html`🎓 <b>Sertifikat untuk siapa?</b>`,
  html`Tulis namanya, tiga huruf pun cukup. Hanya yang tercatat hadir yang bisa dicetak.`,
);

export const tooShort = html`Mohon tulis paling sedikit tiga huruf dari namanya.`;

export function nobodyFound(written: string): Html {
  return html`Tidak ada yang tercatat hadir dengan nama "${written}". Coba tulis lagi, atau pilih Kembali.`;
}

export function found(people: number, shown: number): Html {
  return people > shown
    ? html`Ada ${count(people)} orang, ini ${count(shown)} yang pertama. Kalau belum ada, tulis namanya lebih lengkap.`
    : html`Yang mana? Kalau bukan, tulis lagi namanya.`;
}
