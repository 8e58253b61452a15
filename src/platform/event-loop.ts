/**
 * Lets everything else have its turn. Work on a local database never leaves the microtasks by itself, so that
 * timers and incoming messages would wait for all of it.
 */
export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Items that are worked through before everything else has its turn. */
const inOneGo = 500;

/**
 * `items.flatMap(work)` for many thousands of items: everything else has its turn in between.
 *
 * @throws when `signal` is aborted
 */
export async function flatMapInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result[],
  signal?: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [at, item] of items.entries()) {
    results.push(...work(item));
    if (at % inOneGo > 0) continue;
    await letOthersRun();
    signal?.throwIfAborted();
  }
  return results;
}
