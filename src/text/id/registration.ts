import { type Html, html, lines } from '../html.ts';
import { type FormFigures, formLines, person, type Shown } from './application.ts';

/** What is said while somebody registers. */

export const startMenu = 'Mulai atau daftar';

export const labels = {
  agree: '✅ Setuju',
  decline: 'Tidak, terima kasih',
  again: 'Baca lagi',
  shareNumber: '📱 Bagikan nomor',
  thatIsMe: '✅ Benar',
  notMe: 'Bukan saya',
  moveAccount: '📲 Pindahkan ke akun ini',
  psm: 'PSM (kelurahan)',
  tksk: 'TKSK (kecamatan)',
  listedElsewhere: 'Saya sudah terdaftar dengan nomor lain',
  back: '⬅️ Kembali',
  noneOfThem: 'Bukan, saya orang lain',
  itIsMe: '✅ Ya, itu saya',
  otherName: 'Tulis nama lain',
  otherArea: 'Ganti wilayah',
  registerAsNew: 'Daftar sebagai kader baru',
  send: '📨 Kirim',
  change: '✏️ Ubah',
  changeJabatan: 'Jabatan',
  changeArea: 'Wilayah',
  changeName: 'Nama',
  register: '📝 Daftar sebagai kader',
  startAgain: '▶️ Mulai lagi',
};

export const welcome = lines(
  html`<b>Selamat datang di Kader Bot Dinas Sosial</b> 🙏`,
  '',
  html`Di sini Bapak/Ibu menerima undangan dan pengumuman, menjawab kehadiran, dan melihat status insentif.`,
  '',
  html`Untuk itu kami menyimpan nama, jabatan, wilayah tugas, nomor HP, dan jawaban Bapak/Ibu. Data itu hanya dipakai Dinas Sosial untuk urusan kader, dan kami tidak pernah meminta NIK, PIN, atau nomor rekening.`,
  '',
  html`Apakah Bapak/Ibu setuju?`,
);

export const declined = lines(
  html`Baik, tidak apa-apa. Kami tidak menyimpan data kader Bapak/Ibu.`,
  '',
  html`Undangan dan pengumuman tetap bisa ditanyakan ke koordinator. Kalau berubah pikiran, tekan tombol ini kapan saja.`,
);

export const consentNeeded = html`Mohon tekan salah satu tombol di bawah ini dulu, ya.`;

export const askNumber = lines(
  html`Sekarang kami cocokkan dengan daftar kader.`,
  '',
  html`Tekan tombol besar <b>📱 Bagikan nomor</b> di bawah, lalu pilih <b>Bagikan</b>.`,
);

export const numberPlaceholder = 'Tekan 📱 Bagikan nomor';

export const numberNotTyped = html`Nomornya tidak perlu diketik. Cukup tekan tombol <b>📱 Bagikan nomor</b>, supaya pasti benar.`;

export const someoneElsesContact = html`Itu kontak orang lain. Mohon bagikan nomor Bapak/Ibu sendiri lewat tombol <b>📱 Bagikan nomor</b>.`;

export const unusableNumber = lines(
  html`Maaf, nomor akun Telegram ini bukan nomor HP yang kami kenal.`,
  html`Mohon hubungi koordinator atau Dinas Sosial, atau coba dari akun Telegram dengan nomor HP Bapak/Ibu.`,
);

export function numberReceived(masked: string): Html {
  return html`Terima kasih. Nomor <b>${masked}</b> kami terima.`;
}

export const alreadyShared = lines(
  html`Bapak/Ibu sudah terdaftar, nomornya tidak perlu dibagikan lagi.`,
  html`Untuk mengganti nomor: /profil.`,
);

export function askMatch(masked: string, shown: Shown): Html {
  return lines(
    html`Nomor ${masked} ada di daftar kader:`,
    '',
    html`${person(shown)}?`,
    '',
    html`Apakah ini Bapak/Ibu?`,
  );
}

export function askMoveAccount(masked: string, shown: Shown): Html {
  return lines(
    html`Nomor ${masked} sudah terdaftar dari akun Telegram lain:`,
    '',
    html`${person(shown)}`,
    '',
    html`Kalau ini Bapak/Ibu dan akunnya berganti, tekan <b>Pindahkan ke akun ini</b>. Koordinator atau Dinas Sosial memeriksanya dulu.`,
  );
}

export function confirmed(shown: Shown): Html {
  return html`✅ ${person(shown)}`;
}

