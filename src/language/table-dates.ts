import { type CellValue, isoDay } from '../platform/sheet.ts';
import { type CellReading, writtenText } from './cell.ts';
import { isSlip } from './table-header.ts';

const MONTHS: readonly string[] = [
  'januari january jan',
  'februari pebruari february feb peb',
  'maret march mar mrt',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agu ags agt agus agust aug',
  'september sept sep',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
];

/** What a column of amounts may be called beside its month. */
const AMOUNT_WORDS =
  /\b(jumlah|jml|total|nominal|insentif|honor(arium)?|pembayaran|realisasi|diterima|dibayarkan|bersih|net+o|rp|rupiah|bulan|bln|periode)\b|[()]/g;

/** Days since 30 December 1899; these are the years 1990 to 2099, so that amounts are no dates. */
const SERIALS = { first: 32_874, last: 73_050 };
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * Reads a day: a date cell, the serial number behind one (45434), "22/05/2024" (day first),
 * "2024-05-22", "22 Mei 2024", "Rabu, 22-Mei-24".
 * @returns `YYYY-MM-DD`, or why not: `month_first` for "05/22/2024", since in such a file
 * "05/06/2024" would silently be another day; `not_a_date` for the rest.
 */
export function parseTableDate(
  cell: CellValue | undefined,
): CellReading<string, 'not_a_date' | 'month_first'> {
  const text = writtenText(cell);
  if (text === null) return { ok: false, reason: 'empty' };
  if (cell instanceof Date) return { ok: true, value: isoDay(cell) };
  const written = text
    .toLowerCase()
    .replace(/^(\p{L}+,|(senin|selasa|rabu|kamis|jum'?at|sabtu|ahad|minggu)\b)\s*/u, '')
    .replace(/[t ]\d{1,2}[:.]\d\d([:.]\d\d)?(\.\d+)?( ?(wib|z))?$/, '');
  const day = daySerial(written) ?? dayInFigures(written) ?? dayWithMonthName(written);
  if (day) return { ok: true, value: day };
  const [, month, date, year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written) ?? [];
  const monthFirst = calendarDay(Number(year), Number(month), Number(date)) !== null;
  return { ok: false, reason: monthFirst ? 'month_first' : 'not_a_date' };
}

/**
 * Reads a month: "2024-04", "202404", "04/2024", "April 2024", "Apr-24", "Bulan April Tahun 2024",
 * or any day in it.
 * @param assumedYear the year of a month that names none, if the table says it elsewhere.
 * @returns `YYYY-MM`, or why not: `no_year`, `several_months` ("April - Juni 2024", "TW 1"),
 * `not_a_period`.
 */
export function parseTablePeriod(
  cell: CellValue | undefined,
  assumedYear?: number,
): CellReading<string, 'not_a_period' | 'no_year' | 'several_months'> {
  const text = writtenText(cell);
  if (text === null) return { ok: false, reason: 'empty' };
  const written = text.toLowerCase();
  const figures = monthInFigures(written);
  if (figures) return { ok: true, value: figures };
  const day = parseTableDate(cell);
  if (day.ok) return { ok: true, value: day.value.slice(0, 7) };
  if (/^(tw|triwulan|kuartal|semester|smt|q)[\s.]*[\div]/.test(written)) {
    return { ok: false, reason: 'several_months' };
  }
  const words = written
    .replace(/^(bulan|bln|periode)\b[\s:.]*/, '')
    // "24-Apr" is a day of April; only "Apr-24" may be taken for a year.
    .replace(/^\d{1,2}(?=[^\p{L}\d]*\p{L})/u, '')
    .split(/[^\p{L}\d]+/u);
  const months = new Set(words.flatMap((word) => monthNamed(word) ?? []));
  const others = words.filter((word) => word !== '' && monthNamed(word) === null);
  const years = others.filter((word) => /^(20)?\d\d$/.test(word)).map(fullYear);
  if (months.size > 1) return { ok: false, reason: 'several_months' };
  const [month] = months;
  const known = others.every((word) => /^((20)?\d\d|tahun|thn|th)$/.test(word));
  if (month === undefined || !known || years.length > 1)
    return { ok: false, reason: 'not_a_period' };
  const year = years[0] ?? assumedYear;
  return year === undefined
    ? { ok: false, reason: 'no_year' }
    : { ok: true, value: periodOf(year, month) };
}

/**
 * The month a column stands for, by the parts of its title from top to bottom: "April 2024",
 * "2024" over "Apr", "Jumlah" under "Mei 2024", a date cell. A title that says anything else
 * ("Tanggal" under "Mei 2024") is no month.
 */
export function titlePeriod(parts: readonly CellValue[], assumedYear?: number): string | null {
  let year = assumedYear;
  let month: CellValue = null;
  for (const part of new Set(parts)) {
    const text = writtenText(part)?.toLowerCase().replace(AMOUNT_WORDS, '').trim();
    if (!text) continue;
    const [, yearAlone] = /^(?:tahun|thn|ta)?[\s.:]*(20\d\d)$/.exec(text) ?? [];
    if (yearAlone !== undefined) year = Number(yearAlone);
    else if (month !== null && month !== text) return null;
    else month = text;
  }
  const day = parseTableDate(month);
  if (day.ok && !day.value.endsWith('-01')) return null;
  const period = parseTablePeriod(month, year);
  return period.ok ? period.value : null;
}

/**
 * The one month that titles speak of ("DAFTAR PENERIMA INSENTIF BULAN APRIL 2024"), or `null` if
 * there is none or more than one. Days ("Tangerang, 22 Mei 2024") don't count.
 */
export function periodNamed(lines: readonly string[]): string | null {
  const periods = new Set<string>();
  for (const line of lines) {
    const text = line.toLowerCase();
    const months = new Set(text.split(/[^\p{L}]+/u).flatMap((word) => monthCalled(word) ?? []));
    if (months.size > 1) return null;
    const named = text.matchAll(/(\d{1,2}[\s-]+)?(\p{L}+)[\s.-]+(?:tahun\s+)?(20\d\d)\b/gu);
    for (const [, day, name = '', year] of named) {
      const month = monthCalled(name);
      if (day === undefined && month !== null) periods.add(periodOf(Number(year), month));
    }
  }
  const [period = null] = periods;
  return periods.size === 1 ? period : null;
}

function monthCalled(word: string): number | null {
  const index = MONTHS.findIndex((names) => names.split(' ').includes(word));
  return index < 0 ? null : index + 1;
}

/** The month (1–12) a word names, shortened or with a slip of the pen. */
function monthNamed(word: string): number | null {
  const exact = monthCalled(word);
  if (exact !== null) return exact;
  const close = MONTHS.findIndex((names) =>
    names.split(' ').some((name) => name.length >= 5 && isSlip(word, name)),
  );
  return close >= 0 ? close + 1 : null;
}

function daySerial(text: string): string | null {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  if (!(serial >= SERIALS.first && serial <= SERIALS.last)) return null;
  return isoDay(new Date(SERIAL_EPOCH + serial * DAY));
}

function dayInFigures(text: string): string | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (yearFirst) {
    const [year, month, day] = yearFirst.slice(1).filter((part) => part !== undefined);
    return calendarDay(Number(year), Number(month), Number(day));
  }
  const [, day, month, year] =
    /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d\d)$/.exec(text) ?? [];
  return year === undefined ? null : calendarDay(fullYear(year), Number(month), Number(day));
}

function dayWithMonthName(text: string): string | null {
  const dayFirst = /^(\d{1,2})[\s./-]*(\p{L}+)[\s./,'-]*(\d{4}|\d\d)$/u.exec(text);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(text);
  const [, day, name = '', year = ''] =
    dayFirst ?? (monthFirst ? [null, monthFirst[2], monthFirst[1], monthFirst[3]] : []);
  const month = monthNamed(name ?? '');
  return month === null ? null : calendarDay(fullYear(year ?? ''), month, Number(day));
}

function monthInFigures(text: string): string | null {
  const [, year, month] = /^(20\d\d)(?:[-/]|\.?(?=\d\d$))(0?[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year !== undefined) return periodOf(Number(year), Number(month));
  const [, first, last] = /^(0?[1-9]|1[0-2]) ?[-/.] ?(20\d\d)$/.exec(text) ?? [];
  return last === undefined ? null : periodOf(Number(last), Number(first));
}

/** `YYYY-MM-DD`, unless the calendar has no such day. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2100 ? isoDay(date) : null;
}

function fullYear(year: string): number {
  return Number(year) + (year.length === 2 ? 2000 : 0);
}

function periodOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
