import type { Telegraf } from 'telegraf';
import { actorOfSender, knownActor, markUnreachable } from '../features/access/repository.ts';
import { type Actor, grantFor } from '../features/access/rules.ts';
import { isGivingUp } from '../language/giving-up.ts';
import type { Ports } from '../platform/ports.ts';
import { html } from '../text/html.ts';
import * as text from '../text/id/common.ts';
import type { Action } from './actions.ts';
import type { ChatQueue } from './chat-queue.ts';
import type { BotContext } from './context.ts';
import { saidText, say } from './context.ts';
import { openDraftKind } from './drafts.ts';
import { type Arrival, createInbox, type Inbox } from './inbox.ts';
import { mainKeys } from './menus.ts';
import type { Registry } from './registry.ts';

/**
 * Leads every update to the action it is meant for: in order within a chat, once even when Telegram repeats
 * it, with the need of the action checked now and not when its button was made.
 *
 * Telegram gives the next updates when these are rows, and not when they are answered: an answer that waits
 * for its turn to leave, or out a 429, holds up nobody else.
 *
 * @param inBackground is handed the work itself, for whoever wants to know when it is done
 */
export function dispatch(
  bot: Telegraf<BotContext>,
  registry: Registry,
  ports: Ports,
  queue: ChatQueue,
  inBackground: (work: Promise<unknown>) => void,
): void {
  const inbox = createInbox(ports);
  bot.use(async (ctx) => {
    const { from } = ctx;
    if (from === undefined || (from.is_bot && !isNameless(ctx))) return;
    const arrival = inbox.takeIn(ctx.update);
    const handled = queue.run(ctx.chat?.id ?? from.id, () =>
      handleOnce(ctx, arrival, inbox, registry, ports),
    );
    inBackground(handled);
    // What could not become a row is not to be forgotten by Telegram before it was dealt with.
    await arrival.catch(() => handled);
  });
}

async function handleOnce(
  ctx: BotContext,
  arrival: Promise<Arrival>,
  inbox: Inbox,
  registry: Registry,
  ports: Ports,
): Promise<void> {
  const { logger } = ports;
  const id = ctx.update.update_id;
  try {
    const arrived = await arrival;
    if (arrived === 'handled' || (arrived === 'known' && (await inbox.isHandled(id)))) return;
    await handle(ctx, registry, ports);
  } catch (error) {
    logger.error({ err: error, updateId: id }, 'an update could not be handled');
    await say(ctx, { text: text.oops }).catch((cause) =>
      logger.warn({ err: cause }, 'nor could the person be told'),
    );
  }
  await inbox
    .markHandled(id)
    .catch((error) => logger.error({ err: error }, 'an update could not be marked as handled'));
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

  if (isGroup(ctx)) return handleGroup(ctx, registry, ports);
  ctx.actor = await actorOfSender(
    ports.db,
    { telegramId: from.id, firstName: from.first_name, username: from.username ?? null },
    ports.clock.now(),
  );
  if (ctx.callbackQuery !== undefined) return handleButton(ctx, registry, ports);
  return handleMessage(ctx, registry, ports);
}

/**
 * In a group the bot takes only buttons that are meant for groups and replies to its own messages. Whoever has
 * never spoken to it alone is not known to it: having written here proves no way to reach them.
 */
async function handleGroup(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const repliedTo = repliedMessage(ctx);
  if (isNameless(ctx)) {
    if (repliedTo !== null) await say(ctx, { text: text.namelessInGroup });
    return;
  }
  const command = registry.command(typedCommand(saidText(ctx))?.name ?? '');
  const isAddressed =
    ctx.callbackQuery !== undefined || repliedTo !== null || command?.inGroups === true;
  const actor = isAddressed ? await knownActor(ports.db, ctx.from?.id ?? 0) : null;
  if (actor !== null) {
    ctx.actor = actor;
    if (ctx.callbackQuery !== undefined) return handleButton(ctx, registry, ports);
    if (command?.inGroups) return perform(ctx, command, '');
    if (await replyTaken(ctx, registry, repliedTo)) return;
  } else if (ctx.callbackQuery !== undefined) {
    return acknowledge(ctx, ports, text.strangerInGroup);
  } else if (repliedTo !== null) {
    await say(ctx, { text: html`${text.strangerInGroup}` });
    return;
  }
  if (saidText(ctx).startsWith('/')) await say(ctx, { text: text.privateChatOnly });
}

