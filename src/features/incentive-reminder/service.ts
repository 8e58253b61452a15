import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { staffBeside } from '../access/repository.ts';
import { dayOfInstant, type StatusSum } from '../incentive/rules.ts';
import { enqueue } from '../outbox/service.ts';
import * as store from './repository.ts';
import { dueWatches } from './rules.ts';
import type { WatchSettings } from './schema.ts';

/** How the reminders to staff read. */
export interface WatchLetters {
  listMissing(period: string, day: number): OutgoingMessage;
  stalled(days: number, sums: readonly (StatusSum & { period: string })[]): OutgoingMessage;
}

export interface IncentiveWatch {
  settings(): Promise<WatchSettings>;
  /** Changes some of the settings. @returns all of them */
  change(change: Partial<WatchSettings>, accountId: number): Promise<WatchSettings>;
  /**
   * Reminds staff of what is due, in one transaction with the note that it was, so that a restart, a missed or a
   * repeated tick doubles and loses nothing.
   */
  tick(): Promise<void>;
}

/** Nobody of the staff excepted: accounts count from one. */
const nobody = 0;

/** Watches over lists that do not come and payments that do not move. */
export function createIncentiveWatch(
  { db, transact, clock, logger }: Ports,
  letters: WatchLetters,
): IncentiveWatch {
  return {
    settings: () => store.readSettings(db),

    change: (change, accountId) =>
      transact(async (tx) => {
        const before = await store.readSettings(tx);
        const after = { ...before, ...change };
        if (JSON.stringify(before) === JSON.stringify(after)) return after;
        await store.writeSettings(tx, after);
        await writeAudit(tx, {
          at: clock.now(),
          accountId,
          action: 'incentive.watch',
          subject: 'setting:incentive.watch',
          before,
          after,
        });
        return after;
      }),

    async tick() {
      const now = clock.now();
      const due = dueWatches(await store.readSettings(db), await store.readMemory(db), now);
      if (due.list === null && due.stalledSince === null) return;
      try {
        await transact((tx) => remind(tx, now));
      } catch (error) {
        // The next tick tries again; what else is due must not wait for it.
        logger.error({ err: error }, 'staff could not be reminded of incentives');
      }
    },
  };

  /** Does what is due as things stand in this very transaction. */
  async function remind(tx: Tx, now: Date): Promise<void> {
    const settings = await store.readSettings(tx);
    const memory = await store.readMemory(tx);
    const due = dueWatches(settings, memory, now);
    const today = dayOfInstant(now);
    const remembered = { ...memory };
    if (due.list !== null) {
      const { period, day } = due.list;
      if (!(await store.hasList(tx, period)))
        await tellStaff(tx, `incentive-list:${period}`, letters.listMissing(period, day), now);
      remembered.listPeriod = period;
    }
    if (due.stalledSince !== null && settings.stalledDays !== null) {
      const sums = await store.stalledSince(tx, due.stalledSince);
      remembered.stalledChecked = today;
      if (sums.length > 0) {
        await tellStaff(
          tx,
          `incentive-stalled:${today}`,
          letters.stalled(settings.stalledDays, sums),
          now,
        );
        remembered.stalledSent = today;
      }
    }
    await store.writeMemory(tx, remembered);
  }

  async function tellStaff(
    tx: Tx,
    key: string,
    message: OutgoingMessage,
    now: Date,
  ): Promise<void> {
    const staff = await staffBeside(tx, nobody);
    await enqueue(
      tx,
      staff.map(({ accountId, telegramId }) => ({
        ...message,
        dedupeKey: `${key}:${accountId}`,
        chatId: BigInt(telegramId),
        priority: 1,
        notBefore: now,
      })),
      now,
    );
  }
}
