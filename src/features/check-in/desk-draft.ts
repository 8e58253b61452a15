import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineDraft } from '../../bot/drafts.ts';
import { deskPersonSchema, guestSchema } from './schema.ts';

/** Somebody on the roster as they stand on a button, or a guest who is there. */
const knownSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('kader'), kaderId: z.number(), label: z.string() }),
  z.object({ by: z.literal('guest'), name: z.string(), number: z.number(), at: z.iso.datetime() }),
]);

export type KnownNamesake = z.infer<typeof knownSchema>;

/** What a desk asks about at the moment, besides the next name. */
const formSchema = z.discriminatedUnion('asking', [
  z.object({ asking: z.literal('guest_name') }),
  z.object({ asking: z.literal('guest_area'), name: z.string() }),
  /** Whether a guest is another one than a guest who is there, or than somebody on the roster, of that name. */
  z.object({
    asking: z.literal('namesake'),
    person: guestSchema,
    nonce: z.string(),
    known: knownSchema,
  }),
  /** Why somebody uninvited came. What is typed is the next name, unless the reason was said to be typed. */
  z.object({
    asking: z.literal('reason'),
    person: deskPersonSchema,
    name: z.string(),
    nonce: z.string(),
    typed: z.boolean(),
  }),
]);

export type Form = z.infer<typeof formSchema>;

/** A desk in chat: its event, and what it asks about. */
export const deskDraft = defineDraft(
  'absen.desk',
  z.object({ eventId: z.number().int(), form: formSchema.nullable() }),
);

export type DeskDraft = z.infer<typeof deskDraft.schema>;

/** Made once for whom the desk asks about: buttons under older questions are told apart, and two taps record once. */
export function newNonce(): string {
  return randomUUID().slice(0, 8);
}
