import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Pacer, Turn } from '../../platform/pacer.ts';
import type { TelegramClient } from '../../platform/telegram.ts';
import { createDoubts } from './doubts.ts';
import { createFlights, manyListeners } from './flights.ts';
import { createJournal, type Settled } from './journal.ts';
import type { MessageNumbers } from './numbers.ts';
import { createQuiet } from './quiet.ts';
import { takeUpAfterCrash } from './repository.ts';
import { HEALTHY, healthAfter, type Outcome } from './rules.ts';
import type { DueMessage } from './schema.ts';
import { createSupply } from './supply.ts';

export interface RunOptions {
  db: Db;
  client: TelegramClient;
  pacer: Pacer;
  clock: Clock;
  logger: Logger;
  numbers: MessageNumbers;
  /** Hears every ending and every return to the queue, once it is in the database. */
  onOutcome: (settled: Settled) => void;
  /** Whether doubts are settled by probing, or each is simply sent again once. */
  useEvidence: boolean;
  /** Milliseconds a doubt rests before it is looked at, so that a slow effect shows. */
  settleAfterMs: number;
  /** Milliseconds one request may take. */
  timeoutMs: number;
  /** Looks for rows that other processes queued this often (ms); Infinity: only when woken. */
  pollMs: number;
  /** Milliseconds `stop` waits for answers; a request cut then is in doubt. */
  graceMs: number;
}

/** See `Sender`, which is made of these. */
export type Run = ReturnType<typeof startRun>;

/** Marked as leaving ahead of their slots: as many as leave in this time (s), so that a commit is never waited for. */
const AHEAD_SECONDS = 0.1;
const LEAST_AHEAD = 2;
const MOST_AHEAD = 64;
/** With requests in flight and no answer at all for this long (ms), no more are sent into the silence. */
const SILENCE_MS = 5000;
/** When the database could not be read: again after this long (ms). */
const LOOK_AGAIN_MS = 5000;
/** Timers hold no more than 24 days; an hour does as well. */
const LONGEST_SLEEP_MS = 3_600_000;

