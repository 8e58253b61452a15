/** Prints rows as a Markdown table; the first row is the heading. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const [heading = [], ...body] = rows;
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(line(heading) + line(heading.map(() => '---')) + body.map(line).join(''));
}

/** The value below which that share (0–1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
