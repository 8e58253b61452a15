import { DateTime } from 'luxon';
import { count, dateAndTime, longDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The morning's word to coordinators on how answers stand. */

export const labels = {
  recap: '📊 Rekap',
  silent: '🔔 Yang belum menjawab',
};

interface Counts {
  invited: number;
  hadir: number;
  tidakHadir: number;
  izin: number;
  belum: number;
}

export interface DigestLines {
  event: { title: string; startsAt: Date; answerDeadline: Date };
  /** `Kecamatan Karawaci` */
  area: string;
  counts: Counts;
  /** By how much each number grew. */
  growth: Counts;
  since: { at: Date; isFirst: boolean };
  asOf: Date;
}

export function digest({ event, area, counts, growth, since, asOf }: DigestLines): Html {
  const line = (label: string, number: keyof Counts) =>
    html`${label}: <b>${count(counts[number])}</b>${change(growth[number])}`;
  return lines(
    html`☀️ Selamat pagi, Bapak/Ibu. Kabar undangan:`,
    html`<b>${event.title}</b>`,
    html`🗓 ${dateAndTime(event.startsAt)}`,
    html`Wilayah: ${area}`,
    '',
    html`Ada perubahan sejak ${sinceWhen(since, asOf)}:`,
    line('Diundang', 'invited'),
    line('✅ Hadir', 'hadir'),
    line('❌ Tidak hadir', 'tidakHadir'),
    line('🙏 Izin', 'izin'),
    line('⏳ Belum menjawab', 'belum'),
    '',
    html`Jawaban ditunggu sampai ${dateAndTime(event.answerDeadline)}.`,
  );
}

/** ` (+3)`, ` (−4)`; nothing for what stayed. */
function change(grown: number): string {
  if (grown === 0) return '';
  return grown > 0 ? ` (+${count(grown)})` : ` (−${count(-grown)})`;
}

function sinceWhen({ at, isFirst }: DigestLines['since'], asOf: Date): string {
  if (isFirst) return 'undangan dikirim';
  const yesterday = DateTime.fromJSDate(asOf).minus({ days: 1 });
  return DateTime.fromJSDate(at).hasSame(yesterday, 'day') ? 'kemarin pagi' : longDate(at);
}
