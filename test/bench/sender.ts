import { measureFaults } from './sender-faults.ts';
import { measureAnswers, measureLimits } from './sender-limits.ts';
import { measureMemory, measureSpeed } from './sender-speed.ts';

/** What can be measured of the sender, by name; each prints a table. With TEST_DATABASE_URL on PostgreSQL. */
export const senderBenchmarks: Record<string, () => Promise<void>> = {
  'sender-limits': measureLimits,
  'sender-answers': measureAnswers,
  'sender-speed': measureSpeed,
  'sender-memory': () => measureMemory([10_000, 100_000]),
  'sender-million': () => measureMemory([1_000_000]),
  'sender-faults': () => measureFaults(50),
};
