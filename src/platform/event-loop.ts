/**
 * Lets everything else have its turn. Work on a local database never leaves the microtasks by itself, so that
 * timers and incoming messages would wait for all of it.
 */
export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
