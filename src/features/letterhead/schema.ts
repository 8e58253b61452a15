import { z } from 'zod';

/** What the head of a paper and its signature are made of, each set by itself. */
export const letterheadFields = [
  'office',
  'address',
  'logo',
  'city',
  'title',
  'name',
  'nip',
] as const;

export type LetterheadField = (typeof letterheadFields)[number];

/** The letterhead of the office and who signs for it. */
export const letterheadSchema = z.object({
  /** One to three lines, the last one the office itself. */
  office: z.array(z.string()).min(1).max(3),
  address: z.string().nullable(),
  /** SHA-256 of the picture's bytes, hexadecimal. */
  logo: z.string().nullable(),
  /** Before the date, as in `Tangerang, 22 Mei 2024`. */
  city: z.string(),
  /** Who signs: the office held, the person, the 18 digits of the employee number. */
  title: z.string(),
  name: z.string().nullable(),
  nip: z.string().nullable(),
});

export type Letterhead = z.infer<typeof letterheadSchema>;

/** What has been set; the rest follows from the regency. */
export const setLetterheadSchema = letterheadSchema.partial();

export type SetLetterhead = z.infer<typeof setLetterheadSchema>;