export function done(name: string): Html {
  return lines(
    html`<b>Selamat, ${name}, Bapak/Ibu sudah terdaftar.</b> 🎉`,
    '',
    html`Undangan dan pengumuman dari Dinas Sosial akan masuk ke chat ini. Cukup tekan tombol di pesannya untuk menjawab.`,
    '',
    html`Tombol di bawah selalu siap dipakai. Kalau bingung, tekan <b>❓ Bantuan</b>.`,
  );
}

export function home(name: string): Html {
  return lines(
    html`Halo, <b>${name}</b>. Bapak/Ibu sudah terdaftar.`,
    html`Silakan pilih tombol di bawah.`,
  );
}

export function staffHome(firstName: string): Html {
  return lines(
    html`Halo, <b>${firstName}</b>. Bapak/Ibu masuk sebagai petugas.`,
    html`Silakan pilih tombol di bawah, atau ketik /bantuan.`,
  );
}

export const alsoKader = html`Apakah Bapak/Ibu juga kader (PSM atau TKSK)?`;

/** What stands on top of a question. */
export const notes = {
  notOnRoster: html`Nomor ini belum ada di daftar kader. Tidak apa-apa, kita isi datanya sebentar.`,
  notMe: html`Baik. Kita isi data Bapak/Ibu sendiri sebentar.`,
  listedElsewhere: html`Baik, kita cari data Bapak/Ibu di daftar.`,
  rosterChanged: html`Daftar kader baru saja berubah, jadi kami tanyakan sekali lagi.`,
  strange: html`Maaf, pesan tadi belum bisa kami baca di langkah ini.`,
  pickButton: html`Mohon pilih salah satu tombol di bawah ini.`,
  continued: html`Kita lanjutkan yang tadi, ya.`,
  jabatanUnknown: html`Maaf, jabatannya belum terbaca. Pilih tombol, atau ketik <b>PSM</b> atau <b>TKSK</b>.`,
};

export const askJabatan = html`<b>Apa jabatan Bapak/Ibu?</b>`;

export function askKecamatan(jabatan: string): Html {
  return lines(
    html`${jabatan}.`,
    html`<b>Di kecamatan mana?</b> Pilih tombol, atau ketik namanya. Boleh juga langsung nama kelurahannya.`,
  );
}

export function askKelurahan(kecamatan: string): Html {
  return lines(
    html`Kecamatan ${kecamatan}.`,
    html`<b>Di kelurahan mana?</b> Pilih tombol, atau ketik namanya.`,
  );
}

export function askName(jabatan: string, place: string): Html {
  return lines(
    html`${jabatan} ${place}.`,
    html`<b>Tulis nama lengkap Bapak/Ibu</b>, misalnya: <i>Siti Aminah</i>. Wilayahnya keliru? Tekan Kembali.`,
  );
}

export const nameFaults = {
  empty: html`Namanya belum terbaca. Mohon ditulis dengan huruf.`,
  number: html`Nama tidak memakai angka. Mohon tulis nama lengkap saja.`,
  symbols: html`Nama hanya memakai huruf. Mohon tulis nama lengkap saja.`,
  short: html`Namanya terlalu pendek. Mohon tulis nama lengkap.`,
  long: html`Namanya terlalu panjang. Mohon tulis nama lengkap saja.`,
  sentence: html`Sepertinya itu bukan nama. Mohon tulis nama lengkap saja.`,
};

export function askNamesake(name: string, masked: string | null): Html {
  return lines(
    masked === null
      ? html`Di daftar ada <b>${name}</b>, belum ada nomornya.`
      : html`Apakah Bapak/Ibu <b>${name}</b> dengan nomor ${masked}?`,
    '',
    html`Kalau ya, permintaan ganti nomor kami kirim ke koordinator.`,
  );
}

export const askNamesakes = lines(
  html`Ada beberapa nama yang mirip di daftar. <b>Yang mana Bapak/Ibu?</b>`,
  '',
  html`Permintaan ganti nomor lalu kami kirim ke koordinator.`,
);

export function namesakeLabel(name: string, masked: string | null): string {
  return masked === null ? name : `${name} (${masked})`;
}

export function notFound(name: string, place: string): Html {
  return lines(
    html`Nama <b>${name}</b> tidak kami temukan di ${place}.`,
    html`Coba tulis nama seperti di SK, ganti wilayahnya, atau daftar sebagai kader baru.`,
  );
}

export function summary(form: FormFigures): Html {
  return lines(
    html`<b>Sudah benar semua?</b>`,
    '',
    formLines(form),
    '',
    html`Tekan <b>Kirim</b>, lalu koordinator atau Dinas Sosial memeriksanya.`,
  );
}

export const whatToChange = html`<b>Apa yang ingin diubah?</b>`;
