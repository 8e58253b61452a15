import type { Db, Tx } from '../../platform/database.ts';
import { usualHours } from './hours.ts';
import { holidays, type ServiceHours, type ServiceTimes, serviceHours } from './schema.ts';

const hoursKey = 'helpdesk.hours';
const holidaysKey = 'helpdesk.holidays';
const daysKey = 'helpdesk.reminderDays';
/** A question without an answer is named in the morning after so many days, until an admin says otherwise. */
const usualDays = 2;

/** When the office answers. */
export async function readServiceTimes(db: Db | Tx): Promise<ServiceTimes> {
  const rows = await db.setting.findMany({ where: { key: { in: [hoursKey, holidaysKey] } } });
  const stored = new Map(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  return {
    hours: serviceHours.catch(usualHours).parse(stored.get(hoursKey)),
    holidays: holidays.catch([]).parse(stored.get(holidaysKey)),
  };
}

export function writeServiceHours(tx: Tx, hours: ServiceHours): Promise<void> {
  return write(tx, hoursKey, JSON.stringify(hours));
}

export function writeHolidays(tx: Tx, days: readonly string[]): Promise<void> {
  return write(tx, holidaysKey, JSON.stringify(days));
}

/** After how many days without an answer staff are reminded. */
export async function readReminderDays(db: Db | Tx): Promise<number> {
  const row = await db.setting.findUnique({ where: { key: daysKey } });
  return row === null ? usualDays : Number(row.value);
}

export function writeReminderDays(tx: Tx, days: number): Promise<void> {
  return write(tx, daysKey, String(days));
}

async function write(tx: Tx, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
