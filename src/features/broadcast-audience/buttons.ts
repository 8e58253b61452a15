import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const code = z.string().regex(/^[\d.]+$/);

/** Whether a card is about who gets it, or about who of them does not. */
const side = z.enum(['include', 'exclude']);

export const answers = ['HADIR', 'TIDAK_HADIR', 'IZIN', 'NONE'] as const;

export const presences = ['CAME', 'ABSENT'] as const;

/** What can be pressed while an audience is put together; the first argument is the broadcast's id. */
export const everyoneButton = defineButton('bc.all', [idArgument]);
export const jabatanButton = defineButton('bc.jab', [idArgument, side, z.enum(['PSM', 'TKSK'])]);
export const kecamatanListButton = defineButton('bc.kecs', [idArgument, side]);
export const kecamatanButton = defineButton('bc.kec', [idArgument, side, code]);
export const kelurahanAreasButton = defineButton('bc.kels', [idArgument, side]);
export const kelurahanListButton = defineButton('bc.kelof', [idArgument, side, code]);
export const kelurahanButton = defineButton('bc.kel', [idArgument, side, code]);
export const eventListButton = defineButton('bc.evs', [idArgument, side]);
export const eventAnswersButton = defineButton('bc.ev', [idArgument, side, idArgument]);
export const answerButton = defineButton('bc.ans', [idArgument, side, idArgument, z.enum(answers)]);
export const presenceButton = defineButton('bc.came', [
  idArgument,
  side,
  idArgument,
  z.enum(presences),
]);
export const audienceButton = defineButton('bc.aud', [idArgument, side]);
