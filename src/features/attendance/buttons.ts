import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);

/** One's answer to an event (its id). */
export const answerButton = defineButton('att.answer', [
  idArgument,
  z.enum(['HADIR', 'TIDAK_HADIR', 'IZIN']),
]);
/** The reason of an *izin*, out of those offered. */
export const reasonButton = defineButton('att.reason', [
  idArgument,
  z.enum(['sick', 'work', 'family', 'other']),
]);
/** One's invitation to an event, with the answer that counts now. */
export const invitationButton = defineButton('att.open', [idArgument]);
/** The same, out of the agenda and with a way back to it. */
export const agendaEntryButton = defineButton('att.entry', [idArgument]);
export const agendaButton = defineButton('att.agenda', [page]);
