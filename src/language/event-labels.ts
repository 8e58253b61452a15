/** What staff call the facts of an event in the announcements they write. */

/** The facts of an event that a labelled line can give. */
export type EventLabel =
  | 'title'
  | 'date'
  | 'time'
  | 'place'
  | 'map'
  | 'audience'
  | 'deadline'
  | 'dress'
  | 'note';

/** The words and signs that stand before each fact; see `readLabelledLines`. */
export const EVENT_LABELS: Readonly<Record<EventLabel, readonly string[]>> = {
  title: [
    'judul',
    'acara',
    'nama acara',
    'kegiatan',
    'nama kegiatan',
    'agenda',
    'perihal',
    'hal',
    'tema',
    'undangan',
  ],
  date: [
    'tanggal',
    'tgl',
    'hari',
    'hari tanggal',
    'tanggal acara',
    'tanggal kegiatan',
    'waktu pelaksanaan',
    'tanggal pelaksanaan',
    '📅',
    '🗓',
    '📆',
  ],
  time: [
    'pukul',
    'pkl',
    'jam',
    'waktu',
    'jam acara',
    '⏰',
    '🕗',
    '🕘',
    '🕖',
    '🕙',
    '🕐',
    '🕑',
    '⌚',
  ],
  place: [
    'tempat',
    'tempat acara',
    'tempat kegiatan',
    'lokasi',
    'alamat',
    'bertempat',
    'venue',
    '📍',
    '🏢',
  ],
  map: [
    'peta',
    'maps',
    'map',
    'google maps',
    'gmaps',
    'sharelok',
    'link lokasi',
    'titik lokasi',
    'koordinat',
    '🗺',
  ],
  audience: [
    'sasaran',
    'peserta',
    'undangan untuk',
    'untuk',
    'kepada',
    'penerima',
    'yang diundang',
    '👥',
  ],
  deadline: [
    'batas',
    'batas jawab',
    'batas waktu',
    'batas konfirmasi',
    'batas akhir',
    'batas jawaban',
    'konfirmasi',
    'konfirmasi kehadiran',
    'konfirmasi paling lambat',
    'paling lambat',
    'paling lambat konfirmasi',
    'deadline',
    '⏳',
  ],
  dress: ['pakaian', 'dresscode', 'dress code', 'dress', 'seragam', 'baju', '👔', '👕'],
  note: [
    'catatan',
    'keterangan',
    'ket',
    'note',
    'nb',
    'ctt',
    'harap membawa',
    'membawa',
    'perlengkapan',
    '📝',
    '📌',
  ],
};
