import { dateAndTime, timeOfDay, timeSpan } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Check-in as a kader meets it: the code on the wall, the proof of place, the own card. */

export const cardMenu = 'Kartu hadir untuk absen';
export const cardKey = '🪪 Kartu';

/** To a kader who asks for /absen, which the office opens. */
export const howToCheckIn = lines(
  html`<b>Cara absen di tempat acara</b>`,
  '',
  html`1. Buka kamera HP, arahkan ke kode di layar, lalu ketuk tautan Telegram yang muncul.`,
  html`2. Atau tunjukkan /kartu kepada petugas di meja absen.`,
  '',
  html`Begitu tercatat, Bapak/Ibu menerima nomor urut di chat ini.`,
);

export const labels = {
  sendLocation: '📍 Kirim lokasi saya',
  cancel: 'Batal',
};

interface EventLines {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
}

interface Arrival {
  number: number;
  at: Date;
}

/** `Hadir 08.02 WIB, nomor urut 134` */
export function arrival({ number, at }: Arrival): Html {
  return html`Hadir ${timeOfDay(at)}, nomor urut ${number}`;
}

/** @param byDesk recorded at a desk: whoever was not there should notice */
export function receipt(
  event: EventLines,
  came: Arrival,
  { late, byDesk }: { late: boolean; byDesk: boolean },
): Html {
  return lines(
    html`✅ <b>${arrival(came)}</b>`,
    html`${event.title}`,
    '',
    late
      ? html`Acara sudah mulai pukul ${timeOfDay(event.startsAt)}. Silakan langsung masuk, Bapak/Ibu sudah tercatat.`
      : html`Terima kasih sudah datang. Selamat mengikuti acara.`,
    byDesk && '',
    byDesk &&
      html`<i>Dicatat oleh petugas di meja absen. Kalau Bapak/Ibu tidak datang, mohon kabari petugas.</i>`,
  );
}

/** To somebody whose receipt had arrived before a desk took the record back. */
export function undone({ title }: EventLines): Html {
  return html`Catatan hadir Bapak/Ibu di <b>${title}</b> dibatalkan petugas; kalau Bapak/Ibu memang datang, silakan ke meja petugas, ya.`;
}

export function already(event: EventLines, came: Arrival, byDesk: boolean): Html {
  return lines(
    html`Bapak/Ibu sudah tercatat${byDesk ? ' oleh petugas' : ''}: <b>${arrival(came)}</b>.`,
    html`${event.title}`,
    '',
    html`Tidak perlu scan lagi.`,
  );
}

/** Why a scan is not recorded; each with a way on. */
export const refusals = {
  cancelled: ({ title, startsAt }: EventLines): Html =>
    lines(
      html`❗️ <b>${title}</b> (${dateAndTime(startsAt)}) dibatalkan, jadi tidak ada absen.`,
      html`Acara Bapak/Ibu yang lain ada di /agenda.`,
    ),
  not_open: ({ title, startsAt }: EventLines): Html =>
    lines(
      html`Absen untuk <b>${title}</b> belum dibuka petugas.`,
      html`Acaranya ${dateAndTime(startsAt)}. Kalau Bapak/Ibu sudah di tempat, mohon tunggu sebentar, lalu scan lagi kode di layar.`,
    ),
  closed: ({ title }: EventLines): Html =>
    lines(
      html`Absen untuk <b>${title}</b> sudah ditutup.`,
      html`Kalau Bapak/Ibu hadir, mohon datang ke meja petugas supaya dibantu.`,
    ),
  old_code: (): Html =>
    lines(
      html`Kode ini sudah berganti.`,
      html`Kode di layar berganti setiap 20 detik, jadi foto kode tidak bisa dipakai.`,
      '',
      html`Kalau Bapak/Ibu ada di tempat acara, mohon scan lagi langsung dari layar, atau datang ke meja petugas.`,
    ),
  undone: ({ title }: EventLines): Html =>
    lines(
      html`Catatan hadir Bapak/Ibu untuk <b>${title}</b> tadi diurungkan petugas.`,
      html`Mohon scan lagi kode di layar, atau datang ke meja petugas.`,
    ),
};

export const unknownCode = lines(
  html`Kode ini tidak saya kenal.`,
  html`Mohon scan lagi kode di layar besar, atau datang ke meja petugas.`,
);

