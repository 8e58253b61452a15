/** What the projector's and the desk's pages say. Plain strings: these pages are not Telegram's HTML. */
import type {
  Deed,
  DeedRefusal,
  PageRefusal,
  WallState,
} from '../../features/check-in/page-contract.ts';

export const wall = {
  title: 'Absen',
  steps: [
    'Buka kamera HP, arahkan ke kode ini',
    'Ketuk tautan Telegram yang muncul',
    'Ketuk MULAI, lalu tunggu nomor urut',
  ],
  changes: (seconds: number) => `Kode berganti tiap ${seconds} detik`,
  came: 'hadir',
  of: (invited: string) => `dari ${invited}`,
  walkIns: (count: string) => `dan ${count} tamu tanpa undangan`,
  perKecamatan: 'Per kecamatan',
  latest: 'Baru saja hadir',
  nobodyYet: 'Belum ada yang hadir. Silakan pindai kodenya.',
  reconnecting: 'Menyambung kembali…',
  codeLate: 'Kode baru sedang diambil…',
  /** Instead of the code. */
  closed: {
    open: { heading: 'Kode belum ada', hint: 'Sebentar lagi muncul.' },
    not_open: { heading: 'Absen belum dibuka', hint: 'Mohon menunggu petugas membukanya.' },
    closed: { heading: 'Absen ditutup', hint: 'Yang belum tercatat, silakan ke meja petugas.' },
    cancelled: { heading: 'Acara dibatalkan', hint: 'Untuk kabar selanjutnya, lihat /agenda.' },
  } satisfies Record<WallState['state'], { heading: string; hint: string }>,
  loading: 'Sebentar…',
  help: 'Tidak punya HP atau kode tidak terbaca? Silakan ke meja petugas.',
};

const notDone: Record<Deed['kind'], string> = {
  record: 'belum tercatat',
  undo: 'tidak jadi diurungkan',
  leave: 'tidak jadi dicatat pulang',
  stay: 'tetap tercatat pulang',
};

