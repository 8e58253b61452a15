import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import { takeTurn } from '../transfer/repository.ts';
import { listLocks, type PeriodLock, putLock, removeLock } from './lock-repository.ts';

/** Closes months against imports, and opens them again. Months are `YYYY-MM`. */
export interface LockService {
  /** The latest month first. */
  list(): Promise<PeriodLock[]>;
  /** @returns false when it was locked already */
  lock(period: string, accountId: number): Promise<boolean>;
  /** @returns false when it was not locked */
  unlock(period: string, accountId: number): Promise<boolean>;
}

export function createLockService({ db, transact, clock }: Ports): LockService {
  function change(
    period: string,
    accountId: number,
    action: 'incentive.lock' | 'incentive.unlock',
  ): Promise<boolean> {
    return transact(async (tx) => {
      // An import that is being applied has looked at the locks already.
      await takeTurn(tx, `lock:${period}`);
      const now = clock.now();
      const isDone =
        action === 'incentive.lock'
          ? await putLock(tx, period, accountId, now)
          : await removeLock(tx, period);
      if (isDone) await writeAudit(tx, { at: now, accountId, action, subject: `period:${period}` });
      return isDone;
    });
  }

  return {
    list: () => listLocks(db),
    lock: (period, accountId) => change(period, accountId, 'incentive.lock'),
    unlock: (period, accountId) => change(period, accountId, 'incentive.unlock'),
  };
}
