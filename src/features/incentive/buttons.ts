import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** A person's own months only: none of these says whose. */
export const overviewButton = defineButton('inc.all', []);
export const yearButton = defineButton('inc.year', [z.string().regex(/^\d{4}$/)]);
export const monthButton = defineButton('inc.month', [z.string().regex(/^\d{4}-\d{2}$/)]);

/** The standing amount that was typed last, to be confirmed. */
export const saveRateButton = defineButton('rate.save', []);
export const dropRateButton = defineButton('rate.no', []);

/** What an import has to tell: looking at it, telling it, leaving it for later. */
export const newsButton = defineButton('inc.news', [idArgument]);
export const tellButton = defineButton('inc.tell', [idArgument]);
export const tellLaterButton = defineButton('inc.later', []);

/** Closing a month against imports, and opening it again. */
const period = z.string().regex(/^\d{4}-\d{2}$/);
export const lockButton = defineButton('inc.lock', [period]);
export const unlockButton = defineButton('inc.open', [period]);
