import type { Telegraf } from 'telegraf';
import { actorOfSender, markUnreachable } from '../features/access/repository.ts';
import type { Need } from '../features/access/rules.ts';
import { grantFor } from '../features/access/rules.ts';
import type { Ports } from '../platform/ports.ts';
import * as text from '../text/id/common.ts';
import type { Action } from './actions.ts';
import type { ChatQueue } from './chat-queue.ts';
import type { BotContext } from './context.ts';
import { saidText, say } from './context.ts';
import { openDraftKind } from './drafts.ts';
import { markHandled, takeIn } from './inbox.ts';
import { mainKeys } from './menus.ts';
import type { Registry } from './registry.ts';

/**
 * Leads every update to the action it is meant for: in order within a chat, once even when Telegram repeats
 * it, with the need of the action checked now and not when its button was made.
 */
export function dispatch(
  bot: Telegraf<BotContext>,
  registry: Registry,
  ports: Ports,
  queue: ChatQueue,
): void {
  bot.use((ctx) => {
    const { from } = ctx;
    if (from === undefined || from.is_bot) return Promise.resolve();
    return queue.run(ctx.chat?.id ?? from.id, () => handleOnce(ctx, registry, ports));
  });
}

async function handleOnce(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const { db, clock, logger } = ports;
  try {
    if (!(await takeIn(db, ctx.update, clock.now()))) return;
    await handle(ctx, registry, ports);
  } catch (error) {
    logger.error({ err: error, updateId: ctx.update.update_id }, 'an update could not be handled');
    await say(ctx, { text: text.oops }).catch((cause) =>
      logger.warn({ err: cause }, 'nor could the person be told'),
    );
  }
  await markHandled(db, ctx.update.update_id, clock.now()).catch((error) =>
    logger.error({ err: error }, 'an update could not be marked as handled'),
  );
}

async function handle(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const { from, chat } = ctx;
  if (from === undefined) return;
  if ('my_chat_member' in ctx.update) {
    const { status } = ctx.update.my_chat_member.new_chat_member;
    if (chat?.type === 'private' && status === 'kicked')
      await markUnreachable(ports.db, from.id, 'bot was blocked by the user', ports.clock.now());
    return;
  }
  if (ctx.callbackQuery === undefined && ctx.message === undefined) return;

  if (chat !== undefined && chat.type !== 'private') {
    if (saidText(ctx).startsWith('/')) await ctx.reply(text.privateChatOnly.markup);
    return;
  }
  ctx.actor = await actorOfSender(
    ports.db,
    { telegramId: from.id, firstName: from.first_name, username: from.username ?? null },
    ports.clock.now(),
  );
  if (ctx.callbackQuery !== undefined) return handleButton(ctx, registry, ports);
  return handleMessage(ctx, registry, ports);
}

async function handleButton(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const query = ctx.callbackQuery;
  const data = query !== undefined && 'data' in query ? query.data : '';
  const action = registry.button(data);
  const args = action?.button.read(data) ?? null;
  if (action === null || args === null) {
    await acknowledge(ctx, ports, text.oldButton);
    await say(ctx, { text: text.notUnderstood, keyboard: mainKeys(registry, ctx.actor) });
    return;
  }
  // First the answer, then the work: Telegram forgets a callback query after 150 seconds.
  await acknowledge(ctx, ports);
  await perform(ctx, action, args);
}

async function acknowledge(ctx: BotContext, { logger }: Ports, words?: string): Promise<void> {
  try {
    await ctx.answerCbQuery(words);
  } catch (error) {
    // Too old to be answered; the work itself is still worth doing.
    logger.info({ err: error }, 'a callback query could not be answered');
  }
}

async function handleMessage(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const said = saidText(ctx);
  const typed = /^\/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(said);
  if (typed !== null) {
    const [, name = '', rest = ''] = typed;
    const link = name === 'start' && rest !== '' ? registry.link(rest.trim()) : null;
    if (link !== null) return perform(ctx, link.action, link.rest);
    const command = registry.command(name);
    if (command !== null) return perform(ctx, command, rest.trim());
  }
  const keyed = registry.key(said);
  if (keyed !== null) return perform(ctx, keyed, '');

  const kind = await openDraftKind(ports.db, ctx.actor.accountId);
  const step = kind === null ? null : registry.step(kind);
  if (step !== null) return perform(ctx, step);

  if (ctx.message !== undefined && 'contact' in ctx.message && registry.contact !== null)
    return perform(ctx, registry.contact);
  if (ctx.message !== undefined && 'document' in ctx.message && registry.file !== null) {
    const who = grantFor(registry.file.need, ctx.actor);
    if (who !== null && (await registry.file.run(ctx, who as never))) return;
  }
  if (typed === null && said !== '') {
    for (const listener of registry.texts) {
      const who = grantFor(listener.need, ctx.actor);
      if (who !== null && (await listener.run(ctx, who as never, said))) return;
    }
  }
  await say(ctx, { text: text.notUnderstood, keyboard: mainKeys(registry, ctx.actor) });
}

/** Runs an action for somebody who may, and tells everybody else kindly. */
async function perform(
  ctx: BotContext,
  action: Exclude<Action, { kind: 'text' | 'file' }>,
  ...extra: unknown[]
): Promise<void> {
  const who = grantFor(action.need, ctx.actor);
  if (who === null) {
    await say(ctx, { text: refusal(action.need) });
    return;
  }
  const run = action.run as (ctx: BotContext, who: unknown, ...extra: unknown[]) => Promise<void>;
  await run(ctx, who, ...extra);
}

function refusal(need: Need) {
  return need === 'anyone' ? text.oops : text.refusals[need];
}
