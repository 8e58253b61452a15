import { schedule } from 'node-cron';
import { TelegramError } from 'telegraf';
import { type App, createApp } from './app.ts';
import { startPolling, updateKinds } from './bot/polling.ts';
import { serveWebhook, webhookPath } from './bot/webhook.ts';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createHttpServer } from './platform/http.ts';
import { createLeader, processHolder } from './platform/leader.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { prepareDatabase, refuseDemoDatabase } from './prepare.ts';
import { StartProblem } from './start-problems.ts';
import { useZone } from './text/format.ts';

const everyMinute = '* * * * *';
const leaseMs = 15_000;
const retryTelegramMs = 5_000;

/** A running bot. */
export interface Served {
  /** What the operator is told once everything runs. */
  greeting: string;
  /** Finishes what is in flight and closes everything. */
  stop(): Promise<void>;
}

/**
 * Runs the bot: the real one with a token, the demo without.
 *
 * @param onFailure hears that the bot cannot go on, with the sentence why
 * @throws StartProblem, or what databases and sockets throw (see `startProblem`)
 */
export async function serve(
  config: Config,
  onFailure: (sentence: string) => void,
): Promise<Served> {
  useZone(config.timeZone);
  const clock = systemClock;
  const logger = createLogger(config.logLevel);
  /** Undone in reverse order when the bot stops. */
  const endings: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };

  try {
    const { db, wilayah } = await prepareDatabase(config);
    endings.push(() => db.$disconnect());

    /** What the one leading process does besides serving pages; set once there is an app. */
    let duty: Duty | null = null;
    const leader = createLeader({
      db,
      clock,
      logger,
      name: 'bot',
      holder: processHolder(),
      ttlMs: leaseMs,
      onGain: () => duty?.begin(),
      onLose: () => duty?.end(),
    });
    await leader.start();
    endings.push(() => leader.stop());
    if (!leader.isLeader && config.webhook === null)
      throw new StartProblem(alreadyRunning(await leader.currentHolder()));

    const demo =
      config.botToken === null
        ? await (await import('./demo/demo.ts')).startDemo(config, { db, wilayah, clock, logger })
        : null;
    if (demo !== null) endings.push(() => demo.simulator.stop());
    else await refuseDemoDatabase(db, config);

    const app = createApp({
      db,
      wilayah,
      clock,
      logger,
      botToken: demo?.botToken ?? config.botToken ?? '',
      telegramApiRoot: demo?.simulator.url ?? config.telegramApiRoot,
      ratePerSecond: config.broadcastRate,
      paysForBroadcasts: config.broadcastPaid,
      publicUrl: config.publicUrl,
      ...(config.helpdeskChatId === null ? {} : { helpdeskChatId: config.helpdeskChatId }),
      approvalOver: config.broadcastApprovalOver ?? Number.POSITIVE_INFINITY,
      incentiveApproval: config.incentiveApproval,
      adminTelegramIds: config.adminTelegramIds,
    });
    const username = await introduce(app, config, clock, logger);

    const http = createHttpServer(async () => {
      await db.setting.count();
      return { leading: leader.isLeader };
    });
    if (config.webhook !== null) serveWebhook(http, app.bot, app.ports, config.webhook.secret);
    app.servePages(http);
    if (demo !== null) http.get('/', (_request, reply) => reply.redirect(`${demo.simulator.url}/`));
    await http.listen({ host: config.host, port: config.port });
    endings.push(() => http.close());

    await demo?.fill();
    duty = dutyOf(app, config, onFailure);
    endings.push(() => duty?.end() ?? Promise.resolve());
    if (leader.isLeader) await duty.begin();
    const greeting =
      demo === null
        ? realGreeting(username, await app.prepareClaimCode())
        : `The Kader Bot demo is ready: open ${demo.simulator.url}/`;
    return { greeting, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What only the leader does: taking updates in, sending, ticking. */
interface Duty {
  begin(): Promise<void>;
  end(): Promise<void>;
}

function dutyOf(app: App, config: Config, onFailure: (sentence: string) => void): Duty {
  const { bot } = app;
  let endings: (() => unknown)[] | null = null;
  return {
    async begin() {
      if (endings !== null) return;
      endings = [];
      await app.startSending();
      endings.push(() => app.stopSending());
      const ticking = schedule(everyMinute, () => app.tick(), {
        timezone: config.timeZone,
        noOverlap: true,
      });
      endings.push(() => ticking.stop());
      if (config.webhook !== null) {
        await bot.telegram.setWebhook(`${config.webhook.url}${webhookPath}`, {
          secret_token: config.webhook.secret,
          allowed_updates: [...updateKinds],
        });
        return;
      }
      const polling = startPolling(bot);
      polling.ended.catch((error: Error) =>
        onFailure(
          error instanceof TelegramError && error.code === 409
            ? 'Another program takes updates with this BOT_TOKEN: stop it, then start again.'
            : `Telegram does not give updates any more: ${error.message}`,
        ),
      );
      endings.push(() => polling.stop());
    },
    async end() {
      for (const end of (endings ?? []).splice(0).reverse()) await end();
      endings = null;
    },
  };
}

/**
 * Asks Telegram who the bot is, for as long as Telegram cannot be reached.
 *
 * @returns the bot's name without @
 * @throws StartProblem when Telegram does not know the token
 */
async function introduce(app: App, config: Config, clock: Clock, logger: Logger): Promise<string> {
  for (;;) {
    try {
      app.bot.botInfo = await app.bot.telegram.getMe();
      return app.bot.botInfo.username;
    } catch (error) {
      if (error instanceof TelegramError && (error.code === 401 || error.code === 404))
        throw new StartProblem(
          'Telegram does not know this BOT_TOKEN: copy it again from @BotFather.',
        );
      logger.warn(
        { reason: (error as Error).message.replace(/\d+:[\w-]{20,}/g, '<token>') },
        `Telegram cannot be reached at ${config.telegramApiRoot}; trying again`,
      );
      await clock.wait(retryTelegramMs);
    }
  }
}

/** @param claimCode the one-time code of the first administrator; null when there is one already */
function realGreeting(username: string, claimCode: string | null): string {
  const running = `Kader Bot runs as @${username}.`;
  if (claimCode === null) return running;
  return `${running}\nThere is no administrator yet: send the bot  /klaim ${claimCode}  to become the first.`;
}

/** @param holder `host/pid/…`, as `processHolder` makes it */
function alreadyRunning(holder: string | null): string {
  const [host = '?', pid = '?'] = holder?.split('/') ?? [];
  return `Kader Bot is already running on this database (process ${pid} on ${host}): stop it before starting another.`;
}
