import { z } from 'zod';
import { defineButton } from '../../bot/callback-data.ts';

/** Day of the month, and number of days; 0 switches off. */
export const listDayButton = defineButton('iw.day', [z.coerce.number().int().min(0).max(31)]);
export const stalledDaysButton = defineButton('iw.still', [
  z.coerce.number().int().min(0).max(365),
]);
