import type { Db } from '../../platform/database.ts';
import { insertRates, readRates } from './repository.ts';
import type { Rate } from './rules.ts';

/**
 * What the press reports of standing amounts, by regency: the start for an empty table, which staff continue
 * with /besaran. Of TKSK in Kota Tangerang no amount is known, so none stands here.
 */
const knownRates: Readonly<Record<string, readonly Rate[]>> = {
  '36.71': [
    {
      jabatan: 'PSM',
      fromPeriod: '2017-01',
      amount: 350_000,
      payer: 'Pemerintah Kota Tangerang',
      label: 'Insentif',
    },
    {
      jabatan: 'PSM',
      fromPeriod: '2020-01',
      amount: 500_000,
      payer: 'Pemerintah Kota Tangerang',
      label: 'Insentif',
    },
  ],
};

/** Fills the table of standing amounts at the first start. */
export async function ensureStandingAmounts(db: Db, regencyCode: string): Promise<void> {
  const rates = knownRates[regencyCode] ?? [];
  if (rates.length === 0 || (await readRates(db)).length > 0) return;
  await db.$transaction((tx) => insertRates(tx, rates));
}
