/**
 * Measures the sender: `tsx test/bench/sender.ts [limits|answers|speed|memory|faults …]`, all of them without
 * an argument. With TEST_DATABASE_URL on PostgreSQL.
 */
import { measureFaults } from './sender-faults.ts';
import { measureAnswers, measureLimits } from './sender-limits.ts';
import { measureMemory, measureSpeed } from './sender-speed.ts';

const measurements: Record<string, () => Promise<void>> = {
  limits: measureLimits,
  answers: measureAnswers,
  speed: measureSpeed,
  memory: () => measureMemory([10_000, 100_000]),
  faults: () => measureFaults(50),
};

const chosen = process.argv.slice(2);
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  await measure();
  process.stdout.write('\n');
}
