import type { FastifyInstance } from 'fastify';
import { Telegraf } from 'telegraf';
import { allActions } from './actions.ts';
import { createChatQueue } from './bot/chat-queue.ts';
import type { BotContext } from './bot/context.ts';
import { dispatch } from './bot/dispatcher.ts';
import { forgetHandled, unhandledUpdates } from './bot/inbox.ts';
import { createRegistry, type Registry } from './bot/registry.ts';
import { createRoleInvitationService } from './features/access/invitation.ts';
import type { AccessDeps } from './features/access/letters.ts';
import { accessLetters } from './features/access/messages.ts';
import { approvalLetters } from './features/broadcast/approval-bot.ts';
import { broadcastCards, selfPauseLetter } from './features/broadcast-control/messages.ts';
import { createProgressReporter } from './features/broadcast-control/progress.ts';
import { createRefusalWatch } from './features/broadcast-control/refusal-watch.ts';
import { createFollowUps } from './features/broadcast-correction/follow-ups.ts';
import { scheduleCards } from './features/broadcast-schedule/messages.ts';
import { createScheduler } from './features/broadcast-schedule/service.ts';
import { digestLetter } from './features/digest/messages.ts';
import { createDigestService } from './features/digest/service.ts';
import { watchLetters } from './features/incentive-reminder/messages.ts';
import { createIncentiveWatch } from './features/incentive-reminder/service.ts';
import { createMessageNumbers } from './features/outbox/numbers.ts';
import { createSender } from './features/outbox/sender.ts';
import { reminderLetter } from './features/reminder/messages.ts';
import { createReminderService } from './features/reminder/service.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import { createHelpdesk } from './helpdesk.ts';
import { servePages } from './pages.ts';
import type { Clock } from './platform/clock.ts';
import type { Db } from './platform/database.ts';
import type { Logger } from './platform/logger.ts';
import { type CallApi, pacedCall } from './platform/paced-call.ts';
import { createPacer } from './platform/pacer.ts';
import { payingClient } from './platform/paid-client.ts';
import type { Ports } from './platform/ports.ts';
import { createTelegramClient } from './platform/telegram-client.ts';

/** What the outside world hands the app; tests hand it a clock they move. */
export interface Surroundings {
  /** Open and migrated. */
  db: Db;
  wilayah: Wilayah;
  clock: Clock;
  logger: Logger;
  botToken: string;
  telegramApiRoot: string;
  /** Messages per second; unlike the setting it may be Infinity, which tests use. */
  ratePerSecond: number;
  /** Pays for what is queued, so that more than 30 a second may leave. */
  paysForBroadcasts?: boolean;
  /** How often rows queued by other processes are looked for (ms); where there are none, Infinity will do. */
  outboxPollMs?: number;
  /** A broadcast to more people than this needs another staff member's approval; absent: none does. */
  approvalOver?: number;
  /** Whether lists of payments need another staff member's consent. */
  incentiveApproval?: boolean;
  /** Where browsers find the pages, without a slash at the end. */
  publicUrl: string;
  /** The group in which staff answer questions; absent: each staff member is written to alone. */
  helpdeskChatId?: number;
  /** Telegram accounts that are administrators without being named by anybody. */
  adminTelegramIds: readonly number[];
}

/** The bot with everything behind it; nothing moves before `start`. */
export interface App {
  readonly bot: Telegraf<BotContext>;
  readonly ports: Ports;
  readonly registry: Registry;
  /** Adds the pages of all features to a web server that does not listen yet. */
  servePages(server: FastifyInstance): void;
  /** Begins to send what is queued, and takes up updates that a crash interrupted. */
  startSending(): Promise<void>;
  /** After `startSending`: the code that makes the first admin, to be printed; null once there is one. */
  prepareClaimCode(): Promise<string | null>;
  /** Everything that is due by the clock, once; cron calls it every minute. */
  tick(): Promise<void>;
  /** Resolves when nothing more happens until the clock moves or somebody writes. */
  atRest(): Promise<void>;
  /** Finishes what is in flight; the database stays open. */
  stopSending(): Promise<void>;
}

/** Telegram keeps an update for 24 hours; one older than this cannot be repeated. */
const rememberUpdatesMs = 48 * 3_600_000;

