import { z } from 'zod';

/** A part of a text with a style, as in Bot API MessageEntity; offsets in UTF-16 units. */
const entitySchema = z.object({
  type: z.string(),
  offset: z.number().int().min(0),
  length: z.number().int().min(1),
  url: z.string().optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
});

export const contentEntities = z.array(entitySchema);

/** What is sent to everybody: a text, or a copy of a message that staff showed the bot. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1), entities: contentEntities }),
  z.object({
    kind: z.literal('copy'),
    fromChatId: z.number().int(),
    messageId: z.number().int(),
  }),
  /** An invitation is made by the event it belongs to. */
  z.object({ kind: z.literal('invitation') }),
]);

export type Content = z.infer<typeof contentSchema>;