export const desk = {
  title: 'Meja absen',
  loading: 'Mengambil daftar…',
  noStore:
    'HP ini tidak mengizinkan halaman ini menyimpan catatan. Buka alamatnya di Chrome, bukan di jendela penyamaran.',
  notStored: 'Belum tersimpan: penyimpanan HP ini penuh. Hapus beberapa berkas, lalu coba lagi.',
  loadFailed: 'Daftar belum dapat diambil. Periksa jaringan; halaman ini mencoba lagi sendiri.',
  tabs: { search: 'Cari', recent: 'Terbaru', guest: 'Tamu' },
  of: (invited: string) => `dari ${invited}`,
  guests: (count: string) => `+${count} tamu`,
  online: 'Tersambung',
  offline: 'Tanpa jaringan',
  waiting: (count: number) => `${count} menunggu jaringan`,
  sending: (count: number) => `Mengirim ${count}…`,
  ready: 'Siap dipakai tanpa jaringan',
  closedNow: 'Absen sedang ditutup. Buka lagi lewat /absen di Telegram.',
  searchPlaceholder: '3 huruf nama…',
  clear: 'Hapus',
  searchHint: 'Ketik tiga huruf dari nama, mis. “sit ami”. Bisa juga pindai kartu kader.',
  nobody: (query: string) => `Tidak ada “${query}” di daftar.`,
  asGuest: 'Catat sebagai tamu',
  more: (count: number) => `${count} nama lain: ketik lebih banyak huruf.`,
  scan: 'Pindai kartu',
  notInvited: 'Tidak diundang',
  cameAt: (time: string, number: number | null) =>
    number === null ? `Hadir ${time}` : `Hadir ${time} · nomor ${number}`,
  byScan: 'lewat kode di layar',
  present: 'Hadir',
  recorded: 'Tercatat hadir',
  order: 'Nomor urut',
  storedHere: 'Tersimpan di HP ini. Nomor urut menyusul setelah ada jaringan.',
  alreadyThere: 'Sudah tercatat sebelumnya',
  done: 'Selesai',
  close: 'Tutup',
  undo: 'Urungkan',
  undone: 'Diurungkan',
  leave: 'Pulang lebih awal',
  stay: 'Tidak jadi pulang',
  left: (time: string) => `Pulang ${time}`,
  why: 'Mengapa datang tanpa undangan?',
  reasons: ['Menggantikan teman', 'Diundang lisan', 'Pengurus baru'],
  reasonPlaceholder: 'Alasan singkat',
  guest: {
    heading: 'Tamu di luar daftar',
    hint: 'Untuk yang namanya tidak ada di daftar. Cari dulu namanya, ya.',
    name: 'Nama lengkap',
    area: 'Kelurahan',
    areaPlaceholder: 'Ketik nama kelurahan',
    areaUnknown: 'Pilih kelurahan dari daftar.',
    jabatan: 'Jabatan',
    noJabatan: 'Bukan PSM/TKSK',
    reason: 'Alasan datang',
    save: 'Catat hadir',
    listed: 'Nama ini ada di daftar. Orangnya yang ini? Ketuk namanya:',
    saveToo: 'Orang lain, catat juga',
    namesake: (time: string, number: number | null) =>
      `Sudah ada tamu dengan nama itu${number === null ? '' : `, nomor ${number}`}, ${time}. Catat juga?`,
    saved: (name: string) => `${name} tercatat.`,
  },
  recent: {
    none: 'Belum ada yang dicatat.',
    attention: 'Perlu dilihat',
    waiting: 'menunggu jaringan',
    understood: 'Mengerti',
    another: 'Orang lain',
    same: 'Sama, urungkan',
    guest: 'tamu',
  },
  card: {
    heading: 'Pindai kartu kader',
    hint: 'Arahkan kamera ke QR di /kartu milik kader.',
    noCamera: 'Kamera tidak dapat dipakai di peramban ini. Tempel tautan atau ketik kode kartunya.',
    label: 'Tautan atau kode kartu',
    use: 'Pakai kode ini',
    unreadable: 'Itu bukan kode kartu kader.',
    notOnList: 'Kartu ini bukan milik kader di daftar acara.',
  },
  conflicts: {
    already: (name: string, time: string, number: number) =>
      `${name} sudah tercatat ${time}, nomor ${number}. Tidak dicatat dua kali.`,
    double: (name: string, number: number, time: string, other: number) =>
      `${name}, nomor ${number}, mungkin dobel: nama dan wilayah yang sama sudah tercatat ${time}, nomor ${other}. Orangnya sama?`,
    refused: (name: string, deed: Deed['kind'], why: string) => `${name} ${notDone[deed]}: ${why}`,
  },
  refusals: {
    unknown: 'acaranya tidak ada lagi.',
    cancelled: 'acara dibatalkan.',
    not_open: 'absen belum dibuka.',
    closed: 'absen sudah ditutup.',
    not_invited: 'tidak diundang; catat lagi dengan alasannya.',
    unknown_person: 'tidak ada lagi di daftar kader.',
    bad_card: 'kartunya tidak dikenal.',
    outside_area: 'bukan dari wilayah Bapak/Ibu.',
    undone: 'sudah diurungkan petugas lain. Catat lagi bila orangnya memang hadir.',
    gone: 'catatan hadirnya tidak ada lagi.',
    no_double: 'catatan yang satunya sudah diurungkan, jadi yang ini tetap.',
  } satisfies Record<DeedRefusal, string>,
};

/** A page whose address opens nothing, and what to do about it. */
export const closedDoor = {
  forged: {
    heading: 'Alamat ini tidak lengkap atau salah',
    hint: 'Buka lagi dari Telegram: ketik /absen, pilih acaranya, lalu ketuk tombol Layar atau Meja.',
  },
  expired: {
    heading: 'Alamat ini sudah habis masa berlakunya',
    hint: 'Buka yang baru dari Telegram: ketik /absen, pilih acaranya, lalu ketuk tombol Layar atau Meja.',
  },
  notStaff: {
    heading: 'Meja ini hanya untuk petugas',
    hint: 'Akun yang membuka alamat ini tidak lagi terdaftar sebagai petugas. Petugas lain dapat membukanya lewat /absen.',
  },
  unknownEvent: {
    heading: 'Acara ini tidak ada lagi',
    hint: 'Ketik /absen di Telegram untuk melihat acara yang ada.',
  },
} satisfies Record<PageRefusal['reason'], { heading: string; hint: string }>;

/** Below a closed door, where something on the device still waits to be sent. */
export const keptOnDevice = (count: number): string =>
  `${count} catatan masih tersimpan di HP ini dan akan terkirim begitu meja dibuka lagi.`;
