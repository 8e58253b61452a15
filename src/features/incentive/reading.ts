import { writtenText } from '../../language/cell.ts';
import { parseRupiah } from '../../language/money.ts';
import { displayName, nameKey } from '../../language/names.ts';
import { parsePhoneCell } from '../../language/phone-cell.ts';
import { parseTableDate, parseTablePeriod } from '../../language/table-dates.ts';
import type { Phone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import type { PlaceCells, PlaceProblem } from '../transfer/place-cells.ts';
import type { RowPlace, StoredCell } from '../transfer/schema.ts';
import type { IncentiveStatus, WrittenRow } from './schema.ts';
import { parseStatus } from './status-words.ts';

/** What is wrong with one cell. */
export type CellProblem =
  | { why: 'no_name' }
  /** There is no name, and the number is none. */
  | { why: 'bad_phone'; written: string; how: 'rounded_by_spreadsheet' | 'not_a_phone' }
  | { why: 'no_period' }
  | { why: 'bad_period'; written: string; how: 'not_a_period' | 'no_year' | 'several_months' }
  | {
      why: 'bad_amount';
      written: string;
      how: 'not_money' | 'negative' | 'fraction' | 'rounded_by_spreadsheet' | 'too_large' | 'zero';
    }
  | { why: 'no_status' }
  | { why: 'unclear_status'; written: string }
  | { why: 'bad_date'; written: string; how: 'not_a_date' | 'month_first' | 'far_ahead' }
  | PlaceProblem;

/** What a row says about one month; null where it leaves the cell open. */
export interface SaidMonth {
  period: string;
  amount: number | null;
  status: IncentiveStatus;
  statusDate: string | null;
  note: string | null;
}

/** Whom a row means, as far as it says so. */
export interface SaidPerson {
  name: string;
  nameKey: string;
  phone: Phone | null;
  area: Area | null;
}

/** One row, or one month of a row in tables with a column per month. */
export interface ReadMonth {
  at: RowPlace;
  /** The row as if it had but this month. */
  written: WrittenRow;
  person: SaidPerson;
  /** Null when something in the row is wrong. */
  month: SaidMonth | null;
  problems: CellProblem[];
  /** A long number stood in the remark and was shortened. */
  numberHidden: boolean;
}

/** No monthly incentive is near it; more is a slip or another number. */
const largestAmount = 100_000_000;
const longestNote = 300;
/** "12. Siti Aminah": the office counts its rows in the names. */
const rowNumber = /^\d{1,4}[.)]\s*/;
/** A transfer is announced at most this far ahead. */
const daysAhead = 60;

/**
 * Understands one row: one month of one person, or several where the table has a column per month. Every
 * problem is found at once.
 *
 * @param today `YYYY-MM-DD`
 */
export function readIncentiveRow(
  written: WrittenRow,
  places: PlaceCells,
  today: string,
): ReadMonth[] {
  const months = Object.entries(written.months);
  const amounts: [StoredCell, StoredCell][] =
    months.length > 0 ? months : [[written.periode, written.jumlah]];
  const { person, problems: personProblems } = readPerson(written, places);
  const status = parseStatus(written.status);
  const date = readDate(written.tanggal, today);
  const note = readNote(written.keterangan);
  const problems: CellProblem[] = [...personProblems];
  if (!status.ok)
    problems.push(
      status.reason === 'empty'
        ? { why: 'no_status' }
        : { why: 'unclear_status', written: String(written.status) },
    );
  if (date.problem !== null) problems.push(date.problem);

  return amounts.map(([periodCell, amountCell]) => {
    const period = parseTablePeriod(periodCell);
    const amount = readAmount(amountCell);
    const all = [
      ...(period.ok ? [] : [periodProblem(periodCell, period.reason)]),
      ...(amount.problem === null ? [] : [amount.problem]),
      ...problems,
    ];
    const month =
      all.length === 0 && period.ok && status.ok
        ? {
            period: period.value,
            amount: amount.value,
            status: status.value,
            statusDate: date.value,
            note: note.text,
          }
        : null;
    return {
      at: written.at,
      written:
        months.length === 0 ? written : { ...written, periode: periodCell, jumlah: amountCell },
      person,
      month,
      problems: all,
      numberHidden: note.hidden,
    };
  });
}

