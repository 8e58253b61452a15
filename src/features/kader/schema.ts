import { z } from 'zod';

/** One way to name a group of kader. Areas are official codes. */
export const groupSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('jabatan'), jabatan: z.enum(['PSM', 'TKSK']) }),
  z.object({ by: z.literal('kecamatan'), code: z.string() }),
  z.object({ by: z.literal('kelurahan'), code: z.string() }),
]);

/** Whom an announcement or an event is for: everybody in any of these groups; none = nobody. */
export const audienceSchema = z.object({ include: z.array(groupSchema) });

export type Group = z.infer<typeof groupSchema>;
export type Audience = z.infer<typeof audienceSchema>;

/** Everybody on the roster. */
export const everyone: Audience = { include: [{ by: 'all' }] };
