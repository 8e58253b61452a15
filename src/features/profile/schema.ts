import { z } from 'zod';

/** Where a kader is while changing their own data. */
export const profileChangeSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('name') }),
  /** The typed name is another one: shall it go to those who decide? */
  z.object({ step: z.literal('other_name'), name: z.string() }),
  z.object({ step: z.literal('number') }),
  z.object({ step: z.literal('kecamatan') }),
  z.object({ step: z.literal('kelurahan'), kecamatanCode: z.string() }),
  /** The area is chosen: shall it go to those who decide? */
  z.object({
    step: z.literal('move'),
    kecamatanCode: z.string(),
    kelurahanCode: z.string().nullable(),
  }),
]);

export type ProfileChange = z.infer<typeof profileChangeSchema>;
