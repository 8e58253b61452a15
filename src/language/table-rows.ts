/**
 * The rows of an office table that are no data: totals, column numbers, signature blocks, and the
 * lines that say something about all rows below ("Kecamatan : Karawaci"). Pure.
 */
import { type CellValue, cellText } from '../platform/sheet.ts';
import { writtenText } from './cell.ts';
import { bestLikeness, readTitle, type Title } from './table-header.ts';
import type { Columns, TitledColumn } from './table-layout.ts';

const TOTAL =
  /^(sub ?|grand ?)?(total|jumlah|jml|jlh)( (total|seluruhnya|keseluruhan|semua|dana|biaya|penerima|orang|psm|tksk|halaman( ini)?|dipindahkan|(per )?(kecamatan|kelurahan|kec|kel)( .*)?))*$/;

const CLOSING = [
  /^(mengetahui|menyetujui|mengesahkan|disetujui|diperiksa|dibuat|disusun|disiapkan|diverifikasi)\b/,
  /^nip\b/,
  /^(ttd|tertanda|cap dan|terbilang|catatan|keterangan|sumber|note|nb)\b/,
];

/** "Tangerang, 22 Mei 2024", the day often left open; not "Rabu, 22 Mei 2024". */
const PLACE_AND_DATE =
  /^(?!senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad)\p{L}[\p{L}. ]+,\s*(\d{1,2}\s+|[.…_]+\s*)?(\p{L}+\s+)?20\d\d$/iu;

/** Who signs. The same words may stand before a person's name, so they count for less. */
const SIGNATORY =
  /^(an|a n|plt|plh|pj)?\s*(kepala|kabid|kasi|kadis|sekretaris|camat|lurah|bendahara|pejabat|kuasa pengguna|pengguna anggaran|penata|pembina|ketua|koordinator|verifikator|operator|yang membuat|pembuat|petugas|ppk|pptk|kpa)\b/;

/** Why a row is no data; a caption says what holds for the rows below it. */
export type NoData = 'total' | 'column_numbers' | 'repeated_header' | 'closing';

/** A line that stands in for a column: "Kecamatan : Karawaci" says `Karawaci` of `kecamatan`. */
export type Caption<K extends string> = { key: K; value: string };

/**
 * Makes the judge of the rows below a header, to be asked row by row from the top: after "Jakarta,
 * 22 Mei 2024" or "Mengetahui," only a full row with figures in it is data again.
 */
export function rowClassifier<K extends string>(
  mapping: Record<K, TitledColumn | null>,
  columns: Columns<K>,
): (cells: readonly CellValue[], values: Record<K, CellValue>) => 'data' | NoData | Caption<K> {
  const keys = (Object.keys(columns) as K[]).filter((key) => mapping[key]);
  const required = keys.filter((key) => columns[key].required);
  const titles = new Map(keys.map((key) => [key, columns[key].synonyms.map(readTitle)]));
  let closed = false;

  function isComplete(values: Record<K, CellValue>): boolean {
    const texts = required.flatMap((key) => writtenText(values[key]) ?? []);
    // A merged line has the same text in every column and is no person.
    return texts.length === required.length && (required.length === 1 || new Set(texts).size > 1);
  }

  /** Each written cell says its own title again, or goes on with it ("Lengkap" below "Nama"). */
  function repeatsHeader(values: Record<K, CellValue>): boolean {
    const written = keys.filter((key) => writtenText(values[key]) !== null);
    return (
      written.length > 0 &&
      written.every((key) => {
        const text = cellText(values[key]);
        const names = titles.get(key) ?? [];
        return continuesTitle(text, mapping[key]?.title ?? '', names);
      })
    );
  }

  return (cells, values) => {
    const texts = writtenTexts(cells);
    const words = texts.filter((text) => !/^\d+$/.test(text));
    if (isTotalLabel(words[0] ?? '')) return 'total';
    if (words.length === 0 || words[0]?.startsWith('(')) {
      if (isColumnNumbering(texts)) return 'column_numbers';
    }
    if (repeatsHeader(values)) {
      closed = false;
      return 'repeated_header';
    }
    const complete = isComplete(values);
    const hasFigures = keys.some((key) => /\d{4}/.test(cellText(values[key])));
    const closes =
      mayClose(texts) && (isClosingLine(texts[0]) || (!complete && isSignatory(texts[0])));
    if (complete && hasFigures && !closes) {
      closed = false;
      return 'data';
    }
    const caption = captionIn(texts, columns);
    if (caption) return caption;
    closed ||= closes;
    return closed ? 'closing' : 'data';
  };
}

/** Signatures stand beside at most two others and never behind a row number. */
function mayClose(texts: readonly string[]): texts is [string, ...string[]] {
  return new Set(texts).size <= 3 && !/^\d*$/.test(texts[0] ?? '');
}

function continuesTitle(text: string, title: string, names: readonly Title[]): boolean {
  if (/\d{3}/.test(text)) return false;
  return bestLikeness(text, names) > 0 || bestLikeness(`${title} ${text}`, names) > 0;
}

/** The texts written in a row, from left to right. */
export function writtenTexts(cells: readonly CellValue[]): string[] {
  return cells.map(cellText).filter((text) => text !== '');
}

/** What a line like "Kecamatan : Karawaci", "KEC. CIBODAS" or "Bulan April 2024" says, if anything. */
export function captionIn<K extends string>(
  texts: readonly string[],
  columns: Columns<K>,
): Caption<K> | null {
  // A merged line has the same text in every cell; a label, a colon and the value may each have one.
  const [first = '', second, third] = new Set(texts.filter((text) => text !== ':'));
  if (third !== undefined) return null;
  const line = second === undefined ? first : `${first.replace(/[\s:]+$/, '')}: ${second}`;
  const match = /^([^:]{2,40}?)\s*:[:\s]*(.+)$/.exec(line) ?? /^(\p{L}+)[.\s]+(.+)$/u.exec(line);
  const [, label, value] = match ?? [];
  if (label === undefined || value === undefined) return null;
  for (const key of Object.keys(columns) as K[]) {
    const { caption, synonyms } = columns[key];
    if (caption && bestLikeness(label, synonyms.map(readTitle)) > 0.8) return { key, value };
  }
  return null;
}

/** "JUMLAH", "Sub Total", "Total Kecamatan Cibodas": a row that sums up others. */
function isTotalLabel(text: string): boolean {
  return TOTAL.test(plainWords(text));
}

/** "Mengetahui,", "Tangerang, 22 Mei 2024", "NIP. 1970…", "Catatan: …": the table is over. */
function isClosingLine(text: string): boolean {
  const words = plainWords(text);
  return CLOSING.some((pattern) => pattern.test(words)) || PLACE_AND_DATE.test(text);
}

function isSignatory(text: string): boolean {
  return SIGNATORY.test(plainWords(text));
}

/** The row of "1 2 3 4" or "(1) (2) (3)" that many forms have under their header. */
function isColumnNumbering(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => text.replace(/[().\s]/g, ''));
  return (
    numbers.length >= 3 &&
    numbers.every((text, index) => /^\d{1,2}$/.test(text) && Number(text) === index + 1)
  );
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
