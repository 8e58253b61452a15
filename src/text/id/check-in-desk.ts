import { count, dateAndTime, shortDate, timeOfDay, timeSpan } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { arrival } from './check-in.ts';

/** Check-in as staff and coordinators meet it: the card of /absen, and the desk in chat. */

export const menu = 'Absen di tempat acara';
export const key = '✅ Absen';

export const labels = {
  event: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
  create: '➕ Buat acara',
  otherEvents: '⬅️ Acara lain',
  openAnyway: 'Ya, buka absen sekarang',
  wall: '🖥 Layar',
  deskPage: '📱 Meja',
  desk: '💬 Meja di chat',
  venue: '📍 Lokasi & radius',
  refresh: '🔄 Segarkan',
  close: '⏹ Tutup absen',
  reopen: '▶️ Buka lagi',
  back: '⬅️ Kembali',
  radius: (metres: number, chosen: boolean) => `${chosen ? '✔️ ' : ''}${metres} m`,
  noVenue: 'Tanpa bukti lokasi',
  sendLocation: '📍 Kirim lokasi saya',
  guest: '➕ Tidak ada di daftar',
  leaveDesk: 'Selesai',
  undo: '↩️ Urungkan',
  doubles: (people: number) => `👥 Mungkin dobel (${count(people)})`,
  undoDouble: (number: number) => `↩️ Urungkan nomor ${number}`,
  left: '🚶 Pulang lebih awal',
  stayed: '↩️ Tidak jadi pulang',
  recordAgain: 'Catat lagi',
  elsewhere: 'Dari luar kota / tidak tahu',
  ownReason: '✍️ Alasan lain',
  another: 'Orang lain, catat juga',
  same: 'Orang yang sama',
  keepDesk: (title: string) => `Catat di: ${title}`,
};

/** Why somebody uninvited came; the words are kept as the reason. */
export const reasons = {
  substitute: 'Menggantikan yang diundang',
  uninvited: 'Undangan belum sampai',
  asked: 'Diminta datang',
} as const;

interface EventLines {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
}

function head({ title, startsAt, endsAt, place }: EventLines): Html {
  return lines(html`<b>${title}</b>`, html`🗓 ${timeSpan(startsAt, endsAt)}`, html`📍 ${place}`);
}

export const chooseEvent = html`✅ Absen untuk acara yang mana?`;

export const noEvents = lines(
  html`Belum ada acara yang undangannya sudah dikirim.`,
  html`Acara dibuat lewat /acara.`,
);

export function confirmOtherDay(event: EventLines, isOver: boolean): Html {
  return lines(
    head(event),
    '',
    html`Acara ini <b>bukan hari ini</b>. Tetap buka absen sekarang?`,
    isOver
      ? html`Yang dicatat sekarang memakai jam sekarang.`
      : html`Untuk mencoba layar tidak apa-apa: scan dari kader mulai dihitung menjelang acara.`,
  );
}

export interface Counts {
  invited: number;
  came: number;
  walkIns: number;
  leftEarly: number;
  /** People who may have been written down twice. */
  doubles: number;
}

export interface CardFacts extends EventLines {
  openedAt: Date;
  closedAt: Date | null;
  /** Where it lies in the future: from when scans count. */
  scansFrom: Date | null;
  /** Metres; null: no proof of place. */
  radius: number | null;
  counts: Counts;
  latest: { number: number; name: string; at: Date }[];
  /** Addresses that cannot be buttons. */
  addresses: { label: string; url: string }[];
  asOf: Date;
}

export function card(facts: CardFacts): Html {
  const { counts, latest, radius, addresses } = facts;
  return lines(
    html`✅ Absen`,
    head(facts),
    '',
    facts.closedAt === null
      ? html`Dibuka ${timeOfDay(facts.openedAt)}.`
      : html`<b>Sudah ditutup</b> ${timeOfDay(facts.closedAt)}.`,
    facts.scansFrom !== null && html`Scan kader dihitung mulai ${dateAndTime(facts.scansFrom)}.`,
    radius !== null && html`Bukti lokasi: dalam ${radius} m dari tempat acara.`,
    '',
    html`Hadir: <b>${count(counts.came)}</b> dari ${count(counts.invited)} undangan`,
    counts.walkIns > 0 && html`Tanpa undangan: ${count(counts.walkIns)}`,
    counts.leftEarly > 0 && html`Pulang lebih awal: ${count(counts.leftEarly)}`,
    counts.doubles > 0 && html`👥 Mungkin tercatat dua kali: ${count(counts.doubles)} orang`,
    latest.length > 0 && '',
    ...latest.map(({ number, name, at }) => html`${number}. ${name} (${timeOfDay(at)})`),
    '',
    ...addresses.map(({ label, url }) => html`${label}: ${url}`),
    html`<i>Keadaan ${timeOfDay(facts.asOf)}.</i>`,
  );
}

