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
  /** Resolves when whatever writes at present has ended; null while nothing does. */
  let writing: Promise<void> | null = null;
  /** Resolves when everything asked for so far that writes has ended. */
  let line: Promise<void> = Promise.resolve();
  let waitingReads = 0;

  /** Reads wait for whoever writes at present only: they are short, and would starve behind a long line. */
  const read = async <T>(run: () => Promise<T>): Promise<T> => {
    waitingReads += 1;
    while (writing !== null) await writing;
    waitingReads -= 1;
    return run();
  };

  /** Waits for its turn to write. @returns what lets the next one go */
  const turn = async (): Promise<() => void> => {
    const before = line;
    let end: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    line = ended;
    await before;
    if (waitingReads > 0) await new Promise((resolve) => setImmediate(resolve));
    writing = ended;
    return () => {
      writing = null;
      end();
    };
  };

  const write = async <T>(run: () => Promise<T>): Promise<T> => {
    const release = await turn();
    return run().finally(release);
  };

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query: SqlQuery) => (isRead(query) ? read : write)(() => adapter.queryRaw(query)),
    executeRaw: (query: SqlQuery) => write(() => adapter.executeRaw(query)),
    executeScript: (script: string) => write(() => adapter.executeScript(script)),
    dispose: () => adapter.dispose(),
    startTransaction: async (isolation?: IsolationLevel): Promise<Transaction> => {
      const release = await turn();
      try {
        return endingWith(await adapter.startTransaction(isolation), release);
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

/** An `INSERT … RETURNING` is a query too. */
function isRead({ sql }: SqlQuery): boolean {
  return /^\s*SELECT\b/i.test(sql);
}

/** The same transaction, calling `release` once it is over. */
function endingWith(transaction: Transaction, release: () => void): Transaction {
  const commit = transaction.commit.bind(transaction);
  const rollback = transaction.rollback.bind(transaction);
  transaction.commit = () => commit().finally(release);
  transaction.rollback = () => rollback().finally(release);
  return transaction;
}
