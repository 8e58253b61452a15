import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** Second thoughts about an announcement that has left; the argument is its id. */
export const correctButton = defineButton('bc.corr', [idArgument]);
export const sendCorrectionButton = defineButton('bc.corrgo', [idArgument]);
export const keepButton = defineButton('bc.keep', [idArgument]);
export const withdrawButton = defineButton('bc.wd', [idArgument]);
export const confirmWithdrawalButton = defineButton('bc.wdgo', [idArgument]);
