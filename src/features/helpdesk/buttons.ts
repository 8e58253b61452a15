import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { disputeKind, ticketFilter } from './schema.ts';

const page = z.coerce.number().int().min(0);
const period = z.string().regex(/^\d{4}-\d{2}$/);

// What the person who asks can press; the number is of one of their own questions.
export const askButton = defineButton('ask.new', []);
export const sendOfferButton = defineButton('ask.send', [idArgument]);
export const dropOfferButton = defineButton('ask.drop', [idArgument]);
/** Adds an offer to a question that is open. */
export const joinOfferButton = defineButton('ask.join', [idArgument, idArgument]);
export const replyButton = defineButton('ask.reply', [idArgument]);
export const settleButton = defineButton('ask.done', [idArgument]);
/** Ends a question that is no longer asked. */
export const withdrawButton = defineButton('ask.undo', [idArgument]);
export const mineButton = defineButton('ask.mine', [page]);
export const ownTicketButton = defineButton('ask.open', [idArgument]);
/** Doubts one of the own months. */
export const disputeButton = defineButton('ask.doubt', [disputeKind, period]);
export const disputeNowButton = defineButton('ask.doubtnow', [disputeKind, period]);
export const dropDisputeButton = defineButton('ask.nodoubt', []);

// What the office can press.
export const takeButton = defineButton('tkt.take', [idArgument]);
export const takeOverButton = defineButton('tkt.over', [idArgument]);
export const answerButton = defineButton('tkt.answer', [idArgument]);
export const pickCannedButton = defineButton('tkt.canned', [idArgument, page]);
export const previewCannedButton = defineButton('tkt.show', [idArgument, idArgument]);
export const sendCannedButton = defineButton('tkt.send', [idArgument, idArgument]);
export const closeButton = defineButton('tkt.close', [idArgument]);
export const reopenButton = defineButton('tkt.reopen', [idArgument]);
export const wholeThreadButton = defineButton('tkt.whole', [idArgument]);
export const openTicketButton = defineButton('tkt.open', [idArgument]);
export const listButton = defineButton('tkt.list', [ticketFilter, page]);

// Answers that are kept.
export const cannedListButton = defineButton('can.list', [page]);
export const addCannedButton = defineButton('can.add', []);
export const cannedButton = defineButton('can.open', [idArgument]);
export const changeCannedButton = defineButton('can.change', [idArgument]);
export const removeCannedButton = defineButton('can.remove', [idArgument]);
export const reallyRemoveCannedButton = defineButton('can.really', [idArgument]);
