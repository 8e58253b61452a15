import { z } from 'zod';
import { monthRecord } from '../incentive/schema.ts';

/** A plain question, or what is wrong with a month of one's own money. */
export const ticketKind = z.enum(['QUESTION', 'NOT_RECEIVED', 'WRONG_AMOUNT', 'WRONG_NAME']);
export const disputeKind = ticketKind.exclude(['QUESTION']);

export type TicketKind = z.infer<typeof ticketKind>;
export type DisputeKind = z.infer<typeof disputeKind>;

/** Whose turn it is; `OFFERED`: the person has not said yet that it is to go to the office. */
export type TicketStatus = 'OFFERED' | 'WAITING' | 'ANSWERED' | 'CLOSED';

/** Which questions a list shows. */
export const ticketFilter = z.enum(['all', 'free', 'mine']);

export type TicketFilter = z.infer<typeof ticketFilter>;

export const mediaKind = z.enum([
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
]);

/** Something to look at or to listen to, copied from the chat in which it stands. */
export const mediaSchema = z.object({
  kind: mediaKind,
  chatId: z.number().int(),
  messageId: z.number().int(),
});

export type Media = z.infer<typeof mediaSchema>;

/** What was recorded of a doubted month when the person was last told of it. */
export const monthFacts = z.object({
  /** Null: nothing. */
  record: monthRecord.nullable(),
  /** The file it came from, where that is known. */
  file: z.string().nullable(),
});

export type MonthFacts = z.infer<typeof monthFacts>;

/** One span of one weekday (1 Monday … 7 Sunday), in minutes since midnight. */
const serviceSpan = z.object({
  weekday: z.number().int().min(1).max(7),
  from: z.number().int().min(0).max(1439),
  to: z.number().int().min(1).max(1440),
});

/** When somebody answers. */
export const serviceHours = z.array(serviceSpan).min(1);

export type ServiceHours = z.infer<typeof serviceHours>;

/** Days without service, as `2024-12-25`, the earliest first. */
export const holidays = z.array(z.iso.date());

/** The hours of every week, and the days on which there are none. */
export interface ServiceTimes {
  hours: ServiceHours;
  holidays: readonly string[];
}

/** Whoever pressed *Tanya* writes the question next. */
export const askingSchema = z.object({ askedAt: z.iso.datetime() });

/** Whoever pressed *Balas* writes into that question next. */
export const followingSchema = z.object({
  ticketId: z.number().int(),
  askedAt: z.iso.datetime(),
});

/** A doubted month, before the person has said more about it. */
export const disputingSchema = z.object({
  kind: disputeKind,
  period: z.string(),
  askedAt: z.iso.datetime(),
});

/** An answer to keep: its title first, then its words; with `id` one that is changed. */
export const keepingSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('title'), id: z.number().int().nullable() }),
  z.object({ step: z.literal('text'), id: z.number().int().nullable(), title: z.string() }),
]);
