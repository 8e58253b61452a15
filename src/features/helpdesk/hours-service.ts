import { Settings } from 'luxon';
import { dayAt } from '../../language/dates/calendar.ts';
import { type Deed, writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../access/rules.ts';
import { type HolidayReading, isoDay, readHolidays } from './holidays.ts';
import { type HoursReading, readHours } from './hours.ts';
import type { ServiceTimes } from './schema.ts';
import {
  readReminderDays,
  readServiceTimes,
  writeHolidays,
  writeReminderDays,
  writeServiceHours,
} from './settings-repository.ts';

const mostReminderDays = 30;

type Refused<Reading> = Extract<Reading, { ok: false }>;

export type SettingOutcome =
  | { ok: true; changed: 'hours' | 'reminder' }
  /** There is no service on these days, as `2024-12-25`; or, after all, there is. */
  | { ok: true; changed: 'holidays' | 'workdays'; days: readonly string[] }
  | Refused<HoursReading>
  | { ok: false; reason: 'reminder' }
  | { ok: false; reason: 'holiday'; fault: Refused<HolidayReading>['reason'] };

/** When the office answers, and when it is reminded. */
export interface HoursService {
  /** Of the holidays those that are not over. */
  read(): Promise<ServiceTimes & { reminderDays: number }>;
  /**
   * Changes one of them as an admin types it: `Senin-Jumat 08.00-16.00`, `libur 25 Desember`,
   * `masuk 25 Desember` or `pengingat 3`.
   */
  change(who: Actor, typed: string): Promise<SettingOutcome>;
}

export function createHoursService({ db, transact, clock }: Ports): HoursService {
  const zone = () => Settings.defaultZone.name;

  return {
    async read() {
      const { hours, holidays } = await readServiceTimes(db);
      return { hours, holidays: toCome(holidays), reminderDays: await readReminderDays(db) };
    },

    async change(who, typed) {
      const said = /^(pengingat|libur|masuk)\b(.*)$/is.exec(typed.trim());
      const [, word = '', rest = ''] = said ?? [];
      switch (word.toLowerCase()) {
        case 'pengingat':
          return changeReminder(who, rest);
        case 'libur':
          return changeHolidays(who, rest, 'holidays');
        case 'masuk':
          return changeHolidays(who, rest, 'workdays');
        default:
          return changeHours(who, typed);
      }
    },
  };

  async function changeHours(who: Actor, typed: string): Promise<SettingOutcome> {
    const reading = readHours(typed);
    if (!reading.ok) return reading;
    await transact(async (tx) => {
      const { hours } = await readServiceTimes(tx);
      await writeServiceHours(tx, reading.hours);
      await audit(tx, who, 'hours', { before: hours, after: reading.hours });
    });
    return { ok: true, changed: 'hours' };
  }

  async function changeReminder(who: Actor, typed: string): Promise<SettingOutcome> {
    const days = Number(/^\s*(\d+)(?:\s*hari)?$/i.exec(typed)?.[1]);
    if (!(days >= 1 && days <= mostReminderDays)) return { ok: false, reason: 'reminder' };
    await transact(async (tx) => {
      const before = await readReminderDays(tx);
      await writeReminderDays(tx, days);
      await audit(tx, who, 'reminder', { before, after: days });
    });
    return { ok: true, changed: 'reminder' };
  }

  async function changeHolidays(
    who: Actor,
    typed: string,
    changed: 'holidays' | 'workdays',
  ): Promise<SettingOutcome> {
    const reading = readHolidays(typed, clock.now(), zone());
    if (!reading.ok) return { ok: false, reason: 'holiday', fault: reading.reason };
    const { days } = reading;
    await transact(async (tx) => {
      const { holidays: before } = await readServiceTimes(tx);
      const others = toCome(before).filter((day) => !days.includes(day));
      const after = changed === 'holidays' ? [...others, ...days].sort() : others;
      await writeHolidays(tx, after);
      await audit(tx, who, 'holidays', { before, after });
    });
    return { ok: true, changed, days };
  }

  function toCome(holidays: readonly string[]): string[] {
    const today = isoDay(dayAt(clock.now(), zone()));
    return holidays.filter((day) => day >= today);
  }

  async function audit(
    tx: Tx,
    who: Actor,
    what: string,
    change: Required<Pick<Deed, 'before' | 'after'>>,
  ): Promise<void> {
    await writeAudit(tx, {
      at: clock.now(),
      accountId: who.accountId,
      action: `helpdesk.${what}`,
      subject: 'helpdesk',
      ...change,
    });
  }
}
