import { parseJabatan } from '../../language/jabatan.ts';
import { parseRupiah } from '../../language/money.ts';
import { parseTablePeriod } from '../../language/table-dates.ts';
import type { Jabatan } from '../kader/rules.ts';
import { monthsAfter, type Rate } from './rules.ts';

/** A standing amount as it was typed; what is null is as it was before. */
export interface SaidRate {
  jabatan: Jabatan;
  fromPeriod: string;
  amount: number;
  payer: string | null;
  label: string | null;
}

/** What could not be read of a typed standing amount. */
export type RateProblem = 'form' | 'jabatan' | 'period' | 'amount' | 'payer';

const form =
  /^(?<jabatan>\S+)\s+(?<period>\d{4}-\d{1,2}|\d{1,2}[-/]\d{4}|\p{L}+\s+\d{4})\s+(?<amount>(?:rp\.?\s*)?\d[\d.,]*(?:\s*(?:ribu|rb|juta|jt))?(?:,-)?)(?:\s+(?<payer>[^/]+?))?(?:\s*\/\s*(?<label>.+))?$/iu;

/** No standing amount is outside of these; a slip of a digit or two is. */
const least = 10_000;
const most = 100_000_000;
const monthsAhead = 24;
const firstMonth = '2000-01';

/**
 * Reads `PSM 2025-01 600000`, `PSM Januari 2025 Rp600.000`, and with payer and name of the money
 * `TKSK 2024-01 1000000 Kementerian Sosial / Tali asih`.
 *
 * @param thisMonth `YYYY-MM`
 */
export function readRate(
  typed: string,
  thisMonth: string,
): { ok: true; rate: SaidRate } | { ok: false; problem: RateProblem } {
  const parts = form.exec(typed.trim())?.groups;
  if (parts === undefined) return { ok: false, problem: 'form' };
  const jabatan = parseJabatan(parts.jabatan);
  if (!jabatan.ok) return { ok: false, problem: 'jabatan' };
  const period = parseTablePeriod(parts.period);
  const isNear =
    period.ok && period.value >= firstMonth && period.value <= monthsAfter(thisMonth, monthsAhead);
  if (!isNear) return { ok: false, problem: 'period' };
  const amount = parseRupiah(parts.amount);
  if (!amount.ok || amount.value < least || amount.value > most)
    return { ok: false, problem: 'amount' };
  return {
    ok: true,
    rate: {
      jabatan: jabatan.value,
      fromPeriod: period.value,
      amount: amount.value,
      payer: parts.payer?.trim() ?? null,
      label: parts.label?.trim() ?? null,
    },
  };
}

/** Fills in who pays and what it is called from the rates of that jabatan; null when nobody knows who pays. */
export function completeRate(said: SaidRate, rates: readonly Rate[]): Rate | null {
  const own = rates.filter(({ jabatan }) => jabatan === said.jabatan);
  const before = own.findLast(({ fromPeriod }) => fromPeriod <= said.fromPeriod) ?? own[0];
  const payer = said.payer ?? before?.payer ?? null;
  if (payer === null) return null;
  return { ...said, payer, label: said.label ?? before?.label ?? 'Insentif' };
}
