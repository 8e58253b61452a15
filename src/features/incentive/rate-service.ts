import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import { completeRate, type RateProblem, readRate } from './rate-reading.ts';
import { putRate, readRates } from './repository.ts';
import { monthOfInstant, type Rate, rateFor } from './rules.ts';

export type ProposeOutcome =
  /** `instead` is the rate that would otherwise hold from that month on. */
  { ok: true; rate: Rate; instead: Rate | null } | { ok: false; problem: RateProblem };

/** The use cases of the standing amounts. */
export interface RateService {
  /** By jabatan and month. */
  list(): Promise<Rate[]>;
  /** Understands a typed rate; nothing is written. */
  propose(typed: string): Promise<ProposeOutcome>;
  /** @returns whether anything changed */
  save(rate: Rate, accountId: number): Promise<boolean>;
}

export function createRateService({ db, transact, clock }: Ports): RateService {
  return {
    list: () => readRates(db),

    async propose(typed) {
      const read = readRate(typed, monthOfInstant(clock.now()));
      if (!read.ok) return read;
      const rates = await readRates(db);
      const rate = completeRate(read.rate, rates);
      if (rate === null) return { ok: false, problem: 'payer' };
      return { ok: true, rate, instead: rateFor(rates, rate.jabatan, rate.fromPeriod) };
    },

    save: (rate, accountId) =>
      transact(async (tx) => {
        const { jabatan, fromPeriod } = rate;
        const before = (await readRates(tx)).find(
          (other) => other.jabatan === jabatan && other.fromPeriod === fromPeriod,
        );
        if (before !== undefined && isSameRate(before, rate)) return false;
        await putRate(tx, rate);
        await writeAudit(tx, {
          at: clock.now(),
          accountId,
          action: 'rate.put',
          subject: `rate:${jabatan}:${fromPeriod}`,
          ...(before === undefined ? {} : { before: { ...before } }),
          after: { ...rate },
        });
        return true;
      }),
  };
}

function isSameRate(one: Rate, other: Rate): boolean {
  return one.amount === other.amount && one.payer === other.payer && one.label === other.label;
}
