import type { CellValue } from '../platform/sheet.ts';
import { type CellReading, writtenText } from './cell.ts';

/** Above this, a "sum" is an account or phone number in the wrong column. */
const LARGEST = 1_000_000_000_000;

const UNITS: Record<string, number> = {
  ribu: 1_000,
  rb: 1_000,
  rbu: 1_000,
  k: 1_000,
  juta: 1_000_000,
  jt: 1_000_000,
  jta: 1_000_000,
  miliar: 1_000_000_000,
  milyar: 1_000_000_000,
};

/**
 * Reads an amount as offices write it: 500000, "Rp 500.000,-", "Rp500.000,00", "500,000.00",
 * "350 ribu", "0,5 juta", "1 juta 250 ribu".
 * @returns whole rupiah, or why not: `fraction` (no whole rupiah), `negative`,
 * `rounded_by_spreadsheet` ("5E+05": digits may be lost), `too_large`, `not_money`.
 */
export function parseRupiah(
  cell: CellValue | undefined,
): CellReading<
  number,
  'not_money' | 'negative' | 'fraction' | 'rounded_by_spreadsheet' | 'too_large'
> {
  const text = writtenText(cell);
  if (text === null) return { ok: false, reason: 'empty' };
  if (typeof cell === 'number') return wholeRupiah(cell);
  if (typeof cell !== 'string') return { ok: false, reason: 'not_money' };
  const amount = text
    .toLowerCase()
    .replace(/^\(?-?\s*(rp|idr)\.?\s*/, (prefix) => prefix.replace(/[^(-]/g, ''))
    .replace(/\s*\([^)\d]*\)$/, '')
    .replace(/\s*(\/|per) ?(bulan|bln|orang|org)$/, '')
    .replace(/\s*(rupiah|idr)$/, '')
    .replace(/[.,]\s*[-–—=]+$/, '')
    .replace(/(?<=\d) (?=\d{3}\b)/g, '');
  if (/^(-.*|\(.*\))$/.test(amount)) return { ok: false, reason: 'negative' };
  if (/^\d+([.,]\d+)?e\+?\d+$/.test(amount)) return { ok: false, reason: 'rounded_by_spreadsheet' };
  const value = inUnits(amount) ?? plainNumber(amount);
  return value === null ? { ok: false, reason: 'not_money' } : wholeRupiah(value);
}

/** "1 juta 250 ribu": every part needs its unit, else "1 juta 5" would be five rupiah. */
function inUnits(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join(' ').length < text.length) return null;
  let sum = 0;
  for (const [, number = '', unit = ''] of parts) {
    const factor = UNITS[unit];
    if (factor === undefined) return null;
    const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(number);
    // "1.250 ribu" counts thousands; "1.500 juta" may be one and a half million or 1,500 of them.
    if (grouped && factor > 1_000) return null;
    sum += Number(grouped ? number.replace(/[.,]/, '') : number.replace(',', '.')) * factor;
  }
  return sum;
}

/** Three digits after a dot or comma are thousands, one or two at the end are cents. */
function plainNumber(text: string): number | null {
  const match = /^([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [, whole = '', cents = '0'] = match;
  return Number(`${whole.replace(/[.,]/g, '')}.${cents}`);
}

function wholeRupiah(value: number): ReturnType<typeof parseRupiah> {
  if (!Number.isFinite(value)) return { ok: false, reason: 'not_money' };
  if (value < 0) return { ok: false, reason: 'negative' };
  if (value > LARGEST) return { ok: false, reason: 'too_large' };
  const whole = Math.round(value);
  // Sums of a spreadsheet carry rounding dust: 499999.9999999999.
  if (Math.abs(value - whole) > 1e-6) return { ok: false, reason: 'fraction' };
  return { ok: true, value: whole };
}
