import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { expiries } from './schema.ts';

/** What can be pressed on the cards of a broadcast that is being composed; the first argument is its id. */
export const recipientFileButton = defineButton('bc.list', [idArgument]);
export const confirmButton = defineButton('bc.next', [idArgument]);
export const sampleButton = defineButton('bc.try', [idArgument]);
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
