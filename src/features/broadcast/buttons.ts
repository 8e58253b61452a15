import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const code = z.string().regex(/^[\d.]+$/);

/** Everything that can be pressed on the cards of a broadcast; the first argument is its id. */
export const everyoneButton = defineButton('bc.all', [idArgument]);
export const jabatanButton = defineButton('bc.jab', [idArgument, z.enum(['PSM', 'TKSK'])]);
export const kecamatanListButton = defineButton('bc.kecs', [idArgument]);
export const kecamatanButton = defineButton('bc.kec', [idArgument, code]);
export const kelurahanAreasButton = defineButton('bc.kels', [idArgument]);
export const kelurahanListButton = defineButton('bc.kelof', [idArgument, code]);
export const kelurahanButton = defineButton('bc.kel', [idArgument, code]);
export const audienceButton = defineButton('bc.aud', [idArgument]);
export const confirmButton = defineButton('bc.next', [idArgument]);
export const sendButton = defineButton('bc.send', [idArgument]);
export const cancelButton = defineButton('bc.cancel', [idArgument]);
export const stopButton = defineButton('bc.stop', [idArgument]);
export const unreachableFileButton = defineButton('bc.unr', [idArgument]);
export const failureFileButton = defineButton('bc.fail', [idArgument]);
