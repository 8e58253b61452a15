import { z } from 'zod';

/** The parameters of a Bot API method as they stand in the database, without `chat_id`. */
export const payloadSchema = z.record(z.string(), z.unknown());

/**
 * One message to queue. `priority`: lower goes first, 0 cards and answers, 1 reminders, 2 broadcasts.
 * After `expiresAt` it is not sent any more.
 */
export interface NewMessage {
  /** The same key is never queued twice, e.g. 'reminder:12:evening:345'. */
  dedupeKey: string;
  chatId: bigint;
  method: string;
  payload: Record<string, unknown>;
  priority: number;
  notBefore: Date;
  expiresAt?: Date | null;
  broadcastId?: number | null;
  kaderId?: number | null;
}

/** A row of the outbox that is to be sent. */
export interface DueMessage {
  id: number;
  broadcastId: number | null;
  kaderId: number | null;
  chatId: bigint;
  method: string;
  payload: Record<string, unknown>;
  priority: number;
  notBefore: Date;
  expiresAt: Date | null;
  attempts: number;
  /** How an earlier doubt about it was settled. */
  evidence: Evidence | null;
}

/** How a doubt was settled; an undecided one was sent again, so that person may have it twice. */
export type Evidence = 'proven' | 'disproven' | 'undecided';

/** A row whose request left and was never answered. */
export interface DoubtfulMessage extends DueMessage {
  /** The highest message number known before it left. */
  numberFloor: number;
  sendingAt: Date;
  doubtAt: Date;
}

/** One that did not arrive, for the lists staff get. */
export interface Failure {
  id: number;
  kaderId: number | null;
  chatId: bigint;
  status: 'BLOCKED' | 'FAILED' | 'EXPIRED' | 'UNCERTAIN' | 'CANCELLED';
  reason: string | null;
}