export function early({ title }: EventLines, from: Date): Html {
  return lines(
    html`Masih terlalu awal untuk absen <b>${title}</b>.`,
    html`Absen dibuka ${dateAndTime(from)}. Mohon scan lagi di tempat acara setelah jam itu.`,
  );
}

export function notInvited({ title }: EventLines, other: EventLines | null): Html {
  return lines(
    html`Nama Bapak/Ibu tidak ada di daftar undangan <b>${title}</b>.`,
    other !== null && '',
    other !== null && html`Hari itu Bapak/Ibu diundang ke:`,
    other !== null && html`<b>${other.title}</b>`,
    other !== null && html`🗓 ${timeSpan(other.startsAt, other.endsAt)}`,
    other !== null && html`📍 ${other.place}`,
    '',
    html`Tetap mau ikut acara ini? Mohon datang ke meja petugas; petugas bisa mencatat Bapak/Ibu.`,
  );
}

export function notRegistered({ title }: EventLines): Html {
  return lines(
    html`Selamat datang di <b>${title}</b>!`,
    html`Supaya bisa absen lewat HP, Bapak/Ibu perlu terdaftar dulu. Caranya di bawah ini.`,
    '',
    html`Sesudah terdaftar, mohon scan lagi kode di layar. Kalau terburu-buru, petugas di meja bisa mencatat Bapak/Ibu.`,
  );
}

export function askLocation({ title }: EventLines): Html {
  return lines(
    html`Satu langkah lagi untuk absen <b>${title}</b>.`,
    html`Tekan <b>${labels.sendLocation}</b> di bawah, supaya jelas Bapak/Ibu ada di tempat acara.`,
    '',
    html`Ditunggu 5 menit. Tidak bisa? Petugas di meja bisa mencatat Bapak/Ibu.`,
  );
}

export const locationHelp = lines(
  html`Mohon tekan tombol <b>${labels.sendLocation}</b> di bawah.`,
  html`Kalau tidak bisa, silakan datang ke meja petugas.`,
);

export const forwardedLocation = lines(
  html`Lokasi yang diteruskan tidak bisa dipakai.`,
  html`Mohon tekan tombol <b>${labels.sendLocation}</b> di bawah.`,
);

export const locationCancelled = html`Baik, tidak jadi. Kehadiran Bapak/Ibu belum dicatat; untuk absen, scan lagi kode di layar.`;

export const locationTooLate = lines(
  html`Sudah lebih dari 5 menit sejak kode di-scan, jadi belum bisa saya catat.`,
  html`Mohon scan lagi kode di layar, lalu kirim lokasi.`,
);

export function tooFar({ title }: EventLines, distance: number): Html {
  return lines(
    html`Lokasi Bapak/Ibu kira-kira ${metres(distance)} dari tempat acara <b>${title}</b>, jadi belum bisa saya catat.`,
    html`Kalau sudah di tempat, mohon kirim lokasi sekali lagi, atau datang ke meja petugas.`,
  );
}

/** `350 m`, `2,3 km` */
function metres(distance: number): string {
  if (distance < 1_000) return `${distance} m`;
  return `${(distance / 1_000).toFixed(1).replace('.', ',')} km`;
}

export const cardFileName = 'kartu-hadir.png';

export function card(name: string, area: string): Html {
  return lines(
    html`🪪 <b>Kartu hadir</b>`,
    html`${name}`,
    html`${area}`,
    '',
    html`Tunjukkan ke petugas di meja absen untuk dipindai.`,
    html`Kartu ini pribadi. Mohon tidak dipinjamkan atau dititipkan: petugas mencocokkan nama dengan orangnya.`,
  );
}

export const ownCard = html`Ini kartu hadir Bapak/Ibu sendiri. Mohon tunjukkan ke petugas di meja absen; petugas yang memindainya.`;

export const someonesCard = lines(
  html`Ini kartu hadir seorang kader.`,
  html`Hanya petugas di meja absen yang bisa mencatatnya. Kartu Bapak/Ibu sendiri ada di /kartu.`,
);

export const unknownCard = lines(
  html`Kartu ini tidak saya kenal, atau pemiliknya sudah tidak di daftar kader.`,
  html`Di meja absen, orangnya bisa dicari dengan tiga huruf nama.`,
);
