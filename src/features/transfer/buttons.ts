import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const word = z.enum(['kader', 'insentif']);
const digest = z.string().regex(/^[0-9a-f]{12}$/);

/** "How do I import …?", or what the file that just came holds. */
export const wordButton = defineButton('imp.what', [word]);
/** Carries which plan was shown, so that nothing else is applied. */
export const applyButton = defineButton('imp.do', [word, idArgument, digest]);
export const cancelButton = defineButton('imp.no', [word, idArgument]);
