/**
 * What people usually send broadcasts with, each as its own documentation shows it, on the stage on which our
 * outbox is measured.
 */
import { autoRetry } from '@grammyjs/auto-retry';
import { apiThrottler } from '@grammyjs/transformer-throttler';
import Bottleneck from 'bottleneck';
import { Api } from 'grammy';
import { Telegraf, Telegram } from 'telegraf';
import { telegrafThrottler } from 'telegraf-throttler';
import { Pool } from 'undici';
import { TOKEN } from './simulator-settings.ts';
import { type Stage, TEXT } from './stage.ts';

/** One way to send the same text to everybody on a stage; resolves when it has nothing more to do. */
export interface Rival {
  name: string;
  sendAll(stage: Stage): Promise<void>;
}

/** The ways to send a thousand messages that one finds when one looks for them. */
export const rivals: readonly Rival[] = [
  {
    name: 'telegraf, one after another',
    async sendAll(stage) {
      const telegram = new Telegram(TOKEN, { apiRoot: stage.url });
      for (const chatId of chats(stage)) await sendWith(telegram, chatId);
    },
  },
  {
    name: 'telegraf, Promise.all',
    async sendAll(stage) {
      const telegram = new Telegram(TOKEN, { apiRoot: stage.url });
      await Promise.all(chats(stage).map((chatId) => sendWith(telegram, chatId)));
    },
  },
  {
    // The middleware wraps the client of an update, not that of the bot.
    name: 'telegraf-throttler, bot.telegram',
    async sendAll(stage) {
      const bot = throttledBot(stage);
      await Promise.all(chats(stage).map((chatId) => sendWith(bot.telegram, chatId)));
    },
  },
  {
    name: 'telegraf-throttler, ctx.telegram',
    async sendAll(stage) {
      const bot = throttledBot(stage);
      bot.use((ctx) =>
        Promise.all(chats(stage).map((chatId) => sendWith(ctx.telegram, chatId))).then(() => {}),
      );
      bot.botInfo = await bot.telegram.getMe();
      await bot.handleUpdate(anUpdate(stage.firstPerson));
    },
  },
  bottleneck('Bottleneck, reservoir of 30 a second', {
    reservoir: 30,
    reservoirRefreshAmount: 30,
    reservoirRefreshInterval: 1000,
  }),
  bottleneck('Bottleneck, 36 ms apart', { minTime: 36 }),
  {
    name: 'grammY, throttler and auto-retry',
    async sendAll(stage) {
      const api = new Api(TOKEN, { apiRoot: stage.url });
      api.config.use(apiThrottler());
      api.config.use(autoRetry());
      await Promise.all(
        chats(stage).map((chatId) =>
          api.sendMessage(chatId, TEXT, { parse_mode: 'HTML' }).catch(() => {}),
        ),
      );
    },
  },
];

/** Nothing but HTTP requests, 64 at once: as fast as this machine and the simulator can be. */
export async function sendAllWithUndici(stage: Stage): Promise<void> {
  const pool = new Pool(stage.url, { connections: 64, pipelining: 1 });
  const waiting = chats(stage);
  const sendOn = async () => {
    for (let chatId = waiting.pop(); chatId !== undefined; chatId = waiting.pop()) {
      const { body } = await pool.request({
        method: 'POST',
        path: `/bot${TOKEN}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chatId, text: TEXT, parse_mode: 'HTML' }),
      });
      await body.dump();
    }
  };
  await Promise.all(Array.from({ length: 64 }, sendOn));
  await pool.close();
}

function chats({ firstPerson, people }: Stage): number[] {
  return Array.from({ length: people }, (_, place) => firstPerson + place);
}

async function sendWith(telegram: Telegram, chatId: number): Promise<void> {
  await telegram.sendMessage(chatId, TEXT, { parse_mode: 'HTML' }).catch(() => {});
}

function bottleneck(name: string, options: Bottleneck.ConstructorOptions): Rival {
  return {
    name,
    async sendAll(stage) {
      const limiter = new Bottleneck(options);
      const telegram = new Telegram(TOKEN, { apiRoot: stage.url });
      await Promise.all(
        chats(stage).map((chatId) => limiter.schedule(() => sendWith(telegram, chatId))),
      );
      await limiter.disconnect();
    },
  };
}

function throttledBot(stage: Stage): Telegraf {
  const bot = new Telegraf(TOKEN, {
    telegram: { apiRoot: stage.url },
    handlerTimeout: Number.POSITIVE_INFINITY,
  });
  bot.use(telegrafThrottler());
  return bot;
}

function anUpdate(personId: number) {
  const person = { id: personId, is_bot: false, first_name: 'Siti' };
  const chat = { id: personId, type: 'private' as const, first_name: 'Siti' };
  const message = { message_id: 1, date: 0, text: 'Halo', from: person, chat };
  return { update_id: 1, message };
}
