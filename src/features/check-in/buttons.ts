import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);

/** Choosing an event, and its card; their arguments begin with the event's id. */
export const listButton = defineButton('absen.list', [page]);
export const openButton = defineButton('absen.open', [idArgument]);
export const openAnywayButton = defineButton('absen.open2', [idArgument]);
export const closeButton = defineButton('absen.close', [idArgument]);
export const reopenButton = defineButton('absen.reopen', [idArgument]);

/** Those who may have been written down twice (event), and the record of one of them (event, record). */
export const doublesButton = defineButton('absen.doubles', [idArgument]);
export const undoDoubleButton = defineButton('absen.undouble', [idArgument, idArgument]);

/** The proof of place. */
export const venueButton = defineButton('absen.venue', [idArgument]);
export const radiusButton = defineButton('absen.radius', [
  idArgument,
  z.coerce.number().int().min(20).max(5_000),
]);
export const noVenueButton = defineButton('absen.novenue', [idArgument]);

/** The desk in chat. */
export const deskButton = defineButton('desk.open', [idArgument]);
export const leaveDeskButton = defineButton('desk.leave', []);
/** Records somebody on the roster (event, kader). */
export const recordButton = defineButton('desk.in', [idArgument, idArgument]);
/** A guest who is on no list. */
export const guestButton = defineButton('desk.guest', [idArgument]);
export const elsewhereButton = defineButton('desk.else', []);
export const areaButton = defineButton('desk.area', [z.string().regex(/^[\d.]+$/)]);
/** Whether a guest is another one than their namesake; the first argument is as below. */
export const namesakeButton = defineButton('desk.same', [
  z.string().regex(/^[\w-]{8,64}$/),
  z.enum(['another', 'same']),
]);
/** The reason of whom the desk is asking about; the first argument is the recording it belongs to. */
export const reasonButton = defineButton('desk.why', [
  z.string().regex(/^[\w-]{8,64}$/),
  z.enum(['substitute', 'uninvited', 'asked', 'own']),
]);
/** On a record (event, record). */
export const undoButton = defineButton('desk.undo', [idArgument, idArgument]);
export const leftButton = defineButton('desk.left', [idArgument, idArgument]);
export const stayedButton = defineButton('desk.stayed', [idArgument, idArgument]);
