import type { Db, Tx } from '../../platform/database.ts';
import { usualHours } from './hours.ts';
import { type ServiceHours, serviceHours } from './schema.ts';

const hoursKey = 'helpdesk.hours';
const daysKey = 'helpdesk.reminderDays';
/** A question without an answer is named in the morning after so many days, until an admin says otherwise. */
const usualDays = 2;

/** When the office answers. */
export async function readServiceHours(db: Db | Tx): Promise<ServiceHours> {
  const row = await db.setting.findUnique({ where: { key: hoursKey } });
  const stored = row === null ? null : serviceHours.safeParse(JSON.parse(row.value));
  return stored?.success ? stored.data : usualHours;
}

export function writeServiceHours(tx: Tx, hours: ServiceHours): Promise<void> {
  return write(tx, hoursKey, JSON.stringify(hours));
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
