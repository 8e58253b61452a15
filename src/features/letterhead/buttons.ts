import { z } from 'zod';
import { defineButton } from '../../bot/callback-data.ts';
import { letterheadFields } from './schema.ts';

const field = z.enum(letterheadFields);

/** Asks for a field anew. */
export const letterheadFieldButton = defineButton('kop.field', [field]);
/** Back to what follows from the regency. */
export const clearFieldButton = defineButton('kop.clear', [field]);
/** The letterhead as it is; what was being asked for is dropped. */
export const letterheadButton = defineButton('kop.open', []);
/** A page with it, to be looked at. */
export const samplePageButton = defineButton('kop.sample', []);
