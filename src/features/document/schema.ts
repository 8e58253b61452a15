import { z } from 'zod';
import { letterheadSchema } from '../letterhead/schema.ts';

const eventSchema = z.object({
  title: z.string(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date().nullable(),
  place: z.string(),
});

/** How an event stands on a paper: as it was when the paper was made. */
export type PaperEvent = z.infer<typeof eventSchema>;

const tallySchema = z.object({
  invited: z.number().int(),
  /** Of the invited. */
  came: z.number().int(),
  excused: z.number().int(),
  /** Said that they would not come, and did not. */
  declined: z.number().int(),
  /** Did not come and gave no word, or said that they would come. */
  missing: z.number().int(),
  /** Came without having been invited. */
  walkIns: z.number().int(),
});

/** How many of the people on a list were what. `invited` is the sum of the next four. */
export type RollTally = z.infer<typeof tallySchema>;

/** `blank`: to be signed by hand; `filled`: with the times that were recorded. */
export const rollVariants = ['blank', 'filled'] as const;
export type RollVariant = (typeof rollVariants)[number];

export const rollFormats = ['pdf', 'xlsx'] as const;
export type RollFormat = (typeof rollFormats)[number];

const rollFactsSchema = z.object({
  kind: z.literal('ATTENDANCE_LIST'),
  event: eventSchema,
  /** The parts of the city it covers, by name; null: all of it. */
  areas: z.array(z.string()).nullable(),
  variant: z.enum(rollVariants),
  format: z.enum(rollFormats),
  tally: tallySchema,
});

const personSchema = z.object({
  name: z.string(),
  jabatan: z.enum(['PSM', 'TKSK']).nullable(),
  /** `Kelurahan Bugel, Kecamatan Karawaci`; null for a walk-in of whom it is not known. */
  area: z.string().nullable(),
});

/** Whom a certificate is for. */
export type CertifiedPerson = z.infer<typeof personSchema>;

const certificateFactsSchema = z.object({
  kind: z.literal('CERTIFICATE'),
  event: eventSchema,
  person: personSchema,
  /** As printed: `134/12/V/2024`. */
  number: z.string(),
  /** As it was on the day of issue: whoever signs now did not sign this. */
  letterhead: letterheadSchema,
  /** SHA-256 of the same paper as other versions of the program drew it. */
  otherFiles: z.array(z.string()),
});

/** What a certificate says. */
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** What a paper's page shows. */
export const factsSchema = z.discriminatedUnion('kind', [rollFactsSchema, certificateFactsSchema]);
export type Facts = z.infer<typeof factsSchema>;

/** What is printed on a paper so that it can be checked. */
export interface Stamp {
  /** 16 characters, without the dashes it is printed with. */
  code: string;
  /** SHA-256 of what the paper says, hexadecimal. */
  contentHash: string;
  issuedAt: Date;
  /** The address of its page. */
  url: string;
}
