/**
 * `npm run bench [NAME…] [SIZE]`: measures what the project promises and prints a table a benchmark. Where a
 * benchmark has a size, a number says it: `npm run bench status 1000000`.
 * Machines are shared and noisy, so compare ratios within one run.
 */
import { benchCheckIn } from './check-in.ts';
import { benchImport } from './import.ts';
import { benchLanguage } from './language.ts';
import { benchPapers } from './papers.ts';
import { senderBenchmarks } from './sender.ts';
import { benchStart } from './start.ts';
import { benchStatus } from './status.ts';

const benchmarks: Record<string, (size?: number) => Promise<void>> = {
  start: benchStart,
  import: benchImport,
  language: benchLanguage,
  status: benchStatus,
  'check-in': benchCheckIn,
  papers: benchPapers,
  ...senderBenchmarks,
};

const said = process.argv.slice(2);
const size = said.find((word) => /^\d+$/.test(word));
const wanted = said.filter((word) => word !== size);
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
  await run(size === undefined ? undefined : Number(size));
}
// A rival that was given up on may go on trying for ever.
process.exit();
