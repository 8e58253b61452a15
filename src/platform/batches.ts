/**
 * Turns work on one item into work on many: whatever is asked for in the same turn of the event loop, or while
 * a batch is under way, shares the next one. One item at a time when there is little to do, and one commit for
 * dozens when there is much.
 *
 * @param work gives a result for each item, in their order. When it fails for several at once each is tried
 *   alone, so that a bad one spoils no other.
 */
export function inBatches<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item;
    done: (result: Promise<Result>) => void;
  }
  let waiting: Waiting[] = [];
  let isWorking = false;

  async function workAll(): Promise<void> {
    isWorking = true;
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await workOn(batch);
    }
    isWorking = false;
  }

  async function workOn(batch: Waiting[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ done }, at) => {
        done(Promise.resolve(results[at] as Result));
      });
    } catch (error) {
      if (batch.length > 1) for (const one of batch) await workOn([one]);
      else batch[0]?.done(Promise.reject(error));
    }
  }

  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, done: resolve });
      if (!isWorking) void workAll();
    });
}
