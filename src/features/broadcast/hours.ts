import { DateTime } from 'luxon';
import type { Expiry } from './schema.ts';

/** People sleep from 20.00 to 06.00. */
const quiet = { from: 20, to: 6 };

/** Whether people are asleep, or ought to be. */
export function isQuietHour(at: Date): boolean {
  const { hour } = DateTime.fromJSDate(at);
  return hour >= quiet.from || hour < quiet.to;
}

/** Until when what is sent now may arrive; null: whenever. */
export function expiresAt(expiry: Expiry | null, sentAt: Date): Date | null {
  const sent = DateTime.fromJSDate(sentAt);
  switch (expiry) {
    case null:
      return null;
    case 'two-hours':
      return sent.plus({ hours: 2 }).toJSDate();
    case 'tonight':
      return sent.hour < quiet.from ? evening(sent) : sent.endOf('day').toJSDate();
    case 'tomorrow':
      return evening(sent.plus({ days: 1 }));
  }
}

function evening(day: DateTime): Date {
  return day.startOf('day').set({ hour: quiet.from }).toJSDate();
}
