import { DateTime } from 'luxon';
import type { WatchMemory, WatchSettings } from './schema.ts';

/** What there is to look into now. */
export interface DueWatches {
  /** The month whose list should be there, and was not reminded of yet. */
  list: { period: string; day: number } | null;
  /** Statuses that began on this day or earlier have not moved for too long, `YYYY-MM-DD`. */
  stalledSince: string | null;
}

/** Offices open at eight; nothing is said before, and nothing in the evening. */
const openFrom = 8;
const openTo = 18;
/** Statuses that do not move are reminded of once in so many days. */
const stalledEvery = 7;

/**
 * What is due now: the missing list once a month, from its day on; statuses that do not move once a week. A day
 * on which nothing ran is made up for on the next one.
 */
export function dueWatches(settings: WatchSettings, memory: WatchMemory, now: Date): DueWatches {
  const local = DateTime.fromJSDate(now);
  if (local.hour < openFrom || local.hour >= openTo) return { list: null, stalledSince: null };
  return {
    list: dueList(settings.listDay, memory.listPeriod, local),
    stalledSince: dueStalled(settings.stalledDays, memory, local),
  };
}

function dueList(
  listDay: number | null,
  reminded: string | null,
  local: DateTime,
): DueWatches['list'] {
  const period = local.toFormat('yyyy-MM');
  if (listDay === null || reminded === period) return null;
  const day = Math.min(listDay, local.daysInMonth ?? listDay);
  return local.day >= day ? { period, day } : null;
}

function dueStalled(
  stalledDays: number | null,
  { stalledChecked, stalledSent }: WatchMemory,
  local: DateTime,
): string | null {
  const today = local.toFormat('yyyy-MM-dd');
  if (stalledDays === null || stalledChecked === today) return null;
  const restsUntil = DateTime.fromISO(stalledSent ?? '1970-01-01').plus({ days: stalledEvery });
  return today < restsUntil.toFormat('yyyy-MM-dd')
    ? null
    : local.minus({ days: stalledDays }).toFormat('yyyy-MM-dd');
}
