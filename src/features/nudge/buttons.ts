import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** The code of a kecamatan, or one's whole area. */
const part = z.union([z.literal('all'), z.string().regex(/^[\d.]+$/)]);

/** Asks back before the silent of an event are nudged. */
export const nudgeButton = defineButton('ndg.ask', [idArgument, part]);
export const confirmNudgeButton = defineButton('ndg.go', [idArgument, part]);