/** An admin of a group who stays anonymous writes in its name: who it is, Telegram does not tell. */
function isNameless({ chat, message }: BotContext): boolean {
  return message?.sender_chat !== undefined && message.sender_chat.id === chat?.id;
}

function isGroup({ chat }: BotContext): boolean {
  return chat !== undefined && chat.type !== 'private';
}

/** The number of the bot's own message that was replied to; null when none was. */
function repliedMessage(ctx: BotContext): number | null {
  const { message } = ctx;
  if (message === undefined || !('reply_to_message' in message)) return null;
  const repliedTo = message.reply_to_message;
  return repliedTo?.from?.id === ctx.botInfo.id ? repliedTo.message_id : null;
}

async function replyTaken(
  ctx: BotContext,
  registry: Registry,
  repliedTo: number | null,
): Promise<boolean> {
  if (repliedTo === null) return false;
  for (const listener of registry.replies) {
    const who = grantFor(listener.need, ctx.actor);
    if (who !== null && (await listener.run(ctx, who as never, repliedTo))) return true;
  }
  return false;
}

async function handleButton(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const query = ctx.callbackQuery;
  const data = query !== undefined && 'data' in query ? query.data : '';
  const action = registry.button(data);
  const args = action?.button.read(data) ?? null;
  if (action === null || args === null) {
    await acknowledge(ctx, ports, text.oldButton);
    if (isGroup(ctx)) return;
    await say(ctx, { text: text.notUnderstood, keyboard: mainKeys(registry, ctx.actor) });
    return;
  }
  if (isGroup(ctx) && !action.inGroups) return acknowledge(ctx, ports, text.privateButtonOnly);
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

/** `/name rest`, also with the bot's name as groups write it; null for anything else. */
function typedCommand(said: string): { name: string; rest: string } | null {
  const typed = /^\/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(said);
  return typed === null ? null : { name: typed[1] ?? '', rest: typed[2] ?? '' };
}

async function handleMessage(ctx: BotContext, registry: Registry, ports: Ports): Promise<void> {
  const said = saidText(ctx);
  const typed = typedCommand(said);
  if (typed !== null) {
    const { name, rest } = typed;
    const link = name === 'start' && rest !== '' ? registry.link(rest.trim()) : null;
    if (link !== null) return perform(ctx, link.action, link.rest);
    const command = registry.command(name);
    if (command !== null) return perform(ctx, command, rest.trim());
  }
  const keyed = registry.key(said);
  if (keyed !== null) return perform(ctx, keyed, '');

  if (typed === null && (await replyTaken(ctx, registry, repliedMessage(ctx)))) return;

  const kind = await openDraftKind(ports.db, ctx.actor.accountId);
  const step = kind === null ? null : registry.step(kind);
  if (step !== null) {
    const cancel = isGivingUp(said) ? registry.command('batal') : null;
    return cancel === null ? perform(ctx, step) : perform(ctx, cancel, '');
  }

  const isOnlyWords = ctx.message !== undefined && 'text' in ctx.message;
  const named = isOnlyWords && repliedMessage(ctx) === null ? registry.typedKey(said) : null;
  if (named !== null && (named.refused !== undefined || grantFor(named.need, ctx.actor) !== null))
    return perform(ctx, named, '');

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
  for (const { need, run } of typed === null ? registry.fallbacks : []) {
    const who = grantFor(need, ctx.actor);
    if (who !== null && (await run(ctx, who as never))) return;
  }
  await say(ctx, { text: text.notUnderstood, keyboard: mainKeys(registry, ctx.actor) });
}

/** Runs an action for somebody who may, and tells everybody else kindly. */
async function perform(
  ctx: BotContext,
  action: Exclude<Action, { kind: 'text' | 'file' | 'reply' | 'fallback' }>,
  ...extra: unknown[]
): Promise<void> {
  const who = grantFor(action.need, ctx.actor);
  if (who === null) {
    await say(ctx, { text: refusal(action, ctx.actor) });
    return;
  }
  const run = action.run as (ctx: BotContext, who: unknown, ...extra: unknown[]) => Promise<void>;
  await run(ctx, who, ...extra);
}

function refusal(action: Exclude<Action, { kind: 'text' }>, { roles }: Actor) {
  if (action.kind === 'command' && action.refused !== undefined) return action.refused;
  if (action.need === 'anyone') return text.oops;
  return action.need === 'kader' && roles.length > 0 ? text.kaderOnly : text.refusals[action.need];
}
