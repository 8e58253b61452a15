import type { FastifyInstance } from 'fastify';
import type { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import { z } from 'zod';
import type { Ports } from '../platform/ports.ts';
import type { BotContext } from './context.ts';
import { createInbox } from './inbox.ts';

export const webhookPath = '/telegram/webhook';

const updateSchema = z.looseObject({ update_id: z.number().int() });

/**
 * Takes updates in over HTTP. The update is a row before Telegram hears "200", because Telegram never
 * repeats an update it believes delivered; the work itself comes after the answer.
 *
 * Bot API setWebhook: the secret comes back in the header X-Telegram-Bot-Api-Secret-Token.
 */
export function serveWebhook(
  server: FastifyInstance,
  bot: Telegraf<BotContext>,
  ports: Ports,
  secret: string,
): void {
  const inbox = createInbox(ports);
  server.post(webhookPath, async (request, reply) => {
    if (request.headers['x-telegram-bot-api-secret-token'] !== secret)
      return reply.code(401).send({ ok: false });
    const update = updateSchema.safeParse(request.body);
    if (!update.success) return reply.code(400).send({ ok: false });
    const arrival = await inbox.takeIn(update.data as unknown as Update);
    if (arrival !== 'handled') void bot.handleUpdate(update.data as unknown as Update);
    return { ok: true };
  });
}
