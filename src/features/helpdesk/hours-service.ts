import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../access/rules.ts';
import { readHours } from './hours.ts';
import type { ServiceHours } from './schema.ts';
import {
  readReminderDays,
  readServiceHours,
  writeReminderDays,
  writeServiceHours,
} from './settings-repository.ts';

const mostDays = 30;

export type SettingOutcome =
  | { ok: true; changed: 'hours' | 'days' }
  | { ok: false; reason: 'unreadable' | 'ends_first' | 'days' };

/** When the office answers, and when it is reminded. */
export interface HoursService {
  read(): Promise<{ hours: ServiceHours; reminderDays: number }>;
  /** Changes either of the two as an admin types it: `Senin-Jumat 08.00-16.00` or `pengingat 3`. */
  change(who: Actor, typed: string): Promise<SettingOutcome>;
}

export function createHoursService({ db, transact, clock }: Ports): HoursService {
  return {
    read: async () => ({
      hours: await readServiceHours(db),
      reminderDays: await readReminderDays(db),
    }),

    async change(who, typed) {
      const reminder = /^pengingat\s+(\d+)(?:\s*hari)?$/i.exec(typed.trim());
      const days = reminder === null ? null : Number(reminder[1]);
      if (days !== null && (days < 1 || days > mostDays)) return { ok: false, reason: 'days' };
      const reading = readHours(typed);
      if (days === null && !reading.ok) return reading;
      return transact(async (tx) => {
        const deed = { at: clock.now(), accountId: who.accountId };
        if (days !== null) {
          const before = await readReminderDays(tx);
          await writeReminderDays(tx, days);
          const action = 'helpdesk.reminder';
          await writeAudit(tx, { ...deed, action, subject: 'helpdesk', before, after: days });
          return { ok: true, changed: 'days' };
        }
        const after = reading.ok ? reading.hours : [];
        const before = await readServiceHours(tx);
        await writeServiceHours(tx, after);
        await writeAudit(tx, {
          ...deed,
          action: 'helpdesk.hours',
          subject: 'helpdesk',
          before,
          after,
        });
        return { ok: true, changed: 'hours' };
      });
    },
  };
}
