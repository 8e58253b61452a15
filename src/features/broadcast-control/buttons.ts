import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** What can be pressed on the card of a broadcast that is on its way or through; the argument is its id. */
export const pauseButton = defineButton('bc.pause', [idArgument]);
export const resumeButton = defineButton('bc.resume', [idArgument]);
export const stopButton = defineButton('bc.stop', [idArgument]);
export const retryButton = defineButton('bc.retry', [idArgument]);