/** One life of the sender, from a start to a stop. */
export function startRun(options: RunOptions) {
  const { db, client, pacer, clock, logger, numbers, timeoutMs } = options;
  const now = () => clock.now().getTime();
  let bell = new AbortController();
  const ring = () => bell.abort();
  const quiet = createQuiet(ring);
  const supply = createSupply({ db, clock });
  const stopping = new AbortController();
  const cut = manyListeners();
  let health = HEALTHY;
  let looking: Promise<void> | null = null;
  let settling: Promise<void> | null = null;
  let pollAt = now() + options.pollMs;
  let lookAgainAt = -Infinity;

  const journal = createJournal({
    db,
    clock,
    logger,
    numberFloor: () => numbers.highest,
    stopped: cut.signal,
  });
  const ports = { client, pacer: { schedule: inTurn }, clock, logger, timeoutMs };
  const flights = createFlights({
    ...ports,
    journal,
    cut,
    onAnswer(failure) {
      health = healthAfter(health, failure, clock.now());
      if (failure?.kind === 'unauthorized') logger.error('Telegram refuses the token');
      if (health.until !== null) flights.recall();
    },
    onLanded(row, outcome) {
      if (outcome) ended(row, outcome);
      quiet.end();
      ring();
    },
  });
  const doubts = createDoubts(
    { ...ports, db, numbers, useEvidence: options.useEvidence, record: journal.record },
    { restMs: options.settleAfterMs, stopping: stopping.signal, onSettled: ended },
  );

  /** What the end of one row means for those still to come. */
  function ended(row: DueMessage, outcome: Outcome): void {
    if (outcome.kind === 'sent' && outcome.messageNumber !== null) {
      numbers.sawOwn(row.chatId, outcome.messageNumber);
    }
    if (outcome.kind === 'doubt') doubts.arose(row);
    if (outcome.kind === 'later') supply.dueAt(outcome.at);
    if (outcome.kind === 'released' || outcome.kind === 'moved') supply.changed();
    options.onOutcome({ row, outcome });
  }

  /** The pacer's `schedule`, where waiting for a turn does not count as work: only the clock ends it. */
  function inTurn<T>(turn: Turn, leave: () => Promise<T>): Promise<T> {
    let isWaiting = true;
    const resume = () => {
      if (isWaiting) quiet.begin();
      isWaiting = false;
    };
    const result = pacer.schedule(turn, () => {
      resume();
      return leave();
    });
    quiet.end();
    return result.finally(resume);
  }

  async function look(): Promise<void> {
    quiet.begin();
    try {
      await supply.look(flights.ids());
    } catch (error) {
      logger.error({ err: error }, 'the outbox could not be read');
      lookAgainAt = now() + LOOK_AGAIN_MS;
    }
    looking = null;
    quiet.end();
    ring();
  }

  async function settle(): Promise<void> {
    quiet.begin();
    await doubts.settle();
    settling = null;
    quiet.end();
    ring();
  }

  /** Looks around, does what can be done, and gives the instant at which there is more to do. */
  function step(): number {
    if (pollAt <= now()) {
      supply.changed();
      pollAt = now() + options.pollMs;
    }
    if (supply.needsLook() && lookAgainAt <= now()) looking ??= look();
    const heldUntil = Math.max(
      pacer.pausedUntil()?.getTime() ?? -Infinity,
      health.until?.getTime() ?? -Infinity,
    );
    if (heldUntil > now()) return Math.min(heldUntil, pollAt);
    if (doubts.settleAt() <= now()) settling ??= settle();
    const chatOpensAt = launchAll();
    const nextDue = supply.nextDue()?.getTime() ?? Infinity;
    // What is past is being seen to, and rings the bell when that is done.
    const ahead = [chatOpensAt, nextDue, lookAgainAt, doubts.settleAt()].filter((at) => at > now());
    return Math.min(pollAt, ...ahead);
  }

  /** Launches what may leave soon; gives the instant at which the next chat opens for those left over. */
  function launchAll(): number {
    const ahead = Math.ceil(pacer.rate() * AHEAD_SECONDS);
    const mostAhead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, ahead));
    let opensAt = Infinity;
    const fits = ({ chatId }: DueMessage): boolean => {
      if (flights.hasChat(chatId) || doubts.closes(chatId)) return false;
      const chatOpensAt = pacer.chatOpensAt(chatId).getTime();
      if (chatOpensAt > now()) opensAt = Math.min(opensAt, chatOpensAt);
      return chatOpensAt <= now();
    };
    const mayLaunch = () =>
      flights.waiting < mostAhead &&
      flights.silentFor() < SILENCE_MS &&
      (health.until === null || flights.size === 0);
    while (mayLaunch()) {
      const row = supply.take(fits);
      if (row === null) break;
      quiet.begin();
      flights.launch(row);
    }
    return opensAt;
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      bell = new AbortController();
      const next = step();
      const isAtRest = quiet.isAtRest && !bell.signal.aborted;
      const isEmpty = supply.size === 0 && flights.size === 0 && !supply.needsLook();
      quiet.report({ isIdle: isEmpty && isAtRest && !settling, isAtRest });
      await clock.wait(Math.min(next - now(), LONGEST_SLEEP_MS), bell.signal);
    }
  }

  async function prepare(): Promise<void> {
    await numbers.load();
    const found = await db.$transaction((tx) => takeUpAfterCrash(tx, clock.now()));
    if (found.doubtful + found.again > 0) logger.warn(found, 'requests left in flight by a crash');
    await doubts.load();
  }

  const ignorePauses = pacer.onPause(() => flights.recall());
  const started = prepare();
  const over = started.then(loop, () => {});

  return {
    started,
    async stop(): Promise<void> {
      stopping.abort();
      ring();
      flights.recall();
      await over;
      await flights.land(options.graceMs);
      await settling;
      await looking;
      await numbers.written();
      ignorePauses();
      quiet.report({ isIdle: true, isAtRest: true });
    },
    wake(): void {
      supply.changed();
      ring();
    },
    idle(): Promise<void> {
      supply.changed();
      return quiet.idle();
    },
    atRest: () => quiet.atRest(),
  };
}
