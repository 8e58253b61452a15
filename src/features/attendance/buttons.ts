import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);
const choice = z.enum(['HADIR', 'TIDAK_HADIR', 'IZIN']);
const reason = z.enum(['sick', 'work', 'family', 'other']);

/** One's answer to an event (its id). */
export const answerButton = defineButton('att.answer', [idArgument, choice]);
/** The reason of an *izin*, out of those offered. */
export const reasonButton = defineButton('att.reason', [idArgument, reason]);
/** One's invitation to an event, with the answer that counts now. */
export const invitationButton = defineButton('att.open', [idArgument]);
/** The same, out of the agenda and with a way back to it. */
export const agendaEntryButton = defineButton('att.entry', [idArgument]);
export const agendaButton = defineButton('att.agenda', [page]);

/** The events for which answers can be recorded for others. */
export const recordEventsButton = defineButton('att.revs', [page]);
/** Whose answer to an event (its id) is to be recorded: a page of those the bot cannot ask. */
export const recordButton = defineButton('att.rec', [idArgument, page]);
/** One person's answer to an event: the event's id, the kader's. */
export const recordPersonButton = defineButton('att.rwho', [idArgument, idArgument]);
export const recordAnswerButton = defineButton('att.rans', [idArgument, idArgument, choice]);
export const recordReasonButton = defineButton('att.rwhy', [idArgument, idArgument, reason]);
/** Enough recorded: what is typed is no longer taken for a name. */
export const recordDoneButton = defineButton('att.rend', []);
