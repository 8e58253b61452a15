import { z } from 'zod';

/** When staff want to be reminded; null: not at all. */
export const watchSettings = z.object({
  /** By this day of the month the list of that month must be there; in a shorter month by its last day. */
  listDay: z.number().int().min(1).max(31).nullable(),
  /** After so many days a status that has not moved is reminded of. */
  stalledDays: z.number().int().min(1).max(365).nullable(),
});

export type WatchSettings = z.infer<typeof watchSettings>;

/** What was reminded of, so that nobody hears it twice. */
export const watchMemory = z.object({
  /** The latest month whose list was there on its day, or was reminded of, `YYYY-MM`. */
  listPeriod: z.string().nullable(),
  /** The day on which statuses were last looked at, and on which they were last reminded of, `YYYY-MM-DD`. */
  stalledChecked: z.string().nullable(),
  stalledSent: z.string().nullable(),
});

export type WatchMemory = z.infer<typeof watchMemory>;

/** Until an administrator decides, nobody is reminded of anything. */
export const off: WatchSettings = { listDay: null, stalledDays: null };
export const nothingYet: WatchMemory = {
  listPeriod: null,
  stalledChecked: null,
  stalledSent: null,
};
