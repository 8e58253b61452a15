import { count, dateAndTime, timeOfDay, timeSpan } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { asOfWords } from './report.ts';

/** The recap of one event: numbers, names and the chart. */

export const labels = {
  chart: '📊 Grafik',
  roll: '🖨 Daftar hadir (PDF/XLSX)',
  compare: '⚖️ Bandingkan kegiatan',
};

/** Before the event, while people come in, and when it is over. */
export type ArrivalStage = 'none' | 'coming_in' | 'complete';

interface Numbers {
  invited: number;
  hadir: number;
  tidakHadir: number;
  izin: number;
  belum: number;
  registered: number;
  came: number;
  /** Of a hundred invited. */
  percentCame: number | null;
  absent: number;
  brokenPromise: number;
  unannounced: number;
  walkIns: number;
}

interface Head {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  /** `Kecamatan Karawaci`, or where the whole area is meant, its name. */
  area: string;
  arrivals: ArrivalStage;
  asOf: Date;
}

export const tableNames = { kecamatan: 'Kecamatan', kelurahan: 'Kelurahan' } as const;
/** Answers, until people come. */
export const answerHeads = ['H', 'T', 'I', 'B', 'D'];
export const arrivalHeads = ['U', 'H', 'D', 'T', '+'];

const absentWords: Record<ArrivalStage, string> = {
  none: 'Belum datang',
  coming_in: 'Belum datang',
  complete: 'Tidak datang',
};

export function recap(head: Head, numbers: Numbers, table: string): Html {
  return lines(
    html`📊 <b>${head.title}</b>`,
    html`🗓 ${timeSpan(head.startsAt, head.endsAt)}`,
    html`Wilayah: ${head.area}`,
    '',
    html`Diundang: <b>${count(numbers.invited)}</b>`,
    html`Sudah menjawab: <b>${count(numbers.invited - numbers.belum)}</b>`,
    html`✅ Hadir: <b>${count(numbers.hadir)}</b>`,
    html`❌ Tidak hadir: <b>${count(numbers.tidakHadir)}</b>`,
    html`🙏 Izin: <b>${count(numbers.izin)}</b>`,
    html`⏳ Belum menjawab: <b>${count(numbers.belum)}</b>`,
    html`📱 Terdaftar di bot: <b>${count(numbers.registered)}</b>`,
    ...(head.arrivals === 'none' ? [] : arrivalLines(head.arrivals, numbers)),
    '',
    html`<pre>${table}</pre>`,
    tableLegend(head.arrivals),
    html`<i>${asOfWords(head.asOf)}</i>`,
  );
}

function arrivalLines(stage: ArrivalStage, numbers: Numbers): (Html | string | false)[] {
  const { came, percentCame, absent, brokenPromise, unannounced, walkIns } = numbers;
  return [
    '',
    html`🏁 Datang: <b>${count(came)}</b>${percentCame === null ? '' : ` (${percentCame}%)`}`,
    html`🪑 ${absentWords[stage]}: <b>${count(absent)}</b>`,
    html`• menjawab hadir, ${absentWords[stage].toLowerCase()}: ${count(brokenPromise)}`,
    html`• datang tanpa menjawab: ${count(unannounced)}`,
    html`➕ Datang di luar undangan: <b>${count(walkIns)}</b>`,
  ];
}

function tableLegend(stage: ArrivalStage): Html {
  return stage === 'none'
    ? html`H hadir, T tidak hadir, I izin, B belum menjawab, D terdaftar di bot`
    : html`U diundang, H menjawab hadir, D datang, T ${absentWords[stage].toLowerCase()}, + di luar undangan`;
}

type AnswerWord = 'HADIR' | 'TIDAK_HADIR' | 'IZIN' | 'silent';

/** One line of the list of names. */
export interface NameLine {
  name: string;
  jabatan: string | null;
  answer: AnswerWord | 'uninvited';
  reason: string | null;
  /** Who recorded the answer, where the kader did not give it. */
  recordedBy: string | null;
  /** Null for those who have not come. */
  cameAt: Date | null;
  leftAt: Date | null;
  phone: string | null;
}

const answerMarks: Record<NameLine['answer'], string> = {
  HADIR: '✅',
  TIDAK_HADIR: '❌',
  IZIN: '🙏',
  silent: '⏳',
  uninvited: '➕',
};

export function names(
  head: Omit<Head, 'startsAt' | 'endsAt'>,
  people: NameLine[],
  page: { at: number; of: number },
): Html {
  return lines(
    html`📋 <b>${head.title}</b>`,
    html`${head.area}`,
    '',
    ...people.map(nameLine),
    '',
    html`✅ hadir, ❌ tidak hadir, 🙏 izin, ⏳ belum menjawab${head.arrivals === 'none' ? '' : ', ➕ di luar undangan, 🏁 datang'}`,
    page.of > 1 && html`Halaman ${page.at} dari ${page.of}`,
    html`<i>${asOfWords(head.asOf)}</i>`,
  );
}

function nameLine(line: NameLine): Html {
  const { name, jabatan, answer, reason, recordedBy, cameAt, leftAt, phone } = line;
  const role = jabatan === 'TKSK' ? ' (TKSK)' : '';
  const notes = [reason ?? '', recordedBy === null ? '' : `dicatat oleh ${recordedBy}`];
  const said = notes.filter((note) => note !== '').join(', ');
  const why = said === '' ? '' : ` (${said})`;
  const there = cameAt === null ? '' : ` 🏁 ${timeOfDay(cameAt)}`;
  const left = leftAt === null ? '' : `, pulang ${timeOfDay(leftAt)}`;
  const number = cameAt === null ? `, ${phone ?? 'tanpa nomor HP'}` : '';
  return html`${answerMarks[answer]} ${name}${role}${why}${number}${there}${left}`;
}

export const chart = {
  answerSeries: {
    hadir: 'Hadir',
    izin: 'Izin',
    tidakHadir: 'Tidak hadir',
    belum: 'Belum menjawab',
  },
  arrivalSeries: (stage: ArrivalStage) => ({
    came: 'Datang',
    brokenPromise: `Menjawab hadir, ${absentWords[stage].toLowerCase()}`,
    excused: 'Izin / tidak hadir',
    silent: 'Tanpa jawaban',
  }),
  subtitle: (what: 'answers' | 'arrivals', area: string, asOf: Date) =>
    `${what === 'answers' ? 'Jawaban undangan' : 'Kehadiran'}, ${area}\n${asOfWords(asOf)}`,
  note: (walkIns: number) =>
    `Angka di ujung baris: jumlah yang diundang.${walkIns === 0 ? '' : ` Di luar undangan datang ${count(walkIns)} orang.`}`,
  fileName: (eventId: number) => `grafik-acara-${eventId}.png`,
  caption: (title: string, area: string, asOf: Date) =>
    html`Grafik <b>${title}</b>, ${area}, per ${dateAndTime(asOf)}.`,
};

export const columns = {
  came: 'Datang',
  absent: 'Tidak datang',
  walkIns: 'Di luar undangan',
  cameAt: 'Jam datang',
  number: 'Nomor urut',
  via: 'Lewat',
  leftAt: 'Pulang lebih awal',
  walkInReason: 'Alasan datang',
};

export const walkInSheet = 'Di luar undangan';

/** How somebody was checked in. */
export const viaWords = {
  SCAN: 'Kode QR di lokasi',
  CARD: 'Kartu kader',
  DESK: 'Meja petugas',
} as const;
