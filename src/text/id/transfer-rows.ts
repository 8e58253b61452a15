import { count } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The rows of a table that staff bring: how many, which, and what is wrong with them. */

export interface Counts {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** `unit`: what is counted, e.g. `orang`. */
export function counts({ created, changed, unchanged, refused }: Counts, unit: string): Html {
  return lines(
    html`🆕 Baru: <b>${count(created)}</b> ${unit}`,
    html`✏️ Berubah: <b>${count(changed)}</b> ${unit}`,
    html`✔️ Tetap sama: <b>${count(unchanged)}</b> ${unit}`,
    html`⛔ Ditolak: <b>${count(refused)}</b> baris`,
  );
}

/** Columns, sheets and rows that were left out. */
export interface LeftOut {
  dropped: { title: string; why: 'identity_number' | 'account_number' | 'unknown' | 'duplicate' }[];
  ignoredSheets: string[];
  skippedRows: number;
}

export function leftOut({ dropped, ignoredSheets, skippedRows }: LeftOut): Html | null {
  const titles = (...reasons: LeftOut['dropped'][number]['why'][]) =>
    dropped
      .filter(({ why }) => reasons.includes(why))
      .map(({ title }) => title)
      .join(', ');
  const secret = titles('identity_number', 'account_number');
  const unused = titles('unknown');
  const twice = titles('duplicate');
  const said = [
    secret !== '' && html`🔒 Data pribadi tidak disimpan: kolom ${secret}.`,
    unused !== '' && html`Kolom yang tidak dipakai: ${unused}.`,
    twice !== '' && html`⚠️ Kolom yang serupa dengan kolom lain, jadi tidak dibaca: ${twice}.`,
    ignoredSheets.length > 0 && html`Lembar yang dilewati: ${ignoredSheets.join(', ')}.`,
    skippedRows > 0 && html`Baris jumlah dan tanda tangan dilewati: ${count(skippedRows)}.`,
  ].filter((line) => line !== false);
  return said.length === 0 ? null : lines(...said);
}

export interface RowName {
  sheet: string | null;
  number: number;
}

/** `baris 7`, or `baris 7 lembar Karawaci`. */
export function rowName({ sheet, number }: RowName): string {
  return sheet === null ? `baris ${number}` : `baris ${number} lembar ${sheet}`;
}

/** How many examples are shown of anything. */
export const mostExamples = 3;

/** Examples under a heading, with how many more there are; null without any. */
export function examples(
  heading: string,
  all: readonly Html[],
  total: number = all.length,
): Html | null {
  if (total === 0) return null;
  const more = total - mostExamples;
  return lines(
    html`<b>${heading}</b>`,
    ...all.slice(0, mostExamples).map((line) => html`• ${line}`),
    more > 0 && html`• … dan ${count(more)} lagi`,
  );
}

export const detailColumns = {
  sheet: 'Lembar',
  row: 'Baris',
  why: 'Alasan',
  todo: 'Yang perlu dilakukan',
};
export const moreRows = (more: number) => `… dan ${count(more)} baris lagi`;
export const refusedSheet = 'Perlu diperbaiki';

/** Why a row is left out, and what to do about it. */
export interface Reason {
  why: string;
  todo: string;
}

/** `Baris 7 (Siti): Nomor HP kurang angkanya. Periksa lagi nomornya.` */
export function refusedRow(at: RowName, name: string, reasons: readonly Reason[]): Html {
  const row = rowName(at);
  const who = name === '' ? '' : ` (${name.replace(/\s+/g, ' ')})`;
  const why = reasons.map((reason) => reason.why).join('; ');
  const todo = reasons.map((reason) => reason.todo).join(' ');
  return html`${row.charAt(0).toUpperCase() + row.slice(1)}${who}: ${why}. ${todo}`;
}

/** Paragraphs with an empty line before each; those that say nothing are left out. */
export function spaced(...paragraphs: (Html | null)[]): (Html | string)[] {
  return paragraphs.flatMap((paragraph) => (paragraph === null ? [] : ['', paragraph]));
}

/** Why an area named in a table is none, and what to do about it. */
export const placeReasons = {
  noPlace: {
    why: 'Kelurahan dan kecamatan kosong',
    todo: 'Isi kelurahan untuk PSM, kecamatan untuk TKSK.',
  },
  unclear: (level: 'kelurahan' | 'kecamatan', written: string, suggestions: string[]) => ({
    why: `${level === 'kelurahan' ? 'Kelurahan' : 'Kecamatan'} "${written}" tidak ada di daftar resmi`,
    todo:
      suggestions.length === 0
        ? 'Periksa lagi namanya.'
        : `Maksudnya ${suggestions.join(' atau ')}?`,
  }),
  elsewhere: (kelurahan: string, liesIn: string, written: string) => ({
    why: `Kelurahan ${kelurahan} ada di Kecamatan ${liesIn}, bukan ${written}`,
    todo: 'Perbaiki kelurahan atau kecamatannya.',
  }),
};