function readPerson(
  written: WrittenRow,
  places: PlaceCells,
): { person: SaidPerson; problems: CellProblem[] } {
  const name = displayName((writtenText(written.nama) ?? '').replace(rowNumber, ''));
  const key = nameKey(name);
  const phone = parsePhoneCell(written.no_hp);
  const kelurahan = writtenText(written.kelurahan);
  const kecamatan = writtenText(written.kecamatan);
  const place = kelurahan === null && kecamatan === null ? null : places.read(kelurahan, kecamatan);
  const problems: CellProblem[] = [];
  if (key === '' && !phone.ok) problems.push(noPerson(written.no_hp, phone.reason));
  // With a number it does not matter whether the area can be read.
  if (place?.ok === false && !phone.ok) problems.push(place.problem);
  return {
    person: {
      name,
      nameKey: key,
      phone: phone.ok ? phone.value : null,
      area: place?.ok ? place.area : null,
    },
    problems,
  };
}

function noPerson(cell: StoredCell, reason: string): CellProblem {
  if (reason === 'empty') return { why: 'no_name' };
  const how = reason === 'rounded_by_spreadsheet' ? reason : 'not_a_phone';
  return { why: 'bad_phone', written: String(cell), how };
}

function periodProblem(
  cell: StoredCell,
  reason: 'empty' | 'not_a_period' | 'no_year' | 'several_months',
): CellProblem {
  if (reason === 'empty') return { why: 'no_period' };
  return { why: 'bad_period', written: String(cell), how: reason };
}

/** An open cell is no problem here: what is recorded already may say the amount. */
function readAmount(cell: StoredCell): { value: number | null; problem: CellProblem | null } {
  const amount = parseRupiah(cell);
  const bad = (how: Extract<CellProblem, { why: 'bad_amount' }>['how']) => ({
    value: null,
    problem: { why: 'bad_amount', written: String(cell), how } as const,
  });
  if (!amount.ok) {
    return amount.reason === 'empty' ? { value: null, problem: null } : bad(amount.reason);
  }
  if (amount.value === 0) return bad('zero');
  if (amount.value > largestAmount) return bad('too_large');
  return { value: amount.value, problem: null };
}

function readDate(
  cell: StoredCell,
  today: string,
): { value: string | null; problem: CellProblem | null } {
  const date = parseTableDate(cell);
  const bad = (how: Extract<CellProblem, { why: 'bad_date' }>['how']) => ({
    value: null,
    problem: { why: 'bad_date', written: String(cell), how } as const,
  });
  if (!date.ok) return date.reason === 'empty' ? { value: null, problem: null } : bad(date.reason);
  const ahead = (Date.parse(date.value) - Date.parse(today)) / 86_400_000;
  return ahead > daysAhead ? bad('far_ahead') : { value: date.value, problem: null };
}

/** Nine digits and more, or groups of digits, that may be an account, an identity card or a phone. */
const longNumber = /\d(?:-?\d){8,}|\d{3,4}(?: \d{3,4}){2,}/g;

/** A remark that is fit to be shown in a chat: of account and identity numbers only the last four digits. */
function readNote(cell: StoredCell): { text: string | null; hidden: boolean } {
  const written = writtenText(cell);
  if (written === null) return { text: null, hidden: false };
  const text = hideLongNumbers(written);
  return { text: text.slice(0, longestNote), hidden: text !== written };
}

/** The same words with `••••7890` for every long number. */
export function hideLongNumbers(text: string): string {
  return text.replace(longNumber, (digits) => `••••${digits.replace(/\D/g, '').slice(-4)}`);
}
