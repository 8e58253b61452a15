import type { Clock } from './clock.ts';
import type { Db, Tx } from './database.ts';
import type { Logger } from './logger.ts';

/**
 * Runs one use case in one transaction, then wakes the sender for whatever it queued.
 * What `work` throws undoes everything.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What every service stands on. Reads may use `db`; whatever changes state goes through `transact`. */
export interface Ports {
  db: Db;
  transact: Transact;
  clock: Clock;
  logger: Logger;
}
