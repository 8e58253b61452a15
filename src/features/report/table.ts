/** A monospaced table narrow enough for a phone of 360 px: about thirty characters in a line. */
const wholeWidth = 30;
const narrowestName = 10;

/** A name and its numbers, in the order of the headers; a sign where there is no number. */
export interface TableRow {
  name: string;
  numbers: readonly (number | string)[];
}

/**
 * Lays out names and numbers, each column as wide as its longest number. The names get what is left, and are
 * shortened at their front, because neighbours differ at the end ("Poris Plawad Utara", "… Indah").
 */
export function numberTable(
  headers: { name: string; numbers: readonly string[] },
  rows: readonly TableRow[],
): string {
  const widths = headers.numbers.map(
    (header, at) =>
      1 + Math.max(header.length, ...rows.map(({ numbers }) => String(numbers[at] ?? '').length)),
  );
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const name = Math.max(narrowestName, wholeWidth - taken);
  const line = (first: string, cells: readonly (string | number)[]) =>
    shortName(first, name).padEnd(name) +
    widths.map((width, at) => String(cells[at] ?? '').padStart(width)).join('');
  return [
    line(headers.name, headers.numbers),
    ...rows.map((row) => line(row.name, row.numbers)),
  ].join('\n');
}

/** `Poris Plawad Utara` is `P. Plawad Utara` in 15 characters and `P.P. Utara` in 10. */
export function shortName(name: string, width: number): string {
  if (name.length <= width) return name;
  const words = name.split(' ');
  const [first = '', ...others] = words;
  const kept = width - others.join(' ').length - 2;
  if (others.length > 0 && kept >= 1) return `${first.slice(0, kept)}. ${others.join(' ')}`;
  const last = words.at(-1) ?? '';
  const initials = words.slice(0, -1).map((word) => `${word.slice(0, 1)}.`);
  const short = `${initials.join('')} ${last}`;
  return initials.length > 0 && short.length <= width ? short : `${name.slice(0, width - 1)}…`;
}
