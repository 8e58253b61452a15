/** How fast the sender is without limits, with every status in the database, and how much memory it takes. */
import { sendAllWithUndici } from './sender-rivals.ts';
import { onStage, prepare, round, sendAll } from './stage.ts';
import { printTable } from './table.ts';

const database = () => (process.env.TEST_DATABASE_URL ? 'PostgreSQL' : 'SQLite');

export async function measureSpeed(): Promise<void> {
  const rows: (string | number)[][] = [
    [`${database()}, every status written`, 'sends/s', 'lost', 'repeated'],
  ];
  for (const [name, latency, rate, people] of [
    ['2 ms latency, no limit', 2, Infinity, 10_000],
    ['60 ms latency, paid broadcast, 1,000/s', 60, 1000, 10_000],
  ] as const) {
    const settings = { limits: 'off' as const, latencyMs: [latency, latency] as [number, number] };
    await onStage({ ...settings, people }, async (stage) => {
      const play = await prepare(stage, rate);
      const took = await sendAll(play);
      const { lost, repeated } = await stage.tally();
      rows.push([name, round((people / took) * 1000), lost, repeated]);
      await play.close();
    });
    await onStage({ ...settings, people }, async (stage) => {
      const start = performance.now();
      await sendAllWithUndici(stage);
      const took = performance.now() - start;
      const { lost, repeated } = await stage.tally();
      rows.push([
        `${latency} ms latency, undici without a database`,
        round((people / took) * 1000),
        lost,
        repeated,
      ]);
    });
  }
  printTable(rows);
}

/**
 * The heap while sending to more and more people; run with `--expose-gc`. Before the first send it still holds
 * the last statements that queued it all, some sixty megabytes at most, which Prisma lets go by and by.
 */
export async function measureMemory(sizes: number[]): Promise<void> {
  const rows: (string | number)[][] = [
    [`${database()}, heap in MB`, 'queued', 'a tenth sent', 'all sent', 'most between', 'sends/s'],
  ];
  for (const people of sizes) {
    await onStage({ limits: 'off', latencyMs: [0, 0], people }, async (stage) => {
      const play = await prepare(stage, Infinity);
      const queued = heapUsed();
      const heaps: number[] = [];
      const watch = setInterval(() => heaps.push(heapUsed()), 500);
      const took = await sendAll(play);
      clearInterval(watch);
      const sinceTenth = heaps.slice(Math.ceil(heaps.length / 10));
      rows.push([
        `${people} people`,
        queued,
        sinceTenth[0] ?? queued,
        heapUsed(),
        Math.max(...sinceTenth),
        round((people / took) * 1000),
      ]);
      await play.close();
    });
  }
  printTable(rows);
}

/** In megabytes, without garbage. */
function heapUsed(): number {
  globalThis.gc?.();
  return round(process.memoryUsage().heapUsed / 1e6);
}
