/**
 * `npm run bench [NAME…]`: measures what the project promises and prints a table a benchmark.
 * Machines are shared and noisy, so compare ratios within one run.
 */
import { senderBenchmarks } from './sender.ts';
import { benchStart } from './start.ts';

const benchmarks: Record<string, () => Promise<void>> = {
  start: benchStart,
  ...senderBenchmarks,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}; there are: ${Object.keys(benchmarks).join(', ')}\n`,
  );
  process.exit(1);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n## ${name}\n\n`);
  await run();
}
