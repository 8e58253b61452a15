import { describe, expect, test } from 'vitest';
import { type Figures, materialFiles, measure, readMaterial } from './measure.ts';

/** Written last, in fresh wording, and never looked at while the rules were made. */
const HELD_OUT = 'held-out.jsonl';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function report(title: string, figures: Figures): string {
  return [
    `${title}: ${figures.replies} replies, accuracy ${percent(figures.accuracy)}, macro-F1 ${figures.macroF1.toFixed(3)},`,
    `opposites ${figures.opposites.length}, false commits ${percent(figures.falseCommits)}, reasons exact ${percent(figures.reasons)}`,
    '(rows: what was meant; columns: what was understood)',
    figures.confusion,
    '',
  ].join('\n');
}

describe('labelled replies', () => {
  const developed = materialFiles()
    .filter((file) => file !== HELD_OUT)
    .flatMap(readMaterial);
  const heldOut = readMaterial(HELD_OUT);

  test('what the rules were made with is understood', () => {
    const figures = measure(developed);
    expect(figures.opposites).toEqual([]);
    expect(figures.accuracy).toBeGreaterThan(0.98);
    expect(figures.falseCommits).toBeLessThan(0.01);
    expect(figures.reasons).toBeGreaterThan(0.95);
  });

  test('the figures, held-out replies included, are written down', async () => {
    const figures = [
      report('Development material', measure(developed)),
      report('Held-out material', measure(heldOut)),
    ].join('\n');
    await expect(figures).toMatchFileSnapshot('figures.txt');
  });

  test('no text stands twice, under two labels or in both sets', () => {
    const texts = [...developed, ...heldOut].map((one) => one.text);
    expect(texts.length).toBe(new Set(texts).size);
  });
});
