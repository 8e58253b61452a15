import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';

/**
 * Prisma's better-sqlite3 adapter with one repair: a statement outside a transaction waits until the open
 * transaction has ended.
 *
 * The stock adapter has a single connection and locks it only against other transactions, so a statement
 * issued meanwhile would run inside the open one: it would see uncommitted rows, and be undone by a rollback.
 * The price: inside a `$transaction` callback only the callback's own client may be used; anything else waits
 * for the transaction to end, which shows as a transaction time-out in the first test that does it.
 *
 * @param path the database file
 */
export function sqliteAdapter(path: string): SqlMigrationAwareDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url: `file:${path}`, timeout: 10_000 });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => gated(await withPragmas(await stock.connect())),
    connectToShadowDb: () => stock.connectToShadowDb(),
  };
}

/** WAL lets the page and a backup read while the bot writes; FULL makes a commit survive a power cut. */
async function withPragmas(adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> {
  await adapter.executeScript(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;',
  );
  return adapter;
}

function gated(adapter: SqlDriverAdapter): SqlDriverAdapter {
  /** Resolves when the transactions begun so far have ended. */
  let lastTransaction: Promise<void> = Promise.resolve();
  let open = false;

  const whenFree = async <T>(run: () => Promise<T>): Promise<T> => {
    while (open) await lastTransaction;
    return run();
  };

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query: SqlQuery) => whenFree(() => adapter.queryRaw(query)),
    executeRaw: (query: SqlQuery) => whenFree(() => adapter.executeRaw(query)),
    executeScript: (script: string) => whenFree(() => adapter.executeScript(script)),
    dispose: () => adapter.dispose(),
    startTransaction: async (isolation?: IsolationLevel): Promise<Transaction> => {
      const before = lastTransaction;
      let end: () => void = () => {};
      lastTransaction = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      open = true;
      const release = () => {
        open = false;
        end();
      };
      try {
        return endingWith(await adapter.startTransaction(isolation), release);
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

/** The same transaction, calling `release` once it is over. */
function endingWith(transaction: Transaction, release: () => void): Transaction {
  const commit = transaction.commit.bind(transaction);
  const rollback = transaction.rollback.bind(transaction);
  transaction.commit = () => commit().finally(release);
  transaction.rollback = () => rollback().finally(release);
  return transaction;
}
