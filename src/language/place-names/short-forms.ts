/**
 * What people write instead of, before and around a place name: short forms of the words that
 * names are made of, marker words, and the small talk that carries no place.
 */

const SHORT_FORMS: Readonly<Record<string, string>> = {
  bj: 'bojong',
  bjg: 'bojong',
  bjr: 'banjar',
  bkt: 'bukit',
  br: 'baru barat',
  brt: 'barat',
  bsr: 'besar',
  bt: 'batu',
  bth: 'batu',
  bwh: 'bawah',
  dlm: 'dalam',
  gd: 'gede gading',
  gn: 'gunung',
  gng: 'gunung',
  grg: 'gerendeng',
  hlr: 'hilir',
  hl: 'hulu hilir',
  idh: 'indah',
  ind: 'indah',
  ilr: 'ilir',
  jt: 'jati',
  jy: 'jaya',
  kb: 'kebon kebun',
  kbn: 'kebon kebun',
  kd: 'kedung kidul',
  kdl: 'kidul',
  kl: 'kali kulon',
  klp: 'kelapa',
  kln: 'kulon',
  kp: 'kampung',
  kmp: 'kampung',
  kr: 'karang',
  krg: 'karang',
  kt: 'kota kuta ketapang',
  ktp: 'ketapang',
  lb: 'lebak lubuk labuh',
  lbk: 'lebak lubuk',
  lm: 'lama',
  lr: 'larangan lor',
  lrg: 'larangan',
  ma: 'muara',
  mj: 'maju',
  mkm: 'makmur',
  mkr: 'mekar',
  ml: 'mulya',
  mly: 'mulya',
  mr: 'muara',
  mrg: 'marga',
  pb: 'pabuaran',
  pbr: 'pabuaran',
  pd: 'pondok padang',
  pdg: 'padang',
  pdk: 'pondok',
  pgg: 'panunggangan',
  pgr: 'pagar',
  pjg: 'panjang',
  pl: 'plawad pulau',
  plw: 'plawad',
  pmt: 'pematang',
  png: 'pinang',
  pnd: 'pondok',
  prg: 'parung',
  prm: 'permai',
  pr: 'poris parung',
  prs: 'poris',
  ps: 'pasar pasir',
  psg: 'pesanggrahan',
  psr: 'pasar pasir',
  pul: 'pulau',
  rt: 'rantau',
  rw: 'rawa',
  ry: 'raya',
  sd: 'sudimara sindang',
  sdm: 'sudimara',
  sei: 'sungai',
  sel: 'selatan',
  si: 'sungai',
  sgi: 'sungai',
  sk: 'suka',
  sl: 'selatan',
  slt: 'selatan',
  sltn: 'selatan',
  sm: 'sumur sumber',
  sp: 'simpang',
  spg: 'simpang',
  sr: 'sari serab',
  tb: 'tebing tambak',
  tg: 'tanjung tengah tegal',
  tgh: 'tengah',
  tgi: 'tinggi',
  tgl: 'tegal',
  tgr: 'tangerang',
  tj: 'tanjung',
  tjg: 'tanjung',
  tjr: 'tajur',
  tk: 'teluk',
  tl: 'talang teluk',
  tlg: 'talang',
  tlk: 'teluk',
  tm: 'timur taman',
  tmn: 'taman',
  tmr: 'timur',
  tn: 'tanah',
  tng: 'tengah tangerang',
  tngg: 'tinggi',
  tnh: 'tanah',
  tr: 'timur',
  uj: 'ujung',
  ujg: 'ujung',
  ut: 'utara',
  utr: 'utara',
  wrg: 'warung',
  wt: 'wetan',
  wtn: 'wetan',
};

/** The words a short form may stand for ("ps" → pasar, pasir), most usual first; none → []. */
export function expansionsOf(short: string): readonly string[] {
  return Object.hasOwn(SHORT_FORMS, short) ? (SHORT_FORMS[short] ?? '').split(' ') : [];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words that say "what follows is a kelurahan or village". */
export const KELURAHAN_MARKERS = words(
  'kel kelurahan kelurhan kelurahn kelurahanya kelurahannya klurahan klrhn klh kelrahan kelurha kelorahan keluharan lurah ds desa desanya gampong nagari pekon',
);

/** Words that say "what follows is a kecamatan". */
export const KECAMATAN_MARKERS = words(
  'kec kecamatan kecmatan kecamtan kecamatannya kecamatanya kcmtn kcmatan kcm kecamaten camat distrik',
);

/** Words that say "what follows is a city, regency or province". */
export const REGENCY_MARKERS = words('kota kab kabupaten kotamadya kodya prov provinsi propinsi');

/** "Not this one": the place after it is not meant. */
export const NEGATIONS = words('bukan bkn bukannya selain sanes dudu');

/** Words after which a negation no longer holds. */
export const NEGATION_ENDS = words('tapi tp tetapi melainkan namun ralat maksud maksudnya yang yg');

/** Words around a name that say nothing about the place. */
export const SMALL_TALK = words(`
  saya sy sya aku ak abdi kula kulo gue gw ane kami kita nama namanya sayang
  dari dr dri drmn asal asli asalnya di d ke ka ti saking teko neng ning ing nang
  psm tksk kader kdr posyandu pkk dinsos anggota koordinator kordinator korcam korkel petugas
  relawan ketua sekretaris sekertaris bendahara staf staff pendamping pekerja sosial masyarakat
  bu ibu ibuk pak bapak bpk mas mbak mba teh teteh aa ceu mpok bang abang neng om tante
  ya iya y yah dong donk deh sih kok nih ni tuh lah loh kan min admin minn gan kak kaka kakak
  dan sama serta atau ato atw yang yg itu ini adalah ialah yaitu untuk utk dgn dengan jadi juga jg
  wilayah wil daerah bagian area lokasi alamat almt alamatnya tinggal domisili rumah rmh warga
  penduduk tugas bertugas dinas kerja kantor pos nomor no hp wa jalan jl jln gang rt rw blok perum
  perumahan komplek komp perumnas kampung kp kampong dusun lingkungan link sekitar dekat dkt deket
  sebelah depan belakang masuk ikut mau mw ingin daftar didaftar terdaftar registrasi isi tulis
  assalamualaikum assalamu assalamualaikumwrwb alaikum wr wb salam selamat pagi siang sore malam
  mohon maaf maap mf izin ijin tolong makasih mksh terima kasih trims tks suwun nuhun hatur punten
  permisi kulonuwun sampurasun sekarang skrg skr dulu dl baru2 tadi kemarin pindah pindahan mutasi
  kayaknya kyknya sepertinya mungkin bukan tidak tdk ga gak nggak enggak ngga belum blm sudah sdh
  udah udh aja saja sj doang dibuat maksud maksudnya mksdnya ralat betul bener benar salah
  ok oke siap baik halo hallo hai p
  kel kelurahan kec kecamatan desa ds kota kab kabupaten prov provinsi banten indonesia
`);
