import { z } from 'zod';
import type { NewPerson, PersonAction } from './contract.ts';

const chatId = z.number().int();
const messageId = z.number().int();

/** The body of `POST /sim/people`. */
export const newPersonSchema = z.object({
  firstName: z.string().min(1),
  lastName: z.string().optional(),
  username: z.string().optional(),
  phone: z
    .string()
    .regex(/^\+\d{6,15}$/)
    .optional(),
  role: z.string().optional(),
  kelurahan: z.string().optional(),
});

/** The body of `POST /sim/people/:id/actions`. */
export const personActionSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('say'),
    chatId,
    text: z.string(),
    replyTo: messageId.optional(),
  }),
  z.object({
    do: z.literal('tap'),
    chatId,
    messageId,
    row: z.number().int(),
    column: z.number().int(),
  }),
  z.object({ do: z.literal('shareContact'), chatId, of: newPersonSchema.optional() }),
  z.object({
    do: z.literal('shareLocation'),
    chatId,
    latitude: z.number(),
    longitude: z.number(),
  }),
  z.object({ do: z.literal('sendSticker'), chatId, emoji: z.string() }),
  z.object({ do: z.literal('forward'), chatId, fromChatId: chatId, messageId }),
  z.object({ do: z.literal('editMessage'), chatId, messageId, text: z.string() }),
  z.object({ do: z.literal('followLink'), url: z.string() }),
  z.object({ do: z.literal('read'), chatId }),
  z.object({ do: z.literal('blockBot'), bot: z.number().int() }),
  z.object({ do: z.literal('unblockBot'), bot: z.number().int() }),
]);

/** Optional fields that are absent, not `undefined`, as the contract has them. */
export function asNewPerson(parsed: z.output<typeof newPersonSchema>): NewPerson {
  return JSON.parse(JSON.stringify(parsed)) as NewPerson;
}

export function asPersonAction(parsed: z.output<typeof personActionSchema>): PersonAction {
  return JSON.parse(JSON.stringify(parsed)) as PersonAction;
}
