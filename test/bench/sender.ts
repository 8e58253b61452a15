import { measureFaults } from './sender-faults.ts';
import { measureAnswers, measureLimits } from './sender-limits.ts';
import { measureMemory, measureSpeed } from './sender-speed.ts';

/** What can be measured of the sender, by name; each prints a table. With TEST_DATABASE_URL on PostgreSQL. */
export const senderBenchmarks: Record<string, (size?: number) => Promise<void>> = {
  'sender-limits': measureLimits,
  'sender-answers': measureAnswers,
  'sender-speed': measureSpeed,
  'sender-memory': (size) =>
    measureMemory(size === undefined ? [10_000, 100_000, 1_000_000] : [size]),
  'sender-faults': () => measureFaults(50),
};
