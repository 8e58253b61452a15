import { z } from 'zod';

/** What somebody has answered so far who is not found on the roster by number. */
const answersSchema = z.object({
  /** E.164, from the shared contact. */
  phone: z.string(),
  /** They say they are on the roster under another number. */
  claimsListed: z.boolean(),
  jabatan: z.enum(['PSM', 'TKSK']).nullable(),
  kecamatanCode: z.string().nullable(),
  /** Stays null for a TKSK. */
  kelurahanCode: z.string().nullable(),
  name: z.string().nullable(),
  /** Roster entries of that area with such a name, which may be the same person; ids of kader. */
  namesakes: z.array(z.number()),
});

export type Answers = z.infer<typeof answersSchema>;

/** Where somebody is in the conversation that begins with /start. */
export const registrationSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('consent') }),
  z.object({ step: z.literal('phone') }),
  /** The number is on the roster: is it them? */
  z.object({ step: z.literal('match'), phone: z.string() }),
  z.object({ step: z.literal('questions'), answers: answersSchema }),
]);

export type Registration = z.infer<typeof registrationSchema>;
