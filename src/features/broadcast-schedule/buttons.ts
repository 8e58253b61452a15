import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** What can be pressed about the hour of a broadcast; the first argument is its id. */
export const scheduleButton = defineButton('bc.when', [idArgument]);
/** The moment in minutes since 1970, and the day of the month on which it comes again, 0 for once. */
export const scheduleAtButton = defineButton('bc.at', [
  idArgument,
  idArgument,
  z.coerce.number().int().min(0).max(31),
]);
export const scheduledListButton = defineButton('bc.plans', []);
export const scheduledButton = defineButton('bc.plan', [idArgument]);
export const unscheduleButton = defineButton('bc.unplan', [idArgument]);
