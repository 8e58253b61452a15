import { z } from 'zod';

/**
 * A part of a text with a style, as in Bot API MessageEntity; offsets in UTF-16 units. What a kind of entity
 * has of its own (a link's address, a mentioned user) is kept as it came.
 */
const entitySchema = z
  .object({
    type: z.string(),
    offset: z.number().int().min(0),
    length: z.number().int().min(1),
  })
  .catchall(z.json());

const contentEntities = z.array(entitySchema);

/** What is sent to everybody: a text, or a copy of a message that staff showed the bot. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string().min(1),
    entities: contentEntities,
    /** As in Bot API LinkPreviewOptions; absent: as Telegram does by itself. */
    linkPreview: z.record(z.string(), z.json()).optional(),
  }),
  z.object({
    kind: z.literal('copy'),
    fromChatId: z.number().int(),
    messageId: z.number().int(),
    /** What stands under it instead of the message's own caption. */
    caption: z
      .object({ text: z.string(), entities: contentEntities, isAboveMedia: z.boolean() })
      .optional(),
  }),
  /** An invitation is made by the event it belongs to. */
  z.object({ kind: z.literal('invitation') }),
]);

export type Content = z.infer<typeof contentSchema>;

/** How long an announcement is worth receiving; what has not left by then never does. */
export const expiries = ['two-hours', 'tonight', 'tomorrow'] as const;

export const expirySchema = z.enum(expiries);

export type Expiry = z.infer<typeof expirySchema>;

/** When an announcement leaves by itself. */
export interface Schedule {
  at: Date;
  /** Every month on this day, 1–31; null: once. */
  repeatDay: number | null;
}
