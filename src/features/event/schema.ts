import { z } from 'zod';
import { audienceSchema, groupSchema } from '../kader/schema.ts';

/** What an event is made of, in the order in which the bot asks for it. */
export const eventFields = ['title', 'day', 'time', 'place', 'audience', 'deadline'] as const;
export type EventField = (typeof eventFields)[number];

/** The last moment for an answer: on a day (`time` null: until that day ends), or counted back from the event. */
const deadlineSchema = z.union([
  z.object({ day: z.iso.date(), time: z.string().nullable() }),
  z.object({ daysBefore: z.number().int().min(0), time: z.string().nullable() }),
]);
export type Deadline = z.infer<typeof deadlineSchema>;

/** An event as far as it is known; days are 'YYYY-MM-DD' and times 'HH:mm', in the city's zone. */
const outlineSchema = z.object({
  title: z.string().nullable(),
  day: z.iso.date().nullable(),
  time: z.object({ start: z.string(), end: z.string().nullable() }).nullable(),
  place: z.string().nullable(),
  audience: audienceSchema.nullable(),
  deadline: deadlineSchema.nullable(),
});
export type EventOutline = z.infer<typeof outlineSchema>;

/** An outline in which nothing is missing. */
export type WholeOutline = { [F in EventField]: NonNullable<EventOutline[F]> };

/** New values for some fields. */
export type FieldValues = Partial<WholeOutline>;

/** An outline that knows nothing yet. */
export const emptyOutline: EventOutline = {
  title: null,
  day: null,
  time: null,
  place: null,
  audience: null,
  deadline: null,
};

/**
 * The conversation about an event: a new one (`eventId` null) that is being filled in, or one field of an
 * existing one that is being changed.
 */
export const eventDraftSchema = z.object({
  eventId: z.number().int().nullable(),
  outline: outlineSchema,
  asking: z.enum(eventFields),
  /** Groups chosen so far, while the audience is put together. */
  ticked: z.array(groupSchema),
  /** Parts of a written audience that are still to be cleared up. */
  unread: z.array(z.string()),
});
export type EventDraft = z.infer<typeof eventDraftSchema>;
