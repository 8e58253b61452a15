import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { eventFields } from './schema.ts';

const code = z.string().regex(/^[\d.]+$/);
const field = z.enum(eventFields);

/** Choosing an event, or making one. */
export const createButton = defineButton('ev.new', []);
export const resumeButton = defineButton('ev.resume', []);
export const listButton = defineButton('ev.list', [z.coerce.number().int().min(0)]);
export const openButton = defineButton('ev.open', [idArgument]);

/** On the card of an event. */
export const changeButton = defineButton('ev.change', [idArgument]);
export const fieldButton = defineButton('ev.field', [idArgument, field]);
export const sendButton = defineButton('ev.send', [idArgument]);
export const sendNowButton = defineButton('ev.now', [idArgument]);
export const unreachableFileButton = defineButton('ev.file', [idArgument]);
export const cancelButton = defineButton('ev.cancel', [idArgument]);
export const reallyCancelButton = defineButton('ev.cancel2', [idArgument]);

/** In the middle of filling in: they act on the open conversation. */
export const stopButton = defineButton('ev.stop', []);
export const everyoneButton = defineButton('ev.all', []);
export const jabatanButton = defineButton('ev.jab', [z.enum(['PSM', 'TKSK'])]);
export const kecamatanListButton = defineButton('ev.kecs', []);
export const kecamatanButton = defineButton('ev.kec', [code]);
export const kecamatanDoneButton = defineButton('ev.done', []);
/** An area offered for one that was written unclearly. */
export const placeButton = defineButton('ev.place', [
  z.enum(['all', 'PSM', 'TKSK', 'kecamatan', 'kelurahan']),
  z.string().regex(/^[\d.]*$/),
]);
export const deadlineButton = defineButton('ev.deadline', [z.coerce.number().int().min(0).max(30)]);
export const applyButton = defineButton('ev.apply', [idArgument]);
