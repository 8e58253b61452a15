import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from './clock.ts';
import type { Db } from './database.ts';
import type { Logger } from './logger.ts';

/** The names this very process goes by; any other with its pid is of an earlier process. */
const ownNames = new Set<string>();

/** Who this process is to the others: `host/pid/random`. */
export function processHolder(): string {
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  ownNames.add(holder);
  return holder;
}

/** The one of several processes that sends and ticks. */
export interface Leader {
  /** Tries to lead, once now and then over and over; resolves after the first try. */
  start(): Promise<void>;
  /** Gives the lead back at once (after `onLose`). */
  stop(): Promise<void>;
  readonly isLeader: boolean;
  /** Who leads according to the database; null when nobody does. */
  currentHolder(): Promise<string | null>;
}

export interface LeaderOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** What is led, e.g. `sender`. */
  name: string;
  /** Unique for the process, best from `processHolder`. */
  holder: string;
  /** A lead not renewed for this long is anybody's; it is renewed three times as often. */
  ttlMs: number;
  onGain?: () => void | Promise<void>;
  /** Awaited before the lead is given back; when it was lost, another may lead already. */
  onLose?: () => void | Promise<void>;
  /** Whether a process of this machine runs; by default asks the operating system. */
  isAlive?: (pid: number) => boolean;
}

/**
 * Leads as long as a row of `Lease` is its own: gained and renewed by conditional updates, lost when it could
 * not be renewed in time. A holder of this machine whose process is gone is succeeded at once, so that a
 * restart need not wait out the term of a crash. The clocks of several machines must agree to about a second.
 */
export function createLeader(options: LeaderOptions): Leader {
  const { db, clock, logger, name, holder, ttlMs } = options;
  const isAlive = options.isAlive ?? isProcessAlive;
  let heldUntil: Date | null = null;
  let stopping: AbortController | null = null;
  let loop: Promise<void> = Promise.resolve();

  /** One try to gain or keep the lead. */
  async function hold(): Promise<void> {
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + ttlMs);
    try {
      const isMine = await takeLease(now, expiresAt);
      if (isMine && heldUntil === null) {
        heldUntil = expiresAt;
        logger.info({ lease: name }, 'leading');
        await options.onGain?.();
      } else if (isMine) {
        heldUntil = expiresAt;
      } else {
        await lose();
      }
    } catch (error) {
      logger.error({ err: error, lease: name }, 'the lease could not be held');
      // Not renewed is not lost yet: that is so when the term is over.
      if (heldUntil !== null && heldUntil <= clock.now()) await lose();
    }
  }

  async function takeLease(now: Date, expiresAt: Date): Promise<boolean> {
    const current = await db.lease.findUnique({ where: { name } });
    if (current === null) {
      const created = await db.$executeRaw`
        INSERT INTO "Lease" ("name", "holder", "expiresAt") VALUES (${name}, ${holder}, ${expiresAt})
        ON CONFLICT ("name") DO NOTHING`;
      return created === 1;
    }
    const isFree =
      current.holder === holder || current.expiresAt <= now || isGone(current.holder, isAlive);
    if (!isFree) return false;
    // Only if it is still the very lease that was looked at.
    const { count } = await db.lease.updateMany({
      where: { name, holder: current.holder, expiresAt: current.expiresAt },
      data: { holder, expiresAt },
    });
    return count === 1;
  }

  async function lose(): Promise<void> {
    if (heldUntil === null) return;
    heldUntil = null;
    if (stopping?.signal.aborted) logger.info({ lease: name }, 'the lead is given back');
    else logger.warn({ lease: name }, 'no longer leading');
    await options.onLose?.();
  }

  return {
    async start() {
      if (stopping) throw new Error(`The leader of ${name} runs already`);
      const stop = new AbortController();
      stopping = stop;
      await hold();
      loop = (async () => {
        for (;;) {
          await clock.wait(ttlMs / 3, stop.signal);
          if (stop.signal.aborted) return;
          await hold();
        }
      })();
    },
    async stop() {
      stopping?.abort();
      await loop;
      await lose();
      stopping = null;
      await db.lease.deleteMany({ where: { name, holder } });
    },
    get isLeader() {
      return heldUntil !== null && heldUntil > clock.now();
    },
    async currentHolder() {
      const lease = await db.lease.findUnique({ where: { name } });
      return lease !== null && lease.expiresAt > clock.now() ? lease.holder : null;
    },
  };
}

/** Whether a holder was a process of this machine that has ended. */
function isGone(holder: string, isAlive: (pid: number) => boolean): boolean {
  const [host, pid] = holder.split('/');
  if (host !== hostname() || pid === undefined) return false;
  if (Number(pid) === process.pid) return !ownNames.has(holder);
  return !isAlive(Number(pid));
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted means: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