/** Why an event's check-in cannot be had. */
export const gateRefusals = {
  unknown: html`Acara itu tidak ada, atau undangannya belum dikirim.`,
  cancelled: html`Acara itu sudah dibatalkan, jadi tidak ada absen.`,
  not_open: html`Absen acara itu belum dibuka petugas. Mohon tunggu sebentar.`,
};

export function venue(event: EventLines, radius: number | null): Html {
  return lines(
    html`📍 Bukti lokasi untuk <b>${event.title}</b>`,
    '',
    radius === null
      ? html`Sekarang: <b>tanpa</b> bukti lokasi. Scan langsung dicatat.`
      : html`Sekarang: kader yang scan juga mengirim lokasi, dan dicatat kalau dalam <b>${radius} m</b> dari titik acara.`,
    '',
    html`Untuk ${radius === null ? 'menyalakan' : 'memindahkan titiknya'}: kirim lokasi tempat acara ke chat ini (📎 → Lokasi), atau tekan <b>${labels.sendLocation}</b> kalau sedang di sana.`,
  );
}

export const askVenue = html`Saya tunggu lokasinya.`;
export const venueHelp = html`Mohon kirim <b>lokasi</b> tempat acara (📎 → Lokasi), atau ketik /batal.`;
export const venueSet = html`Titik acara tersimpan.`;
export const venueKept = html`Baik, saya tidak menunggu lokasi lagi.`;

// ── the desk in chat ───────────────────────────────────────────────────────

export function desk({ title }: { title: string }): Html {
  return lines(
    html`💬 Meja absen: <b>${title}</b>`,
    '',
    html`Ketik <b>tiga huruf nama</b>, misalnya <i>sit</i>, lalu tekan orangnya.`,
    html`Kartu kader bisa dipindai dengan kamera HP ini.`,
    html`Sudah? Ketik /selesai.`,
  );
}

export const deskHelp = lines(
  html`Di meja absen, ketik <b>tiga huruf nama</b>, misalnya <i>sit</i>.`,
  html`Mau keluar dari meja? Ketik /selesai.`,
);

export const deskLeft = html`Baik, meja ditutup. Absennya sendiri tetap berjalan; lihat /absen.`;
/** For /batal, after which nobody should wonder about those recorded before. */
export const deskCancelled = html`Baik, dibatalkan, dan meja ditutup. <b>Yang sudah dicatat hadir tetap tercatat.</b> Mau lanjut? Buka lagi lewat /absen.`;
export const notAtDesk = html`Bapak/Ibu tidak sedang di meja absen. Buka lewat /absen.`;

/** On the button of somebody who is not invited. */
const uninvitedMark = '▫️';

export function found(query: string, more: boolean, someUninvited: boolean): Html {
  return lines(
    html`Hasil untuk "${query}":`,
    someUninvited && html`<i>${uninvitedMark} = tidak ada di daftar undangan</i>`,
    more && html`<i>Masih ada yang lain. Ketik lebih lengkap, misalnya nama dan kelurahan.</i>`,
  );
}

export function foundNobody(query: string): Html {
  return lines(
    html`Tidak ada nama yang cocok dengan "${query}".`,
    html`Coba bagian nama yang lain. Kalau memang tidak ada di daftar, tekan tombol di bawah.`,
  );
}

/** On a button: `Siti Aminah · Cimone`, or with the number of somebody who came. */
export function personLabel(
  name: string,
  area: string,
  came: { number: number } | null,
  invited: boolean,
): string {
  if (came !== null) return `✅ ${name} · no. ${came.number}`;
  return `${invited ? '' : `${uninvitedMark} `}${name} · ${area}`;
}

export interface Recorded {
  number: number;
  at: Date;
  name: string;
  /** Jabatan and area; null for a guest from elsewhere. */
  from: string | null;
  reason: string | null;
  leftAt: Date | null;
}

function personLines({ name, from, reason, leftAt }: Recorded): Html {
  return lines(
    html`<b>${name}</b>`,
    from !== null && html`${from}`,
    reason !== null && html`Tanpa undangan: ${reason}`,
    leftAt !== null && html`🚶 Pulang lebih awal ${timeOfDay(leftAt)}`,
  );
}

export function recorded(checkIn: Recorded): Html {
  return lines(html`✅ ${arrival(checkIn)}`, personLines(checkIn));
}

