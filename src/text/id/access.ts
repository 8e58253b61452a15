import { count, longDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Roles: /petugas, the claim code, links that give a role. */

export const menu = 'Petugas, koordinator, dan admin';

export const labels = {
  add: '➕ Tambah',
  revoke: '🗑 Cabut',
  revokeSurely: 'Ya, cabut',
  back: '⬅️ Kembali',
  cancel: 'Batal',
  wholeCity: '🏙 Seluruh kota',
  makeLink: '🔗 Buat tautan undangan',
  appoint: '✅ Ya, jadikan',
  accept: '✅ Terima',
  refuse: 'Bukan untuk saya',
  wholeKecamatan: (name: string) => `Seluruh Kecamatan ${name}`,
};

export const roleLabels = {
  STAFF: 'Petugas Dinsos',
  COORDINATOR: 'Koordinator',
  ADMIN: 'Admin',
};

export const wholeCity = 'seluruh kota';

export function coordinator(area: string): string {
  return `Koordinator ${area}`;
}

export function list(total: number): Html {
  return lines(
    html`<b>Petugas, koordinator, dan admin</b> (${count(total)})`,
    html`Tekan namanya untuk melihat atau mencabut.`,
  );
}

export function listLabel(name: string, role: string): string {
  return `${name} · ${role}`;
}

/** A configured admin who has never written has no name yet. */
export function unnamed(telegramId: number): string {
  return `Akun ${telegramId}`;
}

export function card(name: string, role: string, since: Date): Html {
  return lines(html`<b>${name}</b>`, role, html`Sejak ${longDate(since)}`);
}

export function revokeQuestion(name: string, role: string): Html {
  return html`Cabut peran <b>${role}</b> dari <b>${name}</b>?`;
}

export function revokeDone(name: string, role: string): Html {
  return html`✅ ${name} bukan lagi ${role}. Yang bersangkutan sudah kami kabari.`;
}

export const revokeRefusals = {
  not_in_force: html`Peran ini sudah tidak berlaku.`,
  last_admin: html`Ini admin satu-satunya, jadi tidak bisa dicabut. Tambahkan admin lain dulu.`,
  configured: html`Admin ini ditetapkan di pengaturan server (ADMIN_TELEGRAM_IDS), jadi hanya bisa dicabut di sana.`,
};

export const askRole = html`<b>Tambah peran apa?</b>`;

export const askArea = lines(
  html`<b>Koordinator untuk wilayah mana?</b>`,
  html`Pilih tombol, atau ketik nama kecamatan atau kelurahannya.`,
);

export function askWithin(kecamatan: string): Html {
  return lines(
    html`<b>Kecamatan ${kecamatan}</b>`,
    html`Seluruh kecamatan, atau satu kelurahan saja?`,
  );
}

export function askPerson(role: string): Html {
  return lines(
    html`Peran: <b>${role}</b>`,
    '',
    html`<b>Siapa orangnya?</b> Ketik nama atau nomor HP-nya, atau bagikan kontaknya.`,
    html`Kalau belum pernah membuka bot ini, buat tautan undangan untuk dikirim lewat WhatsApp.`,
  );
}

export function foundPeople(typed: string): Html {
  return html`Yang mirip "${typed}". <b>Yang mana orangnya?</b>`;
}

export function nobodyFound(typed: string): Html {
  return lines(
    html`"${typed}" belum kami temukan di antara pemakai bot ini.`,
    html`Coba tulis lagi, atau buat tautan undangan.`,
  );
}

export const contactUnknown = lines(
  html`Orang itu belum pernah membuka bot ini.`,
  html`Buat tautan undangan, lalu kirim ke orangnya.`,
);

export const moreExist = html`Masih ada yang lain. Kalau tidak ada di sini, tulis namanya lebih lengkap.`;

/** `Siti Aminah · PSM Karawaci`, or a Telegram name with its username. */
export function candidateLabel(name: string, detail: string): string {
  return detail === '' ? name : `${name} · ${detail}`;
}

export function appointQuestion(name: string, role: string): Html {
  return html`Jadikan <b>${name}</b> sebagai <b>${role}</b>?`;
}

export function appointed(name: string, role: string): Html {
  return html`✅ ${name} sekarang ${role}. Yang bersangkutan sudah kami kabari.`;
}

export function alreadyHas(name: string, role: string): Html {
  return html`${name} memang sudah ${role}.`;
}

export const accountGone = html`Akun itu tidak ditemukan lagi.`;

export function link(role: string, url: string): Html {
  return lines(
    html`🔗 Tautan untuk <b>${role}</b>. Kirim ke orangnya lewat WhatsApp:`,
    '',
    html`${url}`,
    '',
    html`Hanya bisa dipakai satu kali, dan berlaku 7 hari. Siapa pun yang membukanya bisa memakai, jadi jangan kirim ke grup.`,
  );
}

export const strange = html`Maaf, pesan itu belum bisa kami baca di langkah ini.`;

export const cancelled = html`Baik, tidak jadi.`;

export const lost = html`Langkah ini sudah selesai atau dibatalkan. Mulai lagi dari /petugas.`;

/** To whoever the role is about. */
export function granted(role: string): Html {
  return lines(
    html`🎖 Bapak/Ibu sekarang <b>${role}</b>.`,
    html`Tombol di bawah sudah disesuaikan. Yang bisa dipakai ada di /bantuan.`,
  );
}

export function revoked(role: string): Html {
  return lines(
    html`Peran Bapak/Ibu sebagai <b>${role}</b> sudah berakhir. Terima kasih atas bantuannya.`,
    html`Tombol di bawah sudah disesuaikan.`,
  );
}

export function invitation(role: string, invitedBy: string): Html {
  return lines(
    html`<b>${invitedBy}</b> mengundang Bapak/Ibu menjadi <b>${role}</b>.`,
    '',
    html`Apakah Bapak/Ibu menerimanya?`,
  );
}

export function accepted(role: string): Html {
  return html`✅ Undangan menjadi <b>${role}</b> diterima.`;
}

export const refused = html`Baik. Tautannya tidak terpakai; teruskan saja ke orang yang dimaksud.`;

export const inviteFaults = {
  unknown: html`Tautan ini tidak kami kenal. Mohon minta tautan baru ke admin Dinas Sosial.`,
  used: html`Tautan ini sudah dipakai. Mohon minta tautan baru ke admin Dinas Sosial.`,
  expired: html`Tautan ini sudah lewat masa berlakunya. Mohon minta tautan baru ke admin Dinas Sosial.`,
};

export function alreadyYours(role: string): Html {
  return html`Bapak/Ibu memang sudah <b>${role}</b>.`;
}

export const claimUsage = html`Tulis kodenya di belakang perintah, misalnya: <code>/klaim ABCD-2345</code>`;

export const claimRefusals = {
  wrong: html`Kode itu tidak cocok. Kodenya tercetak saat program pertama kali dijalankan.`,
  too_often: html`Terlalu banyak kode yang salah. Mohon coba lagi satu jam lagi.`,
  already_admin: html`Bapak/Ibu memang sudah admin.`,
};
