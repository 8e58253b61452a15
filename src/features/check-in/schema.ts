import { z } from 'zod';

/** Longest name and reason that are kept. */
const mostCharacters = 120;

const words = z.string().trim().min(2).max(mostCharacters);

/** A guest who is on no roster. */
export const guestSchema = z.object({
  by: z.literal('guest'),
  name: words,
  jabatan: z.enum(['PSM', 'TKSK']).nullable(),
  /** Where they come from; null from elsewhere. */
  kecamatanCode: z.string().nullable(),
  kelurahanCode: z.string().nullable(),
  /** Whether whoever is at the desk knows of somebody there with this name and area, and said that they are two. */
  isAnother: z.boolean().optional(),
});

/** Whom a desk records: somebody on the roster, whoever holds a card, or a guest who is on no roster. */
export const deskPersonSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('kader'), kaderId: z.number().int().positive() }),
  z.object({ by: z.literal('card'), code: z.string().max(200) }),
  guestSchema,
]);

/** One recording at a desk. */
export const recordingSchema = z.object({
  eventId: z.number().int().positive(),
  person: deskPersonSchema,
  /** Why somebody who is not invited came; the others need none. */
  reason: words.nullable(),
  /** When, by the desk's own clock: a desk without network sends later. */
  at: z.date(),
  /** Made by the desk once per recording, so that one that is sent twice counts once; null where nothing repeats. */
  nonce: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .nullable(),
});

export type DeskPerson = z.infer<typeof deskPersonSchema>;
export type Recording = z.infer<typeof recordingSchema>;

/** A record by its row, or by the nonce of the recording that made it, whose row the desk does not know yet. */
export type CheckInTarget = { checkInId: number } | { nonce: string };