/** Puts the parts together. */
export function createApp({
  db,
  wilayah,
  clock,
  logger,
  botToken,
  telegramApiRoot,
  ratePerSecond,
  paysForBroadcasts = false,
  approvalOver = Number.POSITIVE_INFINITY,
  incentiveApproval = false,
  publicUrl,
  helpdeskChatId,
  adminTelegramIds,
  outboxPollMs = 1_000,
}: Surroundings): App {
  const pacer = createPacer({ clock, ratePerSecond });
  const client = createTelegramClient({ token: botToken, apiRoot: telegramApiRoot, clock });
  const numbers = createMessageNumbers({ db, clock, logger });
  const sender = createSender({
    db,
    client: paysForBroadcasts ? payingClient(client) : client,
    pacer,
    clock,
    logger,
    numbers,
    pollMs: outboxPollMs,
    onOutcome: (settled) => {
      if (settled.row.broadcastId === null) return;
      inBackground(report());
      inBackground(watchRefusals(settled));
    },
  });
  const ports: Ports = {
    db,
    clock,
    logger,
    transact: async (work) => {
      const result = await db.$transaction(work);
      sender.wake();
      return result;
    },
  };
  const reminders = createReminderService(ports, reminderLetter);
  const incentiveWatch = createIncentiveWatch(ports, watchLetters);
  const digests = createDigestService(ports, digestLetter(wilayah));
  const call = pacedCall((method, payload) => client.call(method, payload), {
    pacer,
    clock,
    onMessage: numbers.saw,
  });
  const report = createProgressReporter({
    ports,
    isComplete: createFollowUps(ports, wilayah),
    cards: broadcastCards,
    call,
  });
  const approval = { over: approvalOver, letters: approvalLetters };
  const sendScheduled = createScheduler({ ports, wilayah, approval, cards: scheduleCards, call });
  const watchRefusals = createRefusalWatch({ ports, letter: selfPauseLetter, report });

  const access: AccessDeps = {
    ports,
    letters: accessLetters({ wilayah, registry: () => registry }),
    configuredAdmins: adminTelegramIds,
  };
  const roles = createRoleInvitationService(access);
  const helpdesk = createHelpdesk(ports, wilayah, helpdeskChatId ?? null);
  const registry: Registry = createRegistry(
    allActions({
      ports,
      wilayah,
      publicUrl,
      helpdesk,
      ratePerSecond,
      broadcastApproval: approval,
      incentiveApproval,
      report,
      access,
      registry: () => registry,
      inBackground,
    }),
  );
  const queue = createChatQueue();
  const bot = new Telegraf<BotContext>(botToken, {
    telegram: { apiRoot: telegramApiRoot },
    // The handlers themselves never take long; giving up on one would only hide that it goes on.
    handlerTimeout: Number.POSITIVE_INFINITY,
  });
  bot.catch((error) => logger.error({ err: error }, 'an update was not handled'));
  bot.use((ctx, next) => {
    // telegraf makes a client for each update, so the pacing is put around each.
    const call = ctx.telegram.callApi.bind(ctx.telegram) as unknown as CallApi;
    const paced = pacedCall(call, { pacer, clock, onMessage: numbers.saw });
    ctx.telegram.callApi = paced as unknown as typeof ctx.telegram.callApi;
    const message = ctx.message;
    if (message !== undefined) numbers.saw(message.chat.id, message.message_id);
    return next();
  });
  dispatch(bot, registry, ports, queue, inBackground);

  /** Work that nobody waits for, but that a stop and the tests do. */
  const underWay = new Set<Promise<unknown>>();
  function inBackground(work: Promise<unknown>): void {
    const safe = work.catch((error) =>
      logger.error({ err: error }, 'work in the background failed'),
    );
    underWay.add(safe);
    void safe.finally(() => underWay.delete(safe));
  }

  return {
    bot,
    ports,
    registry,
    servePages: (server) =>
      servePages(server, {
        ports,
        wilayah,
        publicUrl,
        botUsername: () => bot.botInfo?.username ?? '',
      }),
    async startSending() {
      await roles.ensureConfiguredAdmins();
      await sender.start();
      for (const update of await unhandledUpdates(db)) inBackground(bot.handleUpdate(update));
      inBackground(report());
    },
    prepareClaimCode: () => roles.prepareClaimCode(),
    async tick() {
      await reminders.tick();
      await incentiveWatch.tick();
      await helpdesk.tick();
      await digests.tick();
      await sendScheduled();
      await report();
      await forgetHandled(db, new Date(clock.now().getTime() - rememberUpdatesMs));
    },
    async atRest() {
      for (;;) {
        await sender.atRest();
        if (underWay.size === 0) return;
        // What was under way may have queued something new.
        await Promise.all(underWay);
      }
    },
    async stopSending() {
      await sender.stop();
      await Promise.all(underWay);
      await numbers.written();
    },
  };
}
