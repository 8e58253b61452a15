import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { expiries } from './schema.ts';

const code = z.string().regex(/^[\d.]+$/);

/** Whether a card is about who gets it, or about who of them does not. */
const side = z.enum(['include', 'exclude']);

export const answers = ['HADIR', 'TIDAK_HADIR', 'IZIN', 'NONE'] as const;

export const presences = ['CAME', 'ABSENT'] as const;

/** Everything that can be pressed on the cards of a broadcast; the first argument is its id. */
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
export const recipientFileButton = defineButton('bc.list', [idArgument]);
export const confirmButton = defineButton('bc.next', [idArgument]);
export const sampleButton = defineButton('bc.try', [idArgument]);
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
/** The broadcast, the round of asking and the decision. */
export const decideButton = defineButton('bc.say', [
  idArgument,
  idArgument,
  z.enum(['approved', 'rejected']),
]);
export const withdrawButton = defineButton('bc.unask', [idArgument]);
export const expiryListButton = defineButton('bc.exps', [idArgument]);
export const expiryButton = defineButton('bc.exp', [idArgument, z.enum([...expiries, 'none'])]);
export const sendButton = defineButton('bc.send', [idArgument]);
export const cancelButton = defineButton('bc.cancel', [idArgument]);
export const unreachableFileButton = defineButton('bc.unr', [idArgument]);
export const failureFileButton = defineButton('bc.fail', [idArgument]);
