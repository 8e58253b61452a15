import { z } from 'zod';
import { defineButton } from '../../bot/callback-data.ts';

/** A person's own months only: none of these says whose. */
export const overviewButton = defineButton('inc.all', []);
export const yearButton = defineButton('inc.year', [z.string().regex(/^\d{4}$/)]);
export const monthButton = defineButton('inc.month', [z.string().regex(/^\d{4}-\d{2}$/)]);

/** The standing amount that was typed last, to be confirmed. */
export const saveRateButton = defineButton('rate.save', []);
export const dropRateButton = defineButton('rate.no', []);
