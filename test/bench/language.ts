import { understandReply } from '../../src/language/replies/understand-reply.ts';
import { materialFiles, readMaterial } from '../language/replies/measure.ts';
import { round } from './stage.ts';
import { printTable, quantile } from './table.ts';

/** How long it takes to understand a reply: every one of the project's own material, one at a time. */
export async function benchLanguage(): Promise<void> {
  const texts = materialFiles()
    .flatMap(readMaterial)
    .map(({ text }) => text);
  for (const text of texts) understandReply(text);
  const times = texts.map((text) => {
    const start = performance.now();
    understandReply(text);
    return performance.now() - start;
  });
  printTable([
    ['replies', 'median ms', 'p99 ms', 'longest ms'],
    [texts.length, ...[0.5, 0.99, 1].map((share) => round(quantile(times, share), 3))],
  ]);
}
