import type { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { BotContext } from './context.ts';

/** The kinds of update the bot asks Telegram for. */
export const updateKinds = ['message', 'callback_query', 'my_chat_member'] as const;

/** Updates being fetched by long polling. */
export interface Polling {
  /** Resolves when polling was stopped, rejects when Telegram ended it (409: somebody else polls). */
  ended: Promise<void>;
  /** Finishes the batch under way and confirms it. */
  stop(): Promise<void>;
}

/** Begins to fetch updates and to hand them to the bot. */
export function startPolling(bot: Telegraf<BotContext>): Polling {
  let isOver = false;
  const ended = bot
    .launch({ allowedUpdates: [...updateKinds] as (keyof Omit<Update, 'update_id'>)[] })
    .finally(() => {
      isOver = true;
    });
  return {
    ended,
    async stop() {
      while (!isOver && !tryToStop(bot)) await new Promise((resolve) => setImmediate(resolve));
      await ended.catch(() => {});
    },
  };
}

/** telegraf can be stopped only once it polls, which is a moment after `launch` was called. */
function tryToStop(bot: Telegraf<BotContext>): boolean {
  try {
    bot.stop();
    return true;
  } catch {
    return false;
  }
}
