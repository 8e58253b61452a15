/**
 * A program that does nothing but send what is in the outbox, to be killed by tests and measurements:
 * `sender-process.ts DATABASE_URL API_ROOT TOKEN MESSAGES_PER_SECOND SETTLE_AFTER_MS`.
 * Tells its parent `started`, and then how each row ended.
 */
import { createMessageNumbers } from '../../src/features/outbox/numbers.ts';
import { createSender } from '../../src/features/outbox/sender.ts';
import { systemClock as clock } from '../../src/platform/clock.ts';
import { databaseTarget, openDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createPacer } from '../../src/platform/pacer.ts';
import { createTelegramClient } from '../../src/platform/telegram-client.ts';

const [databaseUrl = '', apiRoot = '', token = '', rate = '', settleAfterMs = ''] =
  process.argv.slice(2);
const db = await openDatabase(databaseTarget(databaseUrl));
const logger = createLogger('silent');
const sender = createSender({
  db,
  clock,
  logger,
  client: createTelegramClient({ token, apiRoot, clock }),
  pacer: createPacer({ clock, ratePerSecond: Number(rate) }),
  numbers: createMessageNumbers({ db, clock, logger }),
  settleAfterMs: Number(settleAfterMs),
  onOutcome: ({ outcome }) => process.send?.(outcome.kind),
});
await sender.start();
process.send?.('started');
