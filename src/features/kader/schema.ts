import { z } from 'zod';

/** One way to name a group of kader. Areas are official codes. */
export const groupSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('jabatan'), jabatan: z.enum(['PSM', 'TKSK']) }),
  z.object({ by: z.literal('kecamatan'), code: z.string() }),
  z.object({ by: z.literal('kelurahan'), code: z.string() }),
]);

/** Those invited to an event who answered this; `NONE`: who have not answered. */
const answerSchema = z.object({
  by: z.literal('answer'),
  eventId: z.number().int(),
  answer: z.enum(['HADIR', 'TIDAK_HADIR', 'IZIN', 'NONE']),
});

/** Those who came to an event, invited or not; `ABSENT`: the invited who did not come. */
const presenceSchema = z.object({
  by: z.literal('presence'),
  eventId: z.number().int(),
  presence: z.enum(['CAME', 'ABSENT']),
});

const criterionSchema = z.discriminatedUnion('by', [
  ...groupSchema.options,
  answerSchema,
  presenceSchema,
]);

/**
 * Whom an announcement or an event is for: everybody in any of `include` (none = nobody) who is in none of
 * `exclude`.
 */
export const audienceSchema = z.object({
  include: z.array(criterionSchema),
  exclude: z.array(criterionSchema).optional(),
});

export type Group = z.infer<typeof groupSchema>;
/** A group by what people are, by how they answered, or by whether they came. */
export type Criterion = z.infer<typeof criterionSchema>;
export type Audience = z.infer<typeof audienceSchema>;

/** Everybody on the roster. */
export const everyone: Audience = { include: [{ by: 'all' }] };
