/** The words around periods, by what they do: Indonesian, Betawi, Sundanese, Javanese, English. */
import { slipCost } from '../slips.ts';

/** What a word does in a phrase about a period. */
export type PeriodRole =
  | 'month'
  | 'year'
  | 'quarter'
  | 'third'
  | 'semester'
  | 'one month'
  | 'one year'
  | 'half'
  | 'last'
  | 'this'
  | 'next'
  | 'recent'
  | 'ahead'
  | 'now'
  | 'start'
  | 'end'
  | 'middle'
  | 'until'
  | 'since'
  | 'and'
  | 'or'
  | 'not'
  | 'but'
  | 'day'
  | 'festival'
  | 'vague'
  | 'each'
  | 'ordinal'
  | 'number mark'
  | 'person'
  | 'biography'
  | 'counted'
  | 'between'
  | 'filler';

const ROLES: Readonly<Record<PeriodRole, string>> = {
  month:
    'bulan bln bl blan buln bulanan bulann bulam vulan sasi wulan sasih sasihna bulanna bulannya month blnn mongth',
  year: 'tahun thn th tahn thun taun taon tahum tahunn warsa year tahunnya taunna',
  quarter:
    'triwulan trwulan triwln trw triw trwln triwulanan kuartal kwartal quartal quarter kuarter tw q kw triwul',
  third: 'caturwulan cawu cawulan',
  semester: 'paruh semester smt smstr sem semster smster semseter smtr smester',
  'one month': 'sebulan sewulan sabulan sesasi sasasi sbulan sebln sebulanan',
  'one year': 'setahun setaun sataun setaon sethn sthun stahun',
  half: 'setengah stgh stengah satengah separo separuh',
  last: 'lalu lalau llu kemarin kmrn kmarin kemaren kemarn kmren kemrin kmrin kmaren kmr kemarim kemrn kmren wingi kepungkur kapungkur kamari tukang kapengker kepengker pengker kliwat kalangkung liwat lewat sebelumnya sblmnya sblumnya sebelomnya silam last past ago previous kemarennya kemarinnya kalewat bareto',
  this: 'ini ni iki niki punika puniki ieu berjalan this current skr ayeuna saiki sekarang skrg skarang sakniki',
  next: 'depan dpn dpan depn nanti nti ntar ntr entar mendatang hareup ngarep ngajeng payun next berikutnya brikutnya mangke mengke sesuk',
  recent:
    'terakhir trakhir terahir trkhr trakir trkhir terkhir terakir trahir belakangan blkgn blakangan kebelakang belakang pungkasan panungtung recent terakhirnya',
  ahead: 'kedepan kedepannya',
  now: 'sekarang skrg skarang skr kini ayeuna saiki sakniki now detik',
  start: 'awal awwal awl mimiti wiwitan',
  end: 'akhir ahir akir akhr penghujung ujung',
  middle: 'pertengahan tengah pertgahan',
  until:
    'sampai smp sampe ampe mpe sampek smpe smpai sd hingga hngga ke ngantos nepi nepika dugi dumugi tekan nganti to until till samapi',
  since:
    'sejak sjk semenjak mulai mulay mule dari dr dri ti saking seko saka wiwit kawit from since awit tidari',
  and: 'dan dn n sama ama sm serta plus karo kalih kaliyan jeung sareng lan and terus trus sekalian maupun',
  or: 'atau ato atw apa ape apakah atawa utawa utowo opo or entah',
  not: 'bukan bkn selain kecuali kcuali sanes dudu',
  but: 'tapi tp tetapi melainkan eh maksud maksudnya mksdnya ralat salah harusnya maksudku',
  day: 'tgl tanggal tggl tngl tgll hari jam pukul pkl',
  festival:
    'puasa poso puasaan ramadhan ramadan romadhon romadon ramdhan lebaran lebarann idul idulfitri iedul fitri adha iduladha kurban qurban natal natalan imlek nyepi waisak thr agustusan tujuhbelasan kemerdekaan rajab syaban syawal sawal muharram muharam suro mulud maulid safar ruwah sura hijriah hijriyah haji paskah tarawih',
  vague: 'beberapa bbrp brp berapa bebrapa sababaraha pirang',
  each: 'per tiap setiap tiap2 saban unggal perbulan bulanan tahunan pertahun sekali',
  ordinal: 'ke kaping',
  'number mark':
    'no nomor nomer perwal perwali permensos permen permendagri perda perbup pp uu sk pasal kepwal kepmen surat rt rw rek rekening norek nik ktp hp wa telp blok kode pin sandi password nopol versi',
  person:
    'bu ibu ibuk pak bapak bpk mbak mba mb mas teh teteh kang akang bang abang neng mpok om tante ceu mang uwa uda uni cak ning yu mbok pakde bude bunda umi ummi kak kaka ustadz ustadzah nama namanya namaku an',
  biography: 'jadi bergabung gabung angkatan lahir kelahiran dilantik dibentuk umur usia ttl',
  between: 'antara antawis antarane',
  counted:
    'orang org kader psm tksk rupiah perak warga jiwa kk lembar buah kali peserta ribu rb juta jt persen km meter',
  filler:
    'yang yg yng nyang nyg nu sing ingkang di pd pada untuk utk buat bwt juga jg jga itu tu tuh kok si sih nya ya y kang ka itung periode priode perode masa insentif insentip insntf honor honornya insentifnya gaji gajinya uang jasa rapel rapelan tali asih tunggakan pembayaran bayaran jatah transferan upah',
};

const ROLE_OF: ReadonlyMap<string, readonly PeriodRole[]> = (() => {
  const roles = new Map<string, PeriodRole[]>();
  for (const [role, words] of Object.entries(ROLES)) {
    for (const word of words.split(/\s+/)) {
      roles.set(word, [...(roles.get(word) ?? []), role as PeriodRole]);
    }
  }
  return roles;
})();

/** Longer words that are recognised through a slip of the finger. */
const FORGIVEN: readonly (readonly [string, PeriodRole])[] = [
  ['kemarin', 'last'],
  ['terakhir', 'recent'],
  ['triwulan', 'quarter'],
  ['kuartal', 'quarter'],
  ['semester', 'semester'],
  ['sampai', 'until'],
  ['bulan', 'month'],
  ['tahun', 'year'],
  ['setahun', 'one year'],
  ['sebulan', 'one month'],
  ['belakangan', 'recent'],
  ['ramadhan', 'festival'],
  ['lebaran', 'festival'],
];
const NOT_SLIPS = new Set(
  'bukan bilang bulat jalan balan tahan tahu tuhan belum bulana makan'.split(' '),
);

function forgivenRole(word: string): PeriodRole | undefined {
  if (word.length < 5 || NOT_SLIPS.has(word)) return undefined;
  return FORGIVEN.find(
    ([known]) =>
      known.charAt(0) === word.charAt(0) &&
      Math.abs(known.length - word.length) <= 1 &&
      slipCost(word, known) <= (known.length < 7 ? 0.65 : 0.9),
  )?.[1];
}

/** Everything that a word may do in a phrase about a period; usual slips are forgiven. */
export function rolesOf(word: string): readonly PeriodRole[] {
  const known = ROLE_OF.get(word);
  if (known !== undefined) return known;
  const role = forgivenRole(word);
  return role === undefined ? [] : [role];
}