interface Namesake {
  name: string;
  number: number;
  at: Date;
}

/** Below what was recorded: there was somebody of that name already. */
export function withDouble(card: Html, { name, number, at }: Namesake): Html {
  return lines(
    card,
    '',
    html`👥 <b>Mungkin dobel</b>: ${name} dari wilayah yang sama sudah tercatat ${timeOfDay(at)}, nomor ${number}.`,
    html`Orangnya sama? Tekan <b>${labels.undo}</b>. Kalau dua orang, biarkan saja.`,
  );
}

/** @param more how many are not shown */
export function doubles(title: string, people: Recorded[][], more: number): Html {
  if (people.length === 0)
    return html`👥 Tidak ada yang tampak tercatat dua kali di <b>${title}</b>.`;
  return lines(
    html`👥 Mungkin tercatat dua kali di <b>${title}</b>`,
    html`<i>Nama dan wilayahnya sama. Kalau orangnya sama, urungkan salah satu. Kalau memang dua orang, biarkan saja.</i>`,
    ...people.flatMap((records) => [
      '',
      ...records.map(
        ({ number, at, name, from, reason }) =>
          html`${number}. <b>${name}</b>${from === null ? '' : `, ${from}`} (${timeOfDay(at)}${reason === null ? '' : `, ${reason}`})`,
      ),
    ]),
    more > 0 && '',
    more > 0 && html`<i>Dan ${count(more)} lagi.</i>`,
  );
}

export function alreadyThere(checkIn: Recorded, byScan: boolean): Html {
  return lines(
    html`Sudah tercatat ${byScan ? 'lewat layar' : 'di meja'}: ${arrival(checkIn)}.`,
    personLines(checkIn),
  );
}

export function undone(checkIn: Recorded): Html {
  return lines(html`↩️ Diurungkan: nomor urut ${checkIn.number}`, personLines(checkIn));
}

export function askReason(name: string): Html {
  return lines(
    html`<b>${name}</b> tidak ada di daftar undangan.`,
    html`Kenapa datang? Pilih, lalu saya catat.`,
  );
}

export function askListed(name: string): Html {
  return lines(
    html`<b>${name}</b> dari wilayah itu ada di daftar kader. Orangnya yang ini?`,
    html`Kalau ya, tekan namanya.`,
  );
}

export function askNamesake(known: Namesake): Html {
  return lines(
    html`Sudah ada tamu dengan nama itu: <b>${known.name}</b>, nomor ${known.number}, ${timeOfDay(known.at)}.`,
    html`Catat juga?`,
  );
}

export const sameGuest = html`Baik, tidak dicatat dua kali. Silakan ketik nama berikutnya.`;

export const askOwnReason = html`Ketik alasannya dengan singkat, misalnya: <i>mendampingi anggota</i>.`;
export const reasonHelp = html`Mohon alasannya diketik singkat, 2 sampai 120 huruf.`;

export const askGuestName = html`Siapa <b>nama lengkap</b> tamunya?`;
export const guestNameHelp = html`Mohon ketik nama lengkapnya saja, misalnya: <i>Siti Aminah</i>.`;
export function askGuestArea(name: string): Html {
  return html`<b>${name}</b> dari <b>kelurahan</b> mana? Ketik namanya.`;
}

/** Why a desk cannot record somebody. */
export const recordRefusals = {
  unknown: html`Acara itu tidak ada.`,
  cancelled: html`Acara itu sudah dibatalkan, jadi tidak ada yang dicatat.`,
  not_open: html`Absen acara ini belum dibuka. Buka lewat /absen.`,
  closed: html`Absen acara ini sudah ditutup. Kalau perlu, buka lagi lewat /absen.`,
  unknown_person: html`Orang ini sudah tidak ada di daftar kader. Cari lagi, atau catat sebagai tamu.`,
  bad_card: html`Kartu ini tidak saya kenal. Cari orangnya dengan tiga huruf nama.`,
  outside_area: html`Orang ini di luar wilayah Bapak/Ibu. Mohon arahkan ke meja petugas Dinsos.`,
};

export const nothingToChange = html`Catatan itu sudah tidak ada. Cari orangnya lagi dengan tiga huruf nama.`;
export const oldForm = html`Tombol itu dari pencatatan yang sudah lewat. Silakan cari orangnya lagi.`;

export function staffCard(name: string, from: string): Html {
  return lines(
    html`🪪 <b>${name}</b>`,
    html`${from}`,
    '',
    html`Untuk mencatatnya hadir, pilih acaranya:`,
  );
}

export const noOpenGate = html`Tidak ada absen yang sedang dibuka. Buka dulu lewat /absen.`;
