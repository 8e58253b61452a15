/**
 * How Indonesian offices title the columns of a table: "Nama Lengkap", "No. HP/WA", "Kel/Desa",
 * "Jml (Rp)", "no_hp", with typing slips. Pure.
 */
import { slipCost } from './slips.ts';

/** The words that mean the same at the head of a column, by the one they are read as. */
const SAME_WORDS: Record<string, string> = {
  no: 'nomor nomer nmr number num',
  nama: 'nm nma name',
  hp: 'handphone hape phone ponsel telp tlp telpon tlpn telepon seluler wa whatsapp watsap kontak contact',
  kelurahan: 'kel desa ds keldes',
  kecamatan: 'kec distrik',
  jumlah: 'jml jlh jmlh total',
  tanggal: 'tgl tggl date',
  keterangan: 'ket catatan',
  jabatan: 'jab posisi',
  bulan: 'bln month',
  tahun: 'thn th year',
  rekening: 'rek norek',
  status: 'sts stat',
  alamat: 'almt tinggal',
  ktp: 'ektp',
};

const READ_AS = new Map(
  Object.entries(SAME_WORDS).flatMap(([word, same]) => same.split(' ').map((s) => [s, word])),
);

const LONG_WORDS = [...READ_AS.keys(), ...Object.keys(SAME_WORDS)].filter((w) => w.length > 5);

/** Words that say more about a column without making it another one: "Nama *lengkap sesuai KTP*". */
const QUALIFIERS = new Set(
  (
    'lengkap sesuai ktp anggota kader psm tksk petugas penerima peserta pegawai dan gelar jelas ' +
    'aktif tugas domisili wilayah asal tempat alamat data kota rp rupiah idr diterima dibayarkan ' +
    'dibayar bersih insentif honor honorarium yang di dengan terdaftar wajib diisi isi pribadi ' +
    'utama terbaru pembayaran ini'
  ).split(' '),
);

/** Words that only lead to the one that counts: "*Nama* Kelurahan", "*No.* HP". */
const LEADING = new Set(['nama', 'no']);

const IDENTITY_WORDS = new Set(
  'nik ktp kk nkk no e induk kependudukan kartu tanda keluarga penduduk 16 digit'.split(' '),
);

const LONGEST_TITLE = 80;

/** A column title taken apart: its words, and those of them that tell which column it is. */
export type Title = { words: string[]; core: string[] };

/** Takes a title apart: lower case, one spelling per word, remarks in brackets left out. */
export function readTitle(text: string): Title {
  const words = text.length > LONGEST_TITLE ? [] : titleWords(text);
  return { words, core: coreWords(words) };
}

/**
 * How surely a column title means what another one means: 1 the same, above 0.8 the same but for
 * qualifying words, 0.7 the same but for a typing slip, 0 something else.
 */
function titleLikeness(written: Title, meant: Title): number {
  if (written.words.length === 0) return 0;
  if (written.words.join('') === meant.words.join('')) return 1;
  const [lead = '', otherLead = ''] = [written.words[0], meant.words[0]];
  // "Nama Rekening" is not "No. Rekening".
  if (lead !== otherLead && LEADING.has(lead) && LEADING.has(otherLead)) return 0;
  if (written.core.length !== meant.core.length) return 0;
  if (written.core.every((word) => meant.core.includes(word))) {
    return Math.max(0.81, 0.95 - 0.02 * Math.abs(written.words.length - meant.words.length));
  }
  return written.core.every((word, at) => isSlip(word, meant.core[at] ?? '')) ? 0.7 : 0;
}

/** The likeness to whichever of several titles is nearest. */
export function bestLikeness(text: string, titles: readonly Title[]): number {
  const written = readTitle(text);
  return Math.max(0, ...titles.map((title) => titleLikeness(written, title)));
}

/** Whether the column holds the number of an identity or family card, which is never kept. */
export function isIdentityNumberTitle(title: string): boolean {
  const words = titleWords(title);
  const names = words.filter((word) => word !== 'no' && !/^(e|16|digit)$/.test(word));
  return names.length > 0 && words.every((word) => IDENTITY_WORDS.has(word));
}

/** Whether the column only counts the rows ("No", "No. Urut"). */
export function isNumberingTitle(title: string): boolean {
  return /^no( urut)?$/.test(titleWords(title).join(' '));
}

function titleWords(title: string): string[] {
  const plain = title
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const withoutRemarks = plain.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const words = (/[\p{L}\d]/u.test(withoutRemarks) ? withoutRemarks : plain).split(/[^\p{L}\d]+/u);
  return [...new Set(words.filter(Boolean).map(canonicalWord))];
}

/** One spelling for each word; a long word may have slips as long as it begins right. */
function canonicalWord(word: string): string {
  if (word.length < 5 || word in SAME_WORDS || QUALIFIERS.has(word)) {
    return READ_AS.get(word) ?? word;
  }
  const meant = LONG_WORDS.find((long) => long[0] === word[0] && isSlip(word, long)) ?? word;
  return READ_AS.get(meant) ?? meant;
}

function coreWords(words: string[]): string[] {
  const named = words.filter((word) => !QUALIFIERS.has(word));
  if (named.length === 0) return words.slice(0, 1);
  const counted = named.filter((word) => !LEADING.has(word));
  return counted.length > 0 ? counted : named.slice(0, 1);
}

/** About one slip of the pen, two small ones in a word of seven letters; short words begin alike. */
export function isSlip(written: string, meant: string): boolean {
  if (written === meant) return true;
  const length = Math.min(written.length, meant.length);
  if (length < 4 || (length < 7 && written[0] !== meant[0])) return false;
  return slipCost(written, meant) <= (length < 7 ? 1 : 1.5);
}
